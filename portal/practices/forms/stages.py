"""The next step in the life of a practice."""

from flask_babel import lazy_gettext as _l
from wtforms import RadioField

from portal.forms import Line, at_most, one_of, options
from portal.i18n import language
from portal.practices.labels import STAGES
from portal.practices.models import Stage
from portal.screening.forms import ScreenedForm
from portal.upkeep.notes import Note

LONGEST_NOTE = 300


class StageForm(ScreenedForm):
    pick_stage = RadioField(
        _l("Where is it now?"),
        choices=options(STAGES),
        validate_choice=False,
        validators=[one_of()],
    )
    note = Line(_l("Why, in a few words"), [at_most(LONGEST_NOTE)])

    @property
    def said(self) -> Note:
        return Note(self.note.data, language() if self.note.data else "")

    @property
    def stage(self) -> Stage:
        return Stage(self.pick_stage.data)
