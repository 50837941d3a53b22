"""What has changed, as it is read: with its title, its words and its thread."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from flask import url_for

from portal.db import tuples
from portal.directory.queries.names import in_language
from portal.threads.addresses import BY_SLUG
from portal.threads.changing_content import RULES
from portal.threads.labels_of_changes import SAYS, says_of_text
from portal.threads.models import KIND as THREAD
from portal.threads.models import Thread, ThreadText
from portal.threads.queries.changed_texts import Changed, told_of
from portal.threads.queries.changed_titles import Title, titles
from portal.threads.queries.changes import Change, Place, Wish, changes
from portal.threads.queries.links import graph
from portal.threads.queries.named import Named
from portal.threads.queries.publicity import is_public
from portal.threads.things import SERVICE_VERSION, End

LOOKED_AT = 3
"""So many rows are read for each that is shown: of some versions the public sees
nothing."""
ADDRESSES = {
    **BY_SLUG,
    "service": "directory.service",
    "material": "materials.material",
    "cost-study": "costs.study",
    "open-question": "groups.open_question",
    THREAD: "threads.thread",
}
DIFFERENCES = {"service": "upkeep.versions", "practice": "practices.versions"}


@dataclass(frozen=True)
class Row:
    """A change; `says` is in the language of the page, `note` in its own. Rules have no
    title."""

    name: str
    kind: str
    id: int
    day: date
    moment: datetime
    title: Title | None
    says: str
    note: str
    note_language: str
    url: str
    difference: str
    threads: list[Named]

    @property
    def month(self) -> date:
        return self.day.replace(day=1)


@dataclass(frozen=True)
class News:
    """`after` is the place of what comes next, if anything does."""

    rows: list[Row]
    after: Place | None


def news(wish: Wish, language: str, most: int) -> News:
    """Newest first. Four statements, and two that are remembered."""
    looked_at = LOOKED_AT * most
    found = changes(wish, looked_at)
    told = told_of(found, most + 1)
    changed = dict(told[:most])
    shown = list(changed)
    ends = len(found) < looked_at and len(told) <= most
    last = shown[-1] if len(told) > most else (found[-1] if found else None)
    called = titles(shown, language)
    through = threads_through(shown, language)
    rows = [
        row_of(one, changed[one], called, through)
        for one in shown
        if one.kind == RULES or (one.kind, one.item) in called
    ]
    return News(rows, None if ends or last is None else last.place)


def row_of(
    one: Change,
    changed: Changed | None,
    called: dict[tuple[str, int], Title],
    through: dict[End, list[Named]],
) -> Row:
    title = called.get((one.kind, one.item))
    has_note = bool(one.note) and not (changed and changed.new)
    return Row(
        name=one.name,
        kind=one.kind,
        id=one.row,
        day=one.day,
        moment=one.moment,
        title=title,
        says=says(one, changed),
        note=one.note if has_note else "",
        note_language=one.language if has_note else "",
        url=address(one, title),
        difference=difference(one, changed, title),
        threads=through.get(end_of(one), []),
    )


def says(one: Change, changed: Changed | None) -> str:
    if changed is None:
        return SAYS[one.name](one.code)
    if changed.new:
        return SAYS["practice-published"]("")
    return says_of_text(one.name, changed.names)


def address(one: Change, title: Title | None) -> str:
    if title is None:
        return url_for("pages.about", name="rules")
    if one.kind == "answer":
        return url_for("proposals.proposal", number=title.slug, _anchor="answer")
    if one.kind == "group-decision":
        return url_for("groups.decision", slug=title.slug, decision_id=one.item)
    return url_for(ADDRESSES[one.kind], slug=title.slug)


def difference(one: Change, changed: Changed | None, title: Title | None) -> str:
    if changed is None or changed.new or title is None:
        return ""
    editions: dict[str, Any] = {"from": changed.edition - 1, "to": changed.edition}
    return url_for(DIFFERENCES[one.name], slug=title.slug, **editions)


def end_of(one: Change) -> End:
    """What a thread calls it."""
    if one.name == "service":
        return End(SERVICE_VERSION, one.row)
    return End(one.kind, one.item)


def threads_through(found: Sequence[Change], language: str) -> dict[End, list[Named]]:
    """The public threads that lead through each of these. One statement, and what is
    remembered of links."""
    kept = graph()
    before = {end: kept.before(end) for end in map(end_of, found)}
    starting: dict[End, Named] = {}
    texts: dict[tuple[int, str, End], dict[str, str]] = defaultdict(dict)
    for key, slug, kind, item, spoken, title in tuples(
        ThreadText.select(
            Thread.id,
            Thread.slug,
            Thread.kind,
            Thread.item_id,
            ThreadText.language,
            ThreadText.title,
        )
        .join(Thread)
        .where(is_public())
    ):
        texts[key, slug, End(kind, item)][spoken] = title
    for (key, slug, start), words in texts.items():
        starting[start] = Named(key, slug, *in_language(words, language))
    return {
        end: [starting[start] for start in sorted(starts & starting.keys())]
        for end, starts in before.items()
    }
