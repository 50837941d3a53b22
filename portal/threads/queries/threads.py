"""Threads as pages, as rows of a list, and as those who edit them write them."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from peewee import JOIN

from portal.directory.queries.names import in_language
from portal.i18n import LANGUAGES
from portal.threads.models import Thread, ThreadText
from portal.threads.queries.publicity import is_public
from portal.threads.snapshots import TAGGED, TEXTS
from portal.threads.things import End
from portal.upkeep.snapshots import Snapshot
from portal.vocabulary.queries import Word, vocabulary


@dataclass(frozen=True)
class Found:
    """A thread with its texts by language. `public` is what was set; it `is_seen` if
    what it starts from is public too."""

    id: int
    slug: str
    start: End
    public: bool
    is_seen: bool
    theme: Word | None
    area: Word | None
    texts: dict[str, ThreadText]

    def text(self, language: str) -> ThreadText:
        return in_language(self.texts, language)[0]


@dataclass(frozen=True)
class Listing:
    """`themes` and `areas` are those that any public thread has."""

    found: list[Found]
    themes: list[Word]
    areas: list[Word]


def thread(slug: str) -> Found | None:
    """One statement."""
    return next(iter(read(Thread.slug == slug)), None)


def thread_from(start: End) -> Found | None:
    """The thread that starts from this thing. One statement."""
    these = (Thread.kind == start.kind) & (Thread.item_id == start.id)
    return next(iter(read(these)), None)


def listing(theme: str = "", area: str = "", *, drafts: bool = False) -> Listing:
    """The public threads of a theme and an area, or of all, the newest first; with
    those that are not public for who edits them. One statement."""
    every = read(True if drafts else is_public())
    return Listing(
        [
            one
            for one in every
            if (not theme or (one.theme and one.theme.code == theme))
            and (not area or (one.area and one.area.code == area))
        ],
        in_use(one.theme for one in every),
        in_use(one.area for one in every),
    )


def newest() -> Found | None:
    """The public thread that began or was told anew last. One statement."""
    last = (
        Thread.select(Thread.id)
        .where(is_public())
        .order_by(Thread.updated_at.desc(), Thread.id.desc())
        .limit(1)
    )
    return next(iter(read(Thread.id.in_(last))), None)


def read(these: Any) -> list[Found]:
    """Those that have a text, the newest first."""
    words = vocabulary().words
    rows: Iterable[Any] = (
        ThreadText.select(ThreadText, Thread, is_public().alias("seen"))
        .join(Thread, JOIN.INNER)
        .where(these)
        .order_by(Thread.updated_at.desc(), Thread.id.desc())
    )
    threads: dict[int, Any] = {}
    texts: dict[int, dict[str, ThreadText]] = defaultdict(dict)
    for row in rows:
        threads[row.thread.id] = row
        texts[row.thread.id][row.language] = row
    return [
        Found(
            key,
            row.thread.slug,
            End(row.thread.kind, row.thread.item_id),
            row.thread.public,
            bool(row.seen),
            words.get(row.thread.theme),
            words.get(row.thread.area),
            texts[key],
        )
        for key, row in threads.items()
    ]


def in_use(words: Iterable[Word | None]) -> list[Word]:
    found = {word.id: word for word in words if word}
    return [found[key] for key in sorted(found)]


def written(thread_id: int) -> Snapshot:
    """As it stands in the database now, and not in memory."""
    row = Thread.get_by_id(thread_id)
    texts = {
        text.language: text
        for text in ThreadText.select().where(ThreadText.thread == thread_id)
    }
    words = vocabulary().words
    return {
        **{
            name: words[key].code if key in words else ""
            for name in TAGGED
            for key in [getattr(row, name)]
        },
        **{
            f"text/{code}/{name}": getattr(texts[code], name) if code in texts else ""
            for code in LANGUAGES
            for name in TEXTS
        },
    }
