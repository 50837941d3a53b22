"""What authors and readers write to moderators: seen by them only, so that it may tell
of persons; signs of danger are heard."""

from flask_babel import lazy_gettext as _l
from wtforms import RadioField

from portal.forms import Text, at_most, one_of, options
from portal.moderation.labels import FLAG_REASONS
from portal.moderation.models import FlagReason
from portal.screening.findings import Sort
from portal.screening.forms import ScreenedForm

LONGEST_MESSAGE = 600
ALL_BUT_DANGER = frozenset(Sort) - {Sort.DANGER}


class AppealForm(ScreenedForm):
    passes = ALL_BUT_DANGER
    message = Text(_l("What do you want to say to them?"), [at_most(LONGEST_MESSAGE)])


class FlagForm(ScreenedForm):
    passes = ALL_BUT_DANGER
    reason = RadioField(
        _l("What is wrong with it?"),
        choices=options(FLAG_REASONS),
        validate_choice=False,
        validators=[one_of(_l("Choose what is wrong with it"))],
    )
    message = Text(_l("In your own words"), [at_most(LONGEST_MESSAGE)])

    @property
    def chosen(self) -> FlagReason:
        return FlagReason(self.reason.data)
