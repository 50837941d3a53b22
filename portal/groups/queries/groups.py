"""Groups, as they are listed and found."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from peewee import Expression, fn

from portal.db import local_day, tuples
from portal.groups.life import Life, life
from portal.groups.models import Group, GroupText, Meeting
from portal.groups.queries.publicity import is_public
from portal.groups.queries.texts import part, with_texts


@dataclass(frozen=True)
class Found:
    """A group with its texts; what the policy asks about it."""

    row: Group
    texts: Mapping[str, GroupText]

    @property
    def id(self) -> int:
        return int(self.row.id)

    @property
    def slug(self) -> str:
        return str(self.row.slug)

    @property
    def organisation(self) -> int | None:
        number: int | None = self.row.organisation
        return number

    def part(self, name: str, language: str) -> tuple[str, str]:
        """These words and their language; nothing where they are in none."""
        return part(self.texts, name, language)

    def name(self, language: str) -> tuple[str, str]:
        return self.part("name", language)


@dataclass(frozen=True)
class Listed:
    """A group with the meeting it had last and the one it has next."""

    found: Found
    last: datetime | None
    next: datetime | None
    life: Life


def group(slug: str) -> Found | None:
    """One statement."""
    return next(iter(_found(Group.slug == slug)), None)


def by_ids(ids: list[int]) -> dict[int, Found]:
    """One statement."""
    return {found.id: found for found in _found(Group.id.in_(ids))} if ids else {}


def listing(
    moment: datetime, mine: frozenset[int] | None = frozenset()
) -> list[Listed]:
    """Public groups, and drafts of these organisations (None is all). Those that meet
    next come first. Two statements."""
    shown: Expression = is_public()
    if mine is None:
        shown = shown | (Group.public == False)  # noqa: E712
    elif mine:
        shown = shown | Group.organisation.in_(sorted(mine))
    every = _found(shown)
    met = meeting_days(moment)
    day = local_day(moment)
    listed = [listed_on(day, one, *met.get(one.id, (None, None))) for one in every]
    far = datetime.max  # noqa: DTZ901  stored moments bear no zone
    return sorted(
        listed,
        key=lambda one: (list(Life).index(one.life), one.next or far, -one.found.id),
    )


def listed_on(
    day: date, found: Found, last: datetime | None, coming: datetime | None
) -> Listed:
    moment = coming or last
    latest = local_day(moment) if moment else None
    return Listed(found, last, coming, life(found.row.closed_on, latest, day))


def meeting_days(
    moment: datetime,
) -> dict[int, tuple[datetime | None, datetime | None]]:
    """When each group met last and meets next. One statement."""
    over, ahead = Meeting.ends_at <= moment, Meeting.ends_at > moment
    query = Meeting.select(
        Meeting.group,
        fn.MAX(Meeting.starts_at).filter(over),
        fn.MIN(Meeting.starts_at).filter(ahead),
    ).where(~Meeting.cancelled)
    return {
        key: (last, coming)
        for key, last, coming in tuples(query.group_by(Meeting.group))
    }


def _found(where: Expression) -> list[Found]:
    named = where & (GroupText.name != "")
    return [Found(*one) for one in with_texts(GroupText.group, named)]
