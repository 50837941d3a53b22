"""The form by which somebody tells how it went."""

from collections.abc import Mapping
from typing import Any, ClassVar

from flask_babel import lazy_gettext as _l
from wtforms import RadioField

from portal.accounts.models import Voice
from portal.forms import (
    Text,
    at_most,
    language_field,
    one_of,
    options,
    required,
    submission_field,
)
from portal.practices.forms.experiences import OF_ONESELF
from portal.screening.findings import Sort
from portal.screening.forms import ScreenedForm
from portal.screening.labels import ADVICE
from portal.threads.actions.effects import Telling
from portal.threads.labels_of_effects import WENT
from portal.threads.models import Effect, Went
from portal.workshops.labels import VOICES

LONGEST = 1500


class EffectForm(ScreenedForm):
    """For somebody whose voice is known."""

    advice: ClassVar[Mapping[Sort, Any]] = {**ADVICE, Sort.HEALTH: OF_ONESELF}
    pick_went = RadioField(
        _l("Did it change for you?"),
        choices=options(WENT),
        validate_choice=False,
        validators=[one_of(_l("Choose whether it changed for you"))],
    )
    body = Text(
        _l("How it went, in your own words"),
        [required(_l("Write how it went")), at_most(LONGEST)],
    )
    language = language_field()
    submission = submission_field()

    def telling(self, voice: Voice) -> Telling:
        return Telling(
            Went(self.pick_went.data), self.body.data, self.language.data, voice
        )


class UnknownForm(EffectForm):
    """For somebody without an account."""

    pick_voice = RadioField(
        _l("I speak as"),
        choices=options(VOICES),
        validate_choice=False,
        validators=[one_of(_l("Choose as whom you speak"))],
    )

    def telling(self, voice: Voice) -> Telling:
        chosen = Voice(self.pick_voice.data) if self.pick_voice.data else voice
        return super().telling(chosen)


def as_told(row: Effect) -> dict[str, Any]:
    """What the form shows of what was told."""
    return {
        "pick_went": row.went,
        "body": row.body,
        "language": row.language,
        "pick_voice": row.voice,
    }
