"""What readers say: questions, answers, and other words they suggest."""

from enum import StrEnum

from peewee import BooleanField, CharField, DateTimeField, IntegerField, TextField
from playhouse.fields import EnumField

from portal.accounts.models import User, Voice
from portal.db import BaseModel, now, reference
from portal.practices.models.practices import Practice

PRACTICE_QUESTION = "practice-question"
PRACTICE_ANSWER = "practice-answer"
SUGGESTION = "suggestion"


class TalkState(StrEnum):
    WAITING = "waiting"
    PUBLISHED = "published"
    RETURNED = "returned"
    HIDDEN = "hidden"
    WITHDRAWN = "withdrawn"


class PracticeQuestion(BaseModel):
    """A question about a practice. `to_users` asks those who use it too. `accepted` is
    the answer that the asker found right."""

    practice = reference(Practice, on_delete="CASCADE", backref="questions")
    author = reference(User, null=True, on_delete="SET NULL")
    voice = EnumField(Voice, max_length=20)
    language = CharField(max_length=2)
    body = TextField()
    to_users = BooleanField(default=False)
    state = EnumField(TalkState, max_length=10, default=TalkState.WAITING)
    accepted = IntegerField(null=True)
    written_at = DateTimeField(default=now)
    published_at = DateTimeField(null=True)
    submission = CharField(unique=True, max_length=40)

    class Meta:
        indexes = ((("practice", "state"), False),)


class PracticeAnswer(BaseModel):
    question = reference(PracticeQuestion, on_delete="CASCADE", backref="answers")
    author = reference(User, null=True, on_delete="SET NULL")
    voice = EnumField(Voice, max_length=20)
    language = CharField(max_length=2)
    body = TextField()
    state = EnumField(TalkState, max_length=10, default=TalkState.WAITING)
    written_at = DateTimeField(default=now)
    published_at = DateTimeField(null=True)
    submission = CharField(unique=True, max_length=40)

    class Meta:
        indexes = ((("question", "state"), False),)


class SuggestionState(StrEnum):
    """A moderator reads it while it waits; then it is offered to the authors."""

    WAITING = "waiting"
    OFFERED = "offered"
    TAKEN = "taken"
    DECLINED = "declined"
    RETURNED = "returned"
    HIDDEN = "hidden"
    WITHDRAWN = "withdrawn"


class Suggestion(BaseModel):
    """Other words for a practice that a reader suggests. `edition` is what they read,
    `values` JSON of named texts. A moderator reads it, then its authors take it over,
    in part or whole, or decline it with a reason."""

    practice = reference(Practice, on_delete="CASCADE", backref="suggestions")
    author = reference(User, null=True, on_delete="SET NULL")
    voice = EnumField(Voice, max_length=20)
    language = CharField(max_length=2)
    edition = IntegerField()
    values = TextField()
    why = CharField(max_length=300, default="")
    state = EnumField(SuggestionState, max_length=10, default=SuggestionState.WAITING)
    written_at = DateTimeField(default=now)
    settled_at = DateTimeField(null=True)
    settled_by = reference(
        User, null=True, on_delete="SET NULL", backref="suggestions_settled"
    )
    reason = CharField(max_length=300, default="")
    submission = CharField(unique=True, max_length=40)

    class Meta:
        indexes = ((("practice", "state"), False),)
