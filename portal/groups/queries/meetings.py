"""Meetings of groups."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from peewee import JOIN, Expression

from portal.groups.models import Meeting, MeetingText
from portal.groups.queries.texts import part


@dataclass(frozen=True)
class Met:
    """A meeting with its texts, as it stands at a moment."""

    row: Meeting
    texts: Mapping[str, MeetingText]
    asked_at: datetime

    @property
    def id(self) -> int:
        return int(self.row.id)

    @property
    def cancelled(self) -> bool:
        return bool(self.row.cancelled)

    @property
    def over(self) -> bool:
        return bool(self.row.ends_at <= self.asked_at)

    def part(self, name: str, language: str) -> tuple[str, str]:
        return part(self.texts, name, language)

    def has(self, name: str) -> bool:
        return any(getattr(text, name) for text in self.texts.values())


def meetings(group_id: int, moment: datetime) -> list[Met]:
    """All of a group in the order of time. One statement."""
    return _met(Meeting.group == group_id, moment)


def meeting(group_id: int, meeting_id: int, moment: datetime) -> Met | None:
    """One statement."""
    this = (Meeting.group == group_id) & (Meeting.id == meeting_id)
    return next(iter(_met(this, moment)), None)


def _met(where: Expression, moment: datetime) -> list[Met]:
    rows: dict[int, Meeting] = {}
    texts: dict[int, dict[str, MeetingText]] = defaultdict(dict)
    for row in (
        Meeting.select(Meeting, MeetingText)
        .join(MeetingText, JOIN.LEFT_OUTER, attr="text")
        .where(where)
        .order_by(Meeting.starts_at, Meeting.id)
    ):
        rows.setdefault(row.id, row)
        text = row.text  # type: ignore[attr-defined]
        if text:
            texts[row.id][text.language] = text
    return [Met(row, texts[key], moment) for key, row in rows.items()]
