"""The whole library, a few practices at a time."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from peewee import SqliteDatabase, fn

from portal.db import database, now, tuples
from portal.directory.models import Organisation, Team
from portal.directory.queries.names import names
from portal.exchange.library.archive import (
    ORGANISATIONS,
    WORDS,
    Writer,
    practice_member,
)
from portal.exchange.library.tables import LIBRARY, Table, table_name
from portal.exchange.library.values import Codes, as_json
from portal.links.models import Link
from portal.practices.models import KIND, Practice, PracticeFile
from portal.practices.queries.files import content
from portal.search.models import Entry
from portal.vocabulary.models import Term
from portal.vocabulary.queries import vocabulary

AT_ONCE = 20
"""Practices read together: each may have many versions."""


@contextmanager
def one_state() -> Iterator[None]:
    """What is read meanwhile is of one moment, and nobody waits for it."""
    sqlite = isinstance(database.obj, SqliteDatabase)
    with database.atomic("DEFERRED" if sqlite else "REPEATABLE READ"):
        yield


def whole_library() -> Iterator[bytes]:
    """The file for safekeeping, part by part."""
    writer = Writer()
    with one_state():
        codes = known_codes()
        ids = [
            key for (key,) in tuples(Practice.select(Practice.id).order_by(Practice.id))
        ]
        for first in range(0, len(ids), AT_ONCE):
            some = ids[first : first + AT_ONCE]
            for key, data in practices(some, codes, writer.counts):
                yield writer.add_json(practice_member(data["slug"]), data)
                for digest, content in files(key):
                    yield writer.add_file(digest, content)
        yield writer.add_json(WORDS, words(codes))
        yield writer.add_json(ORGANISATIONS, organisations(codes))
    yield from writer.finish(now())


def known_codes() -> Codes:
    terms = vocabulary().words.items()
    return Codes(
        {
            Term: {key: f"{word.scheme.value}:{word.code}" for key, word in terms},
            Organisation: dict(
                tuples(Organisation.select(Organisation.id, Organisation.code))
            ),
            Team: dict(tuples(Team.select(Team.id, Team.code))),
        }
    )


def practices(
    ids: list[int], codes: Codes, counts: Counter[str]
) -> list[tuple[int, dict[str, Any]]]:
    """These practices with all that is theirs, in a fixed number of statements."""
    found = rows_of(LIBRARY, Practice.id, ids, codes, counts)
    joined = links(ids)
    counts["links"] += sum(map(len, joined.values()))
    return [(key, {**found[key][0][1], "links": joined[key]}) for key in ids]


def rows_of(
    table: Table, owner: Any, owners: list[int], codes: Codes, counts: Counter[str]
) -> dict[int, list[tuple[int, dict[str, Any]]]]:
    """The rows of these owners, each with its id and the rows below it."""
    found: dict[int, list[tuple[int, dict[str, Any]]]] = defaultdict(list)
    if not owners:
        return found
    columns = table.columns
    key: Any = table.model.id  # type: ignore[attr-defined]
    query = table.model.select(key, owner, *columns)
    read = tuples(query.where(owner.in_(owners), table.condition).order_by(key))
    counts.update({table_name(table): len(read)} if read else {})
    ids = [row[0] for row in read]
    below = {
        part.name: rows_of(part, getattr(part.model, part.owner), ids, codes, counts)
        for part in table.parts
    }
    for row_id, owner_id, *values in read:
        data: dict[str, Any] = {}
        for column, value in zip(columns, values, strict=True):
            if part := table.place_of(column):
                places = [one for one, _data in below[part][row_id]]
                data[column.name] = places.index(value) if value in places else None
            else:
                data[column.name] = as_json(column, value, codes)
        for part, rows in below.items():
            data[part] = [one for _id, one in rows[row_id]]
        found[owner_id].append((row_id, data))
    return found


def files(practice_id: int) -> Iterator[tuple[str, bytes]]:
    """What the files of a practice hold, each read when it is its turn."""
    this = PracticeFile.practice == practice_id
    for key, digest in tuples(
        PracticeFile.select(PracticeFile.id, PracticeFile.digest).where(this)
    ):
        yield digest, content(key)


def links(ids: list[int]) -> dict[int, list[dict[str, Any]]]:
    """What these practices are joined with, as search names it. Two statements."""
    titles: dict[tuple[int, str, str], set[str]] = defaultdict(set)
    sides: Any = (
        (Link.kind, Link.item_id, Link.other_kind, Link.other_id),
        (Link.other_kind, Link.other_id, Link.kind, Link.item_id),
    )
    for kind, item, other_kind, other in sides:
        query = Link.select(item, Entry.kind, Entry.slug, Entry.title).join(
            Entry, on=(Entry.kind == other_kind) & (Entry.item_id == other)
        )
        for key, other_is, slug, title in tuples(
            query.where(kind == KIND, item.in_(ids))
        ):
            titles[key, other_is, slug].add(title)
    found: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for (key, kind_of, slug), called in sorted(titles.items()):
        found[key].append({"kind": kind_of, "slug": slug, "titles": sorted(called)})
    return found


def words(codes: Codes) -> list[dict[str, str]]:
    """The terms that stand in the file, in their order."""
    used = codes.used[Term]
    return [
        {
            "scheme": word.scheme.value,
            "code": word.code,
            **word.labels,
            **{f"door_{language}": door for language, door in word.doors.items()},
        }
        for key, word in vocabulary().words.items()
        if key in used
    ]


def organisations(codes: Codes) -> list[dict[str, Any]]:
    """The organisations and teams that stand in the file, with their names."""
    teams = list(Team.select().where(Team.id.in_(list(codes.used[Team]))))
    owners = {*codes.used[Organisation], *(team.organisation for team in teams)}
    known = names()
    return [
        {
            "code": row.code,
            "kind": row.kind,
            "names": known.organisations.get(row.id, {}),
            "teams": [
                {"code": team.code, "names": known.teams.get(team.id, {})}
                for team in teams
                if team.organisation == row.id
            ],
        }
        for row in Organisation.select()
        .where(Organisation.id.in_(list(owners)))
        .order_by(Organisation.id)
    ]


@dataclass(frozen=True)
class Sizes:
    """What there is to be kept; `file_size` is in bytes."""

    practices: int
    files: int
    file_size: int


def sizes() -> Sizes:
    files = PracticeFile.select(
        fn.COUNT(PracticeFile.id), fn.COALESCE(fn.SUM(PracticeFile.size), 0)
    )
    return Sizes(Practice.select().count(), *tuples(files)[0])
