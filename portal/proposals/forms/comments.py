from flask_babel import lazy_gettext as _l
from wtforms import RadioField

from portal.forms import (
    Text,
    at_most,
    language_field,
    one_of,
    options,
    required,
    submission_field,
)
from portal.proposals.labels import COMMENT_STANCES
from portal.proposals.models import Comment, Stance
from portal.screening.forms import ScreenedForm

LONGEST_COMMENT = 600


class ReplyForm(ScreenedForm):
    body = Text(
        _l("Your reply"),
        [required(_l("Write your reply")), at_most(LONGEST_COMMENT)],
    )
    language = language_field()
    submission = submission_field()

    @property
    def stance(self) -> Stance | None:
        return None


class CommentForm(ReplyForm):
    body = Text(
        _l("Your comment"),
        [required(_l("Write your comment")), at_most(LONGEST_COMMENT)],
    )
    pick_stance = RadioField(
        _l("What do you want to say?"),
        choices=options(COMMENT_STANCES),
        validate_choice=False,
        validators=[one_of(_l("Choose what you want to say with it"))],
    )

    @property
    def stance(self) -> Stance | None:
        return Stance(self.pick_stance.data)


def as_written(row: Comment) -> ReplyForm:
    """The form to reword a comment or a reply with."""
    given = {"body": row.body, "language": row.language}
    if row.replies_to:
        return ReplyForm(data=given)
    return CommentForm(data={**given, "pick_stance": row.stance})


def sent_for(row: Comment) -> ReplyForm:
    return ReplyForm.read() if row.replies_to else CommentForm.read()
