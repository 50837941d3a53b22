from typing import Any, Self

from flask_babel import lazy_gettext as _l
from wtforms import Field, Form, HiddenField, RadioField, SelectField
from wtforms.validators import Optional, StopValidation

from portal.directory.models import ServiceVersion, Team
from portal.forms import BaseForm, Text, at_most, one_of, options
from portal.i18n import LANGUAGES
from portal.screening.forms import no_identity_code
from portal.upkeep.actions.feedback import Answering
from portal.upkeep.feedback_labels import FEEDBACK_STATES, OUTCOMES
from portal.upkeep.models import FeedbackState, Outcome, ServiceFeedback

LONGEST_ANSWER = 3000
LONGEST_NUMBER = 9


def seen(edition: str | None) -> int:
    """The edition that was read; of what can't be one, an impossible one."""
    written = edition or ""
    fits = written.isascii() and written.isdigit() and len(written) <= LONGEST_NUMBER
    return int(written) if fits else 0


def needed_to_end(message: str) -> Any:
    """An answer is an answer only with these."""

    def check(form: Form, field: Field) -> None:
        if form["state"].data == FeedbackState.ANSWERED and not field.data:
            raise StopValidation(message)

    return check


def by_a_change(form: Form, field: Field) -> None:
    """Only what was mended has a change that mended it."""
    if field.data and form["outcome"].data != Outcome.MENDED:
        raise StopValidation(str(_l("Nothing was mended, so choose no change")))


class AnswerFeedbackForm(BaseForm):
    state = RadioField(
        _l("How far is it?"),
        choices=options(FEEDBACK_STATES),
        validate_choice=False,
        validators=[one_of(_l("Choose how far it is"))],
    )
    team = SelectField(
        _l("Team that answers"), validate_choice=False, validators=[one_of()]
    )
    outcome = RadioField(
        _l("What came of it"),
        choices=options(OUTCOMES),
        validate_choice=False,
        validators=[
            needed_to_end(_l("Choose what came of it")),
            Optional(),
            one_of(),
        ],
    )
    answer = Text(
        _l("The answer"),
        [
            needed_to_end(_l("Write the answer, with the reason")),
            at_most(LONGEST_ANSWER),
            no_identity_code,
        ],
    )
    answer_language = SelectField(
        _l("Language of the answer"),
        choices=options(LANGUAGES),
        validate_choice=False,
        validators=[one_of()],
    )
    version = SelectField(
        _l("The change that mended it"),
        validate_choice=False,
        validators=[by_a_change, one_of()],
    )
    edition = HiddenField()

    @classmethod
    def of(
        cls,
        found: ServiceFeedback,
        teams: dict[str, str],
        versions: dict[str, str],
    ) -> Self:
        """The form as it was sent, or with what is stored."""
        form = cls.read(
            data={
                "state": found.state,
                "team": str(found.team or ""),
                "outcome": found.outcome,
                "answer": found.answer,
                "answer_language": found.answer_language or found.language,
                "version": str(found.version or ""),
                "edition": str(found.edition),
            }
        )
        form.team.choices = options(teams)
        form.version.choices = options(versions)
        return form

    @property
    def seen_edition(self) -> int:
        return seen(self.edition.data)

    @property
    def answering(self) -> Answering:
        outcome = Outcome(self.outcome.data) if self.outcome.data else None
        return Answering(
            state=FeedbackState(self.state.data),
            team=_row(Team, self.team.data),
            outcome=outcome,
            answer=self.answer.data,
            answer_language=self.answer_language.data,
            version=_row(ServiceVersion, self.version.data),
        )


def _row(model: Any, chosen: str) -> Any:
    """The row that was chosen; the choices are rows that are there."""
    return model.get_or_none(model.id == int(chosen)) if chosen else None
