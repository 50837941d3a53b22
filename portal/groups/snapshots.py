"""A group, a meeting, a decision or a question written down whole, as one flat set of
named texts, so that what two people made of it can be joined: `mailbox`,
`text/fi/name`."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from flask_babel import gettext as _
from peewee import BooleanField, DateField, ForeignKeyField
from playhouse.fields import EnumField

from portal.db import today
from portal.errors import Refused
from portal.groups.models import (
    DecisionState,
    Group,
    GroupDecision,
    GroupDecisionText,
    GroupText,
    Meeting,
    MeetingText,
    OpenQuestion,
    OpenQuestionState,
    OpenQuestionText,
)
from portal.i18n import LANGUAGES
from portal.upkeep.queries.snapshots import text_of
from portal.upkeep.snapshots import YES, Snapshot, as_date, as_number
from portal.workshops.moments import local, stored

Values = dict[str, Any]


@dataclass(frozen=True)
class Sort:
    """What is written of one sort of things: columns of their rows and words of their
    texts. `reads` and `stores` tell columns otherwise than as they are; the words
    `needed` stand in one language at least."""

    model: Any
    texts: Any
    owner: str
    columns: tuple[str, ...]
    words: tuple[str, ...]
    reads: Callable[[Any], Snapshot] = lambda _row: {}
    stores: Callable[[Snapshot, Any], Values] = lambda _values, _row: {}
    told: tuple[str, ...] = ()
    needed: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        words = [f"text/{code}/{name}" for code in LANGUAGES for name in self.words]
        return (*self.columns, *self.told, *words)

    def written(self, row: Any, texts: dict[str, Any]) -> Snapshot:
        return {
            **{name: text_of(getattr(row, name)) for name in self.columns},
            **self.reads(row),
            **{
                f"text/{code}/{name}": getattr(texts[code], name)
                if code in texts
                else ""
                for code in LANGUAGES
                for name in self.words
            },
        }

    def values(self, told: Snapshot, row: Any = None) -> Values:
        """What the columns hold for these texts; `row` is what stood before."""
        fields = self.model._meta.fields  # noqa: SLF001  Peewee's own name for it
        plain = {name: value_of(fields[name], told[name]) for name in self.columns}
        return {**plain, **self.stores(told, row)}


def value_of(field: Any, text: str) -> Any:
    if isinstance(field, BooleanField):
        return text == YES
    if isinstance(field, DateField):
        return as_date(text)
    if isinstance(field, ForeignKeyField):
        return as_number(text)
    if isinstance(field, EnumField):
        return field.python_value(text)
    return text


def clock_times(meeting: Meeting) -> Snapshot:
    starts, ends = local(meeting.starts_at), local(meeting.ends_at)
    return {
        "day": starts.date().isoformat(),
        "starts": f"{starts:%H:%M}",
        "ends": f"{ends:%H:%M}",
    }


def moments(told: Snapshot, _row: Any) -> Values:
    day = date.fromisoformat(told["day"])
    starts_at, ends_at = (
        stored(day, time.fromisoformat(told[name])) for name in ("starts", "ends")
    )
    if starts_at is None or ends_at is None or ends_at <= starts_at:
        raise Refused(_("The meeting would end before it begins. Look at its times."))
    return {"starts_at": starts_at, "ends_at": ends_at}


def settled(told: Snapshot, row: Any) -> Values:
    """The day on which an open decision was settled; none while it is open."""
    if told["state"] == DecisionState.OPEN:
        return {"settled_on": None}
    return {"settled_on": (row.settled_on if row else None) or today()}


def answered(told: Snapshot, row: Any) -> Values:
    if told["state"] != OpenQuestionState.ANSWERED:
        return {"answered_on": None}
    return {"answered_on": (row.answered_on if row else None) or today()}


GROUP = Sort(
    Group,
    GroupText,
    "group",
    ("organisation", "mailbox", "closed_on", "public"),
    ("name", "purpose", "joining"),
    needed="name",
)
MEETING = Sort(
    Meeting,
    MeetingText,
    "meeting",
    ("place", "url"),
    ("agenda", "notes"),
    clock_times,
    moments,
    ("day", "starts", "ends"),
)
DECISION = Sort(
    GroupDecision,
    GroupDecisionText,
    "decision",
    ("meeting", "decided_on", "due_on", "state"),
    ("what", "who", "reason"),
    stores=settled,
    needed="what",
)
QUESTION = Sort(
    OpenQuestion,
    OpenQuestionText,
    "question",
    ("theme", "group"),
    ("words", "why"),
    needed="words",
)
ENDING = Sort(
    OpenQuestion,
    OpenQuestionText,
    "question",
    ("state", "answer_url"),
    ("answer",),
    stores=answered,
)
