from flask_babel import lazy_gettext as _l
from wtforms import BooleanField

from portal.forms import (
    Text,
    at_most,
    language_field,
    required,
    submission_field,
)
from portal.screening.forms import ScreenedForm

LONGEST = 1500


class TalkForm(ScreenedForm):
    """What questions and answers have in common."""

    language = language_field()
    submission = submission_field()


class PracticeQuestionForm(TalkForm):
    body = Text(
        _l("Your question"), [required(_l("Write your question")), at_most(LONGEST)]
    )
    pick_users = BooleanField(_l("Ask those who use it, too"))


class PracticeAnswerForm(TalkForm):
    body = Text(
        _l("Your answer"), [required(_l("Write your answer")), at_most(LONGEST)]
    )
