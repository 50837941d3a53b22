from collections.abc import Mapping
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import RadioField

from portal.agreement.forms.choices import choice
from portal.agreement.labels import CARD_STATES, FIELDS, PARTS
from portal.agreement.models import Field as Compared
from portal.agreement.queries.written import FACTS, FOUR
from portal.directory.labels import ANSWERS, CHARGES
from portal.directory.models import Charge, Known
from portal.forms import BaseForm, Line, at_most, one_of, options, required
from portal.forms import Text as TextField
from portal.upkeep.forms.fields import Day, Tick
from portal.upkeep.forms.snapshots import ReadForm
from portal.vocabulary.models import Scheme
from portal.vocabulary.queries import Word, vocabulary

LONGEST_NAME = 200
LONGEST_TEXT = 8000
LONGEST_SLUG = 120
NOT_AGREED = {"": _l("Not agreed")}
AGREEABLE = (Known.YES, Known.NO)


class TextForm(ReadForm):
    """A card in one language."""

    name = Line(
        PARTS["name"], [required(_l("Give the card a name")), at_most(LONGEST_NAME)]
    )

    names = {name: name for name in PARTS}  # noqa: RUF012  a table


for _name, _label in PARTS.items():
    if _name != "name":
        setattr(TextForm, _name, TextField(_label, [at_most(LONGEST_TEXT)]))


def labels(words: Mapping[str, Word], language: str) -> dict[str, str]:
    return {code: word.labels[language] for code, word in words.items()}


class FactsForm(ReadForm):
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
    responsible_worker = Tick(_l("Each client has a responsible worker"))
    team = choice(_l("Team that answers for the card"))
    agreed_on = Day(_l("Agreed on"))
    review_on = Day(_l("Looked at again by"))

    names = {name: name for name in FACTS}  # noqa: RUF012  a table

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


class ServiceForm(BaseForm):
    """Whether a service follows the card, by the end of its address."""

    service = Line("", [at_most(LONGEST_SLUG)])
    wanted = RadioField(
        choices=options({"1": "", "0": ""}),
        validate_choice=False,
        validators=[one_of()],
    )
