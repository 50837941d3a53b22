"""Storing a practice whole."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from portal.db import bump, database, now
from portal.directory.models import TextState
from portal.practices.indexing import entries
from portal.practices.models import (
    CHANGES,
    KIND,
    Application,
    ApplicationText,
    Practice,
    PracticeAuthor,
    PracticeTag,
    PracticeText,
    Use,
)
from portal.search import actions as search
from portal.vocabulary.queries import Word


@dataclass(frozen=True)
class PracticeDraftText:
    name: str
    summary: str = ""
    place: str = ""
    funder: str = ""
    whole: str = ""
    problem: str = ""
    audience: str = ""
    how: str = ""
    core: str = ""
    adaptable: str = ""
    needs_of: str = ""
    cost: str = ""
    not_for: str = ""
    setting: str = ""
    insight: str = ""
    co_developers: str = ""
    change: str = ""
    indicators: str = ""
    results: str = ""
    lived: str = ""
    harms: str = ""
    tips: str = ""


@dataclass(frozen=True)
class InUse:
    """Where a practice is applied, with a note in each language."""

    area: Word
    state: Use
    since: date | None
    until: date | None
    notes: dict[str, str]


def create(  # noqa: PLR0913  what a practice is made of
    values: dict[str, Any],
    texts: dict[str, PracticeDraftText],
    tags: Iterable[Word],
    uses: Iterable[InUse],
    *,
    states: Mapping[str, TextState] | None = None,
    authors: Iterable[int] = (),
) -> Practice:
    """Store a new practice with its texts, tags and places of use. Its texts are
    published but for those with other `states`; `authors` are ids of organisations
    beside the owner."""
    tags = list(tags)
    told = dict.fromkeys(texts, TextState.PUBLISHED) | dict(states or {})
    published_at = now() if TextState.PUBLISHED in told.values() else None
    with database.atomic():
        bump(CHANGES)
        practice = Practice.create(**{"published_at": published_at} | values)
        for language, text in texts.items():
            PracticeText.create(
                practice=practice,
                language=language,
                state=told[language],
                **asdict(text),
            )
        for word in tags:
            PracticeTag.create(practice=practice, term=word.id)
        for organisation in authors:
            PracticeAuthor.create(practice=practice, organisation=organisation)
        search.index_many(KIND, entries([practice.id]))
        for use in uses:
            _store_use(practice, use)
    return practice


def _store_use(practice: Practice, use: InUse) -> None:
    application = Application.create(
        practice=practice,
        area=use.area.id,
        state=use.state,
        since=use.since,
        until=use.until,
    )
    for language, note in use.notes.items():
        ApplicationText.create(application=application, language=language, note=note)
