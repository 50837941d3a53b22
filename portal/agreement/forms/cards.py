from collections.abc import Mapping
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, RadioField
from wtforms.validators import Optional

from portal.agreement.actions import Facts, Text
from portal.agreement.forms.choices import choice
from portal.agreement.labels import CARD_STATES, FIELDS, PARTS
from portal.agreement.models import CardState, DefinitionCard, DefinitionText
from portal.agreement.models import Field as Compared
from portal.directory.labels import ANSWERS, CHARGES
from portal.directory.models import Charge, Known, Team
from portal.forms import BaseForm, Line, at_most, one_of, options, required
from portal.forms import Text as TextField
from portal.vocabulary.models import Scheme
from portal.vocabulary.queries import Word, vocabulary
from portal.workshops.forms import Day

LONGEST_NAME = 200
LONGEST_TEXT = 8000
LONGEST_SLUG = 120
NOT_AGREED = {"": _l("Not agreed")}
AGREEABLE = (Known.YES, Known.NO)
FOUR = ("assessment", "recorded", "name_asked", "told")


class TextForm(BaseForm):
    """A card in one language."""

    name = Line(
        PARTS["name"], [required(_l("Give the card a name")), at_most(LONGEST_NAME)]
    )

    @classmethod
    def of(cls, text: DefinitionText | None) -> "TextForm":
        return cls(data={name: getattr(text, name, "") for name in PARTS})

    @property
    def text(self) -> Text:
        return Text(**{name: self[name].data for name in PARTS})


for _name, _label in PARTS.items():
    if _name != "name":
        setattr(TextForm, _name, TextField(_label, [at_most(LONGEST_TEXT)]))


def labels(words: Mapping[str, Word], language: str) -> dict[str, str]:
    return {code: word.labels[language] for code, word in words.items()}


class FactsForm(BaseForm):
    """What is agreed, by whom and when."""

    state = RadioField(
        _l("Who sees the card"),
        choices=options(CARD_STATES),
        validate_choice=False,
        validators=[one_of()],
    )
    tier = choice(FIELDS[Compared.TIER])
    access = choice(FIELDS[Compared.ACCESS])
    charge = choice(FIELDS[Compared.CHARGE])
    assessment = choice(FIELDS[Compared.ASSESSMENT])
    recorded = choice(FIELDS[Compared.RECORDED])
    name_asked = choice(FIELDS[Compared.NAME_ASKED])
    told = choice(FIELDS[Compared.TOLD])
    responsible_worker = BooleanField(_l("Each client has a responsible worker"))
    team = choice(_l("Team that answers for the card"))
    agreed_on = Day(_l("Agreed on"), [Optional()])
    review_on = Day(_l("Looked at again by"), [Optional()])

    def offer(self, teams: Mapping[str, str], language: str) -> "FactsForm":
        """Fill in what can be chosen."""
        words = vocabulary()
        agreeable: dict[Any, Mapping[str, object]] = {
            self.tier: labels(words.of(Scheme.TIER), language),
            self.access: labels(words.of(Scheme.ACCESS), language),
            self.charge: {c.value: CHARGES[c] for c in (Charge.FREE, Charge.CHARGED)},
            **{self[n]: {k.value: ANSWERS[k] for k in AGREEABLE} for n in FOUR},
        }
        for field, labelled in agreeable.items():
            field.choices = options({**NOT_AGREED, **labelled})
        self.team.choices = options(teams)
        return self

    @classmethod
    def of(cls, card: DefinitionCard) -> "FactsForm":
        words = vocabulary().words
        return cls(
            data={
                "state": card.state.value,
                "tier": words[card.tier].code if card.tier else "",
                "access": words[card.access].code if card.access else "",
                **{n: getattr(card, n) or "" for n in ("charge", *FOUR)},
                "responsible_worker": card.responsible_worker,
                "team": str(card.team or ""),
                "agreed_on": card.agreed_on,
                "review_on": card.review_on,
            }
        )

    @property
    def facts(self) -> Facts:
        words, team = vocabulary(), self.team.data
        return Facts(
            state=CardState(self.state.data),
            tier=words.of(Scheme.TIER).get(self.tier.data),
            access=words.of(Scheme.ACCESS).get(self.access.data),
            charge=Charge(self.charge.data) if self.charge.data else None,
            **{n: Known(self[n].data) if self[n].data else None for n in FOUR},
            responsible_worker=self.responsible_worker.data,
            team=Team.get_or_none(Team.id == int(team)) if team else None,
            agreed_on=self.agreed_on.data,
            review_on=self.review_on.data,
        )


class ServiceForm(BaseForm):
    """Whether a service follows the card, by the end of its address."""

    service = Line("", [at_most(LONGEST_SLUG)])
    wanted = RadioField(
        choices=options({"1": "", "0": ""}),
        validate_choice=False,
        validators=[one_of()],
    )
