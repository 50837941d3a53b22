"""Where a practice is applied: who uses it, since when, and what they changed."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from peewee import JOIN

from portal.db import local_day, today, tuples
from portal.directory.queries.names import in_language, organisation_names
from portal.directory.reviews import MONTHS_A_YEAR, months_after
from portal.practices.models import Application, ApplicationText, Use
from portal.practices.queries.texts import is_published
from portal.screening.screen import tells_danger
from portal.vocabulary.queries import Word, vocabulary

WORDS = ("note", "result", "stopped", "contact")
NOTHING = ("", "")
LIVELIEST = (Use.IN_USE, Use.ON_TRIAL, Use.PLANNED, Use.STOPPED)
MOST_TIMES = 3
"""So many questions without an answer, and we ask no more."""
DAYS_BETWEEN = 30

Said = tuple[str, str]
"""Words and the language they are in; both empty where there are none."""


@dataclass(frozen=True)
class Applied:
    """One application. `told_on` is when it was last told or confirmed; `told_by` and
    `organisation` are what the policy asks."""

    id: int
    practice: int
    area: Word
    state: Use
    since: date | None
    until: date | None
    organisation: int | None
    organisation_name: Said
    version: int | None
    told_by: int | None
    told_on: date
    asked_on: date | None
    asked_times: int
    email: str
    edition: int
    words: dict[str, dict[str, str]] = field(default_factory=dict)
    """By heading, then by language."""
    language: str = ""

    def said(self, heading: str) -> Said:
        written = self.words.get(heading, {})
        return in_language(written, self.language) if written else NOTHING

    @property
    def worries(self) -> bool:
        """Whether what is told of it tells of danger."""
        return tells_danger(
            *(text for written in self.words.values() for text in written.values())
        )

    @property
    def unconfirmed(self) -> bool:
        """Nobody has said for over a year that it is so, and nobody is asked now."""
        if self.state is Use.STOPPED or self.told_on > a_year_ago():
            return False
        if not self.email:
            return True
        asked = self.asked_on or date.max
        waited = asked <= today() - timedelta(days=DAYS_BETWEEN)
        return self.asked_times >= MOST_TIMES and waited


COLUMNS = (
    Application.id,
    Application.practice,
    Application.area,
    Application.state,
    Application.since,
    Application.until,
    Application.organisation,
    Application.version,
    Application.told_by,
    Application.told_at,
    Application.confirmed_on,
    Application.asked_on,
    Application.asked_times,
    Application.email,
    Application.edition,
)


def applications(condition: Any, language: str) -> list[Applied]:
    """These applications with what is told of them: those in use first, then by when
    they began. One statement."""
    found: dict[int, Applied] = {}
    words: dict[int, dict[str, dict[str, str]]] = defaultdict(lambda: defaultdict(dict))
    reading = reader(language, words)
    for *row, spoken, note, result, stopped, contact in tuples(
        Application.select(
            *COLUMNS,
            ApplicationText.language,
            *(getattr(ApplicationText, name) for name in WORDS),
        )
        .join(ApplicationText, JOIN.LEFT_OUTER)
        .where(condition)
    ):
        applied = found.setdefault(row[0], reading(row))
        for name, text in zip(WORDS, (note, result, stopped, contact), strict=True):
            if text:
                words[applied.id][name][spoken] = text
    return in_order(found.values())


def reader(
    language: str, words: dict[int, dict[str, dict[str, str]]]
) -> Callable[[list[Any]], Applied]:
    areas, owners = vocabulary().words, organisation_names(language)

    def read(row: list[Any]) -> Applied:
        key, practice, area, state, since, until, owner, version, by, at, *rest = row
        confirmed, asked_on, times, email, edition = rest
        return Applied(
            id=key,
            practice=practice,
            area=areas[area],
            state=state,
            since=since,
            until=until,
            organisation=owner,
            organisation_name=owners.get(owner, NOTHING),
            version=version,
            told_by=by,
            told_on=max(local_day(at), confirmed or date.min),
            asked_on=asked_on,
            asked_times=times,
            email=email,
            edition=edition,
            words=words[key],
            language=language,
        )

    return read


def in_order(found: Iterable[Applied]) -> list[Applied]:
    return sorted(
        found,
        key=lambda one: (
            LIVELIEST.index(one.state),
            one.since or date.max,
            one.id,
        ),
    )


def application(practice_id: int, number: int, language: str) -> Applied | None:
    this = (Application.practice == practice_id) & (Application.id == number)
    return next(iter(applications(this, language)), None)


def twin(practice_id: int, area: int, organisation: int | None) -> int | None:
    """The application of the same organisation in the same area, if it is there."""
    this = (Application.practice == practice_id) & (Application.area == area)
    owner = Application.organisation
    this &= owner.is_null() if organisation is None else owner == organisation
    row = Application.select(Application.id).where(this).first()
    return row.id if row else None


def last_told(user_id: int) -> tuple[int, int | None] | None:
    """Area and organisation of what this user told last, of any practice."""
    rows = tuples(
        Application.select(Application.area, Application.organisation)
        .where(Application.told_by == user_id)
        .order_by(Application.id.desc())
        .limit(1)
    )
    return rows[0] if rows else None


def of_public() -> Any:
    """Of an application: something of its practice is published."""
    return is_published(Application.practice)


def a_year_ago() -> date:
    return months_after(today(), -MONTHS_A_YEAR)
