"""An inventory: the same questions to every municipality, side by side."""

from enum import StrEnum

from peewee import (
    BooleanField,
    CharField,
    DateField,
    DateTimeField,
    IntegerField,
    TextField,
)
from playhouse.fields import EnumField

from portal.accounts.models import User
from portal.db import BaseModel, now, reference
from portal.practices.models import Practice
from portal.vocabulary.models import Term

CHANGES = "inventories"
NOT_KNOWN = "?"
"""In the place of the code of an option: they do not know."""


class InventoryState(StrEnum):
    DRAFT = "draft"
    ASKING = "asking"
    CLOSED = "closed"


class Inventory(BaseModel):
    """Answers are taken while it is asking; `closed_at` tells when that ended."""

    slug = CharField(unique=True, max_length=120)
    state = EnumField(InventoryState, max_length=10, default=InventoryState.DRAFT)
    public = BooleanField(default=False)
    edition = IntegerField(default=1)
    due_on = DateField(null=True)
    closed_at = DateTimeField(null=True)
    made_by = reference(User, null=True, on_delete="SET NULL")
    made_at = DateTimeField(default=now)
    submission = CharField(max_length=40, null=True, unique=True)


class InventoryText(BaseModel):
    inventory = reference(Inventory, on_delete="CASCADE", backref="texts")
    language = CharField(max_length=2)
    title = CharField(max_length=200)
    intro = TextField(default="")

    class Meta:
        indexes = ((("inventory", "language"), True),)


class InventoryQuestion(BaseModel):
    """A question from one edition of the set to another: it is in force from `since`
    until `until`, both editions included. A question that says something else is a new
    one with the same `code`."""

    inventory = reference(Inventory, on_delete="CASCADE", backref="questions")
    code = CharField(max_length=40)
    position = IntegerField()
    since = IntegerField()
    until = IntegerField(null=True)
    coded = BooleanField(default=True)
    practice = reference(Practice, null=True, on_delete="SET NULL")

    class Meta:
        indexes = ((("inventory", "code", "since"), True),)


class InventoryQuestionText(BaseModel):
    """A question in one language; `options` are its coded answers, one a line as
    `code: words`, in the same order in every language."""

    question = reference(InventoryQuestion, on_delete="CASCADE", backref="texts")
    language = CharField(max_length=2)
    words = TextField()
    help = TextField(default="")
    options = TextField(default="")

    class Meta:
        indexes = ((("question", "language"), True),)


class Respondent(BaseModel):
    """Who answers for one area: a role, and the address where its link was sent,
    which is erased a while after the inventory was closed. The link is signed; ending
    it raises `link_edition`."""

    inventory = reference(Inventory, on_delete="CASCADE", backref="respondents")
    area = reference(Term, on_delete="CASCADE")
    role = CharField(max_length=160, default="")
    email = CharField(max_length=200, default="")
    language = CharField(max_length=2)
    link_edition = IntegerField(default=1)
    asked_at = DateTimeField(null=True)
    reminded_at = DateTimeField(null=True)
    done_at = DateTimeField(null=True)

    class Meta:
        indexes = ((("inventory", "area"), True),)


class InventoryAnswer(BaseModel):
    """What an area answers. `option` is a code, NOT_KNOWN, or empty where only words
    are written; a row that is missing, or kept for its mark alone, is not answered.
    `edition` counts the changes. Words that are `held` are read by a coordinator before
    others see them."""

    respondent = reference(Respondent, on_delete="CASCADE", backref="answers")
    question = reference(InventoryQuestion, on_delete="CASCADE", backref="answers")
    option = CharField(max_length=40, default="")
    words = TextField(default="")
    language = CharField(max_length=2)
    held = BooleanField(default=False)
    edition = IntegerField(default=1)
    answered_at = DateTimeField(default=now)

    class Meta:
        indexes = ((("respondent", "question"), True),)


class Verdict(StrEnum):
    KEEP = "keep"
    MERGE = "merge"
    RETIRE = "retire"


class InventoryMark(BaseModel):
    """What is to become of the way an area does something, and why."""

    answer = reference(InventoryAnswer, unique=True, on_delete="CASCADE")
    verdict = EnumField(Verdict, max_length=10)
    reason = TextField(default="")
    language = CharField(max_length=2)
    marked_by = reference(User, null=True, on_delete="SET NULL")
    marked_at = DateTimeField(default=now)


class InventorySnapshot(BaseModel):
    """The whole grid as it stood on a day; `content` is JSON."""

    inventory = reference(Inventory, on_delete="CASCADE", backref="snapshots")
    taken_on = DateField()
    taken_by = reference(User, null=True, on_delete="SET NULL")
    note = CharField(max_length=200, default="")
    content = TextField()

    class Meta:
        indexes = ((("inventory", "taken_on"), False),)
