"""What is public of every service, as arrays. A process remembers it in runs of ids,
and reads again only the runs in which something has changed."""

from collections.abc import Iterator
from dataclasses import dataclass
from zlib import Z_BEST_SPEED as FASTEST
from zlib import compress, decompress

import numpy as np
from numpy.typing import NDArray
from peewee import fn

from portal.db import ask_versions, bare
from portal.directory.models import (
    KIND,
    Origin,
    Service,
    ServiceTag,
    ServiceText,
    TextState,
)
from portal.i18n import LANGUAGES
from portal.search.changes import RUN_BITS, runs
from portal.search.facets import Ids
from portal.vocabulary.queries import CHANGES as WORDS

SORTED_BY = 40
"""How many bytes of a title tell its place among others."""
TITLED = np.dtype([("id", "i8"), ("title", f"S{SORTED_BY}")])
KEPT = np.dtype([("id", "i8"), ("regional", "?"), ("twin", "i8")])
TAGGED = np.dtype([("id", "i8"), ("term", "i4")])

KEY = np.dtype(f"S{1 + SORTED_BY + 4}")

Keys = NDArray[np.bytes_]


@dataclass(frozen=True)
class Run:
    """The public services of one run of ids, in this order. Those with the same
    number in `twins` are one service for several audiences. `packed` are the keys that
    sort them in each language, compressed. The `terms` of the service at a position
    are those from `tagged` there to the next."""

    ids: Ids
    regional: NDArray[np.bool_]
    twins: NDArray[np.int64]
    packed: dict[str, bytes]
    tagged: NDArray[np.int32]
    terms: NDArray[np.integer]

    def keys(self, language: str) -> Keys:
        return np.frombuffer(decompress(self.packed[language]), KEY)

    def terms_of(self, service_id: int) -> list[int]:
        position = int(np.searchsorted(self.ids, service_id))
        found: list[int] = self.terms[slice(*self.tagged[position:][:2])].tolist()
        return found


@dataclass(frozen=True)
class Stock:
    """Its runs by their number, and the versions they were read at."""

    words: int
    versions: dict[int, int]
    runs: dict[int, Run]


class _Kept:
    stock: Stock | None = None


def stock() -> Stock:
    words, versions = ask_versions(WORDS)[WORDS], runs(KIND)
    kept = _Kept.stock
    if kept is None or kept.words != words:
        last = Service.select(fn.MAX(Service.id)).scalar() or 0
        changed, found = set(range((last >> RUN_BITS) + 1)), {}
    else:
        changed = {run for run, _ in kept.versions.items() ^ versions.items()}
        found = {
            number: run for number, run in kept.runs.items() if number not in changed
        }
    for number in changed:
        if run := read(number):
            found[number] = run
    _Kept.stock = Stock(words, versions, dict(sorted(found.items())))
    return _Kept.stock


def read(number: int) -> Run | None:
    first, last = number << RUN_BITS, ((number + 1) << RUN_BITS) - 1
    titles = {code: read_titles(code, first, last) for code in LANGUAGES}
    ids = np.unique(np.concatenate([titled["id"] for titled in titles.values()]))
    if not ids.size:
        return None
    kept = np.fromiter(kept_rows(first, last), KEPT)
    kept = kept[np.isin(kept["id"], ids, assume_unique=True)]
    tags = np.fromiter(tag_rows(first, last), TAGGED)
    tags = tags[np.isin(tags["id"], ids)]
    return Run(
        ids,
        kept["regional"].copy(),
        kept["twin"].copy(),
        {code: packed(ids, kept["regional"], titles, code) for code in LANGUAGES},
        np.append(np.searchsorted(tags["id"], ids), tags.size).astype(np.int32),
        tags["term"].astype(np.min_scalar_type(tags["term"].max(initial=0))),
    )


def read_titles(language: str, first: int, last: int) -> NDArray[np.void]:
    """The published titles of a language, as far as they are needed to sort by."""
    rows = bare(
        ServiceText.select(ServiceText.service, ServiceText.name).where(
            ServiceText.service.between(first, last),
            ServiceText.language == language,
            ServiceText.state == TextState.PUBLISHED,
        )
    )
    named = ((id_, name.casefold().encode()[:SORTED_BY]) for id_, name in rows)
    return np.fromiter(named, TITLED)


def kept_rows(first: int, last: int) -> Iterator[tuple[int, bool, int]]:
    for service_id, origin, twin in bare(
        Service.select(Service.id, Service.origin, Service.twin_key)
        .where(Service.id.between(first, last))
        .order_by(Service.id)
    ):
        yield service_id, origin == Origin.REGION.value, hash(twin)


def tag_rows(first: int, last: int) -> Iterator[tuple[int, int]]:
    rows: Iterator[tuple[int, int]] = bare(
        ServiceTag.select(ServiceTag.service, ServiceTag.term)
        .where(ServiceTag.service.between(first, last))
        .order_by(ServiceTag.service, ServiceTag.term)
    )
    return rows


def packed(
    ids: Ids,
    regional: NDArray[np.bool_],
    titles: dict[str, NDArray[np.void]],
    language: str,
) -> bytes:
    """Keys that put the region's own first, then go by title in this language, or in
    the next that a service has, then by id."""
    named = np.zeros(ids.size, f"S{SORTED_BY}")
    for code in reversed((language, *LANGUAGES)):
        held = titles[code]
        named[np.searchsorted(ids, held["id"])] = held["title"]
    parts = (~regional, named, ids.astype(">u4"))
    columns = [part.view(np.uint8).reshape(ids.size, -1) for part in parts]
    return compress(np.hstack(columns).tobytes(), FASTEST)
