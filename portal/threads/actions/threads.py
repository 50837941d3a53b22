"""Beginning threads and writing their texts. Each change is one transaction."""

from typing import Any

from portal.accounts.models import User
from portal.db import bump, database, insert_all, now
from portal.i18n import LANGUAGES
from portal.slugs import free_slug
from portal.text import slugify
from portal.threads import things
from portal.threads.actions.standing import index, join_things, led_through
from portal.threads.models import CHANGES, Thread, ThreadText
from portal.threads.queries.ends import are_there
from portal.threads.queries.publicity import public
from portal.threads.queries.threads import written
from portal.threads.snapshots import TAGGED, TEXTS
from portal.threads.telling import tell_changed, tell_joined
from portal.threads.things import End
from portal.upkeep.merging import joined
from portal.upkeep.snapshots import Snapshot
from portal.vocabulary.queries import vocabulary

# Addresses of pages that stand beside the threads.
RESERVED = {"new"}


class NotSeen(Exception):  # noqa: N818  said to the editor in words
    """What the thread starts from is not public."""


def create(
    start: End, title: str, language: str, *, submission: str = "", slug: str = ""
) -> Thread:
    """A new thread that starts from a thing, with a title in one language. There is one
    thread from each thing. Raises LookupError for what is not there."""
    with database.atomic():
        bump(CHANGES)
        these = (Thread.kind == start.kind) & (Thread.item_id == start.id)
        if submission:
            these |= Thread.submission == submission
        made = Thread.get_or_none(these)
        if made:
            return made
        if not are_there([start]):
            raise LookupError(start)
        made = Thread.create(
            slug=free_slug(Thread.slug, slug or slugify(title), RESERVED),
            kind=start.kind,
            item_id=start.id,
            submission=submission or None,
        )
        ThreadText.create(thread=made, language=language, title=title)
        join_things({made.id: start})
    return made


def save(
    thread_id: int, values: Snapshot, *, base: Snapshot | None, by: User | None = None
) -> None:
    """Save what was changed since `base` was read. Raises Meeting where somebody else
    has changed the same."""
    with database.atomic():
        bump(CHANGES)
        theirs = written(thread_id)
        wanted = joined(base, theirs, values)
        if wanted == theirs:
            return
        Thread.update(
            edition=Thread.edition + 1, updated_at=now(), **tags(wanted)
        ).where(Thread.id == thread_id).execute()
        write_texts(thread_id, wanted)
        index([thread_id])
        tell_changed(thread_id, by)


def set_public(thread_id: int, *, wanted: bool) -> None:
    """Whether all may read it. Raises NotSeen where what it starts from is not
    public."""
    with database.atomic():
        bump(CHANGES)
        row = Thread.get_by_id(thread_id)
        start = End(row.kind, row.item_id)
        if wanted and not public([start]):
            raise NotSeen
        if row.public == wanted:
            return
        Thread.update(public=wanted, updated_at=now()).where(
            Thread.id == thread_id
        ).execute()
        index([thread_id])
        if wanted:
            proposals = [
                key for kind, key in led_through(start) if kind == things.PROPOSAL
            ]
            tell_joined(thread_id, proposals)


def tags(values: Snapshot) -> dict[str, Any]:
    words = vocabulary()
    return {
        name: words.of(name)[values[name]].id if values[name] else None
        for name in TAGGED
    }


def write_texts(thread_id: int, values: Snapshot) -> None:
    ThreadText.delete().where(ThreadText.thread == thread_id).execute()
    insert_all(
        ThreadText,
        [
            {
                "thread": thread_id,
                "language": code,
                **{name: values[f"text/{code}/{name}"] for name in TEXTS},
            }
            for code in LANGUAGES
            if values[f"text/{code}/title"]
        ],
    )
