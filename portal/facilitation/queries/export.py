"""Everything of a workshop as tables."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from portal.db import tuples
from portal.facilitation.queries import exported


@dataclass(frozen=True)
class Table:
    """The names of its columns, and how its rows are read."""

    name: str
    columns: Sequence[str]
    read: Callable[[int], list[Sequence[Any]]]


def of(name: str, columns: str, query: Callable[[int], Any]) -> Table:
    return Table(name, columns.split(), lambda workshop: tuples(query(workshop)))


TABLES = (
    of("workshop", "language title question decides rules", exported.texts),
    of(
        "proposals",
        "number card state voice relation way language suggestion problem helps "
        "supports cluster merged_into pinned written_at published_at edited_at",
        exported.proposals,
    ),
    of(
        "earlier_words",
        "proposal suggestion problem helps replaced_at",
        exported.earlier,
    ),
    Table("themes", ("proposal", "theme"), exported.themes),
    of("clusters", "cluster title language position", exported.clusters),
    of(
        "mergers",
        "merger state result language suggestion asked_at settled_at part consent",
        exported.mergers,
    ),
    of(
        "comments",
        "comment proposal replies_to stance voice language body published_at",
        exported.comments,
    ),
    of(
        "answers",
        "proposal verdict answered_on starts_on done_on owner language reason changed",
        exported.answers,
    ),
    of(
        "sessions",
        "session starts_at ends_at address cancelled language title minutes",
        exported.sessions,
    ),
    of("people", "nickname voice way", exported.people),
)
