from collections.abc import Mapping

from flask_babel import lazy_gettext as _l
from wtforms import Field, Form, RadioField
from wtforms.validators import Optional, StopValidation

from portal.agreement.actions import Ruling
from portal.agreement.forms.choices import choice
from portal.agreement.labels import DECISIONS, ROLLOUT_STATES
from portal.agreement.models import Decision
from portal.agreement.queries.agreed import Decided
from portal.agreement.queries.rollouts import Cell
from portal.db import today
from portal.forms import BaseForm, at_most, one_of, options
from portal.forms import Text as TextField
from portal.i18n import LANGUAGES
from portal.workshops.forms import Day

LONGEST_REASON = 1000


def needed_to_accept(form: Form, field: Field) -> None:
    written = "".join(field.raw_data or ()).strip()
    if form["state"].data == Decision.ACCEPTED and not written:
        field.errors = []
        raise StopValidation(str(_l("Tell until when the difference is accepted")))
    if field.data and field.data < today():
        raise StopValidation(str(_l("This day has passed. Choose one to come")))


class DeviationForm(BaseForm):
    """What is decided of one difference. A reason in one language is enough."""

    state = RadioField(
        _l("What do we do?"),
        choices=options(DECISIONS),
        validate_choice=False,
        validators=[one_of(_l("Choose what we do"))],
    )
    accepted_until = Day(_l("Until when"), [needed_to_accept, Optional()])

    @classmethod
    def of(cls, decided: Decided | None) -> "DeviationForm":
        if decided is None:
            return cls()
        reasons = {f"reason_{code}": text for code, text in decided.reasons.items()}
        return cls(
            data={
                "state": decided.state.value,
                "accepted_until": decided.until,
                **reasons,
            }
        )

    @property
    def ruling(self) -> Ruling:
        reasons = {code: self[f"reason_{code}"].data for code in LANGUAGES}
        return Ruling(
            Decision(self.state.data),
            {code: reason for code, reason in reasons.items() if reason},
            self.accepted_until.data,
        )


def reason_somewhere(form: Form, field: Field) -> None:
    """The first language asks for a reason if no language has one."""
    names = [f"reason_{code}" for code in LANGUAGES]
    if field.name == names[0] and not any(form[name].data for name in names):
        raise StopValidation(str(_l("Write the reason in one language at least")))


class RolloutForm(BaseForm):
    """How far the responsible worker has come in one place."""

    card = choice(_l("Type of service"))
    area = choice(_l("Municipality"))
    state = RadioField(
        _l("How far has it come?"),
        choices=options({"": _l("Not known"), **ROLLOUT_STATES}),
        validate_choice=False,
        validators=[one_of(_l("Choose how far it has come"))],
    )
    since = Day(_l("Since when"), [Optional()])

    @classmethod
    def of(
        cls, card: str, area: str, cell: Cell, notes: Mapping[str, str]
    ) -> "RolloutForm":
        return cls(
            data={
                "card": card,
                "area": area,
                "state": cell.state.value if cell.state else "",
                "since": cell.since,
                **{f"note_{code}": note for code, note in notes.items()},
            }
        )

    def offer(
        self, cards: Mapping[str, str], areas: Mapping[str, str]
    ) -> "RolloutForm":
        self.card.choices = options(cards)
        self.area.choices = options(areas)
        return self

    @property
    def notes(self) -> dict[str, str]:
        notes = {code: self[f"note_{code}"].data for code in LANGUAGES}
        return {code: note for code, note in notes.items() if note}


for _code in LANGUAGES:
    setattr(
        DeviationForm,
        f"reason_{_code}",
        TextField(_l("Reason"), [at_most(LONGEST_REASON), reason_somewhere]),
    )
    setattr(
        RolloutForm, f"note_{_code}", TextField(_l("Note"), [at_most(LONGEST_REASON)])
    )
