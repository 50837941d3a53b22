"""A moderator's note on how they are."""

from flask_babel import lazy_gettext as _l

from portal.forms import BaseForm, Text, at_most, required

LONGEST_NOTE = 2000


class CareNoteForm(BaseForm):
    words = Text(
        _l("How are you?"), [required(_l("Write a few words")), at_most(LONGEST_NOTE)]
    )
