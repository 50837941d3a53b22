"""What the ends of links are called by those who join them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from portal.threads import things
from portal.threads.queries.ends import are_there
from portal.threads.queries.steps import TOPICS, spoken
from portal.threads.queries.told import told
from portal.threads.things import End


class Sight(StrEnum):
    """`UNSEEN` is there, but not public; `GONE` was taken away."""

    PUBLIC = "public"
    UNSEEN = "unseen"
    GONE = "gone"


@dataclass(frozen=True)
class NamedEnd:
    """What is not public has no title here. `number` is that of a proposal or of an
    edition."""

    end: End
    sight: Sight
    title: str = ""
    language: str = ""
    on: date | None = None
    number: int | None = None
    slug: str = ""
    code: str = ""


def named_ends(ends: Iterable[End], language: str) -> dict[End, NamedEnd]:
    """Two statements."""
    wanted = list(dict.fromkeys(ends))
    there, found = are_there(wanted), told(wanted, TOPICS)
    named = {}
    for end in wanted:
        rows = found.get(end.kind, {}).get(end.id)
        if not rows:
            sight = Sight.UNSEEN if end in there else Sight.GONE
            named[end] = NamedEnd(end, sight)
            continue
        text = spoken(rows, language)
        numbered = {things.ANSWER, things.SERVICE_VERSION}
        number = text.number if end.kind in numbered else None
        named[end] = NamedEnd(
            end,
            Sight.PUBLIC,
            text.title,
            text.language,
            text.day,
            end.id if end.kind == things.PROPOSAL else number,
            text.slug,
            text.code,
        )
    return named
