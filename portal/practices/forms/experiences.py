"""The forms by which people tell what they have lived through."""

from collections.abc import Mapping
from typing import Any, ClassVar

from flask_babel import lazy_gettext as _l
from wtforms import IntegerField, RadioField
from wtforms.validators import StopValidation

from portal.accounts.models import Voice
from portal.forms import (
    Text,
    at_most,
    language_field,
    one_of,
    options,
    submission_field,
)
from portal.practices.actions.experiences import Telling
from portal.practices.labels import PANEL_VERDICTS, VERDICTS
from portal.practices.models import Experience, Lived
from portal.screening.findings import Sort
from portal.screening.forms import ScreenedForm
from portal.screening.labels import ADVICE

LONGEST = 1500
MOST_PEOPLE = 500
VOICES = {Voice.RESIDENT: _l("Residents"), Voice.EXPERT: _l("Experts by experience")}


OF_ONESELF = _l("You may tell of yourself. Write so that nobody is recognised by it.")


class ExperienceForm(ScreenedForm):
    advice: ClassVar[Mapping[Sort, Any]] = {**ADVICE, Sort.HEALTH: OF_ONESELF}
    helped = Text(_l("What helped"), [at_most(LONGEST)])
    hurt = Text(_l("What hurt, or got in the way"), [at_most(LONGEST)])
    pick_verdict = RadioField(
        _l("What do you say of it as a whole?"),
        choices=options(VERDICTS),
        validate_choice=False,
        validators=[one_of(_l("Choose what you say of it as a whole"))],
    )
    language = language_field()
    submission = submission_field()

    def validate_helped(self, field: Any) -> None:
        if not (field.data or self.hurt.data):
            raise StopValidation(str(_l("Write what helped or what hurt")))

    def telling(self, voice: Voice) -> Telling:
        return Telling(
            Lived(self.pick_verdict.data),
            self.helped.data,
            self.hurt.data,
            self.language.data,
            voice,
        )


def people_of_a_panel(_form: Any, field: Any) -> None:
    if field.data is None or not 1 < field.data <= MOST_PEOPLE:
        message = _l("Write how many people there were, from 2 to 500")
        raise StopValidation(str(message))


class PanelForm(ExperienceForm):
    """What a coordinator tells for people who were heard together."""

    advice = ADVICE

    pick_verdict = RadioField(
        _l("What do they say of it as a whole?"),
        choices=options(PANEL_VERDICTS),
        validate_choice=False,
        validators=[one_of(_l("Choose what they say of it as a whole"))],
    )
    pick_voice = RadioField(
        _l("Who were they?"),
        choices=options(VOICES),
        validate_choice=False,
        validators=[one_of(_l("Choose who they were"))],
    )
    people = IntegerField(_l("How many people"), [people_of_a_panel])

    def telling(self, voice: Voice) -> Telling:  # noqa: ARG002  that of who sends it
        told = super().telling(Voice(self.pick_voice.data))
        return Telling(**{**vars(told), "people": self.people.data})


def as_told(row: Experience) -> dict[str, Any]:
    """What the form shows of what was told."""
    return {
        "pick_verdict": row.verdict,
        "helped": row.helped,
        "hurt": row.hurt,
        "language": row.language,
        "pick_voice": row.voice,
        "people": row.people,
    }
