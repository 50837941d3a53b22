"""What was decided of the other texts of an author."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from portal.db import rows
from portal.moderation.models import Case, Decision


@dataclass(frozen=True)
class Decided:
    """The newest decision on one thing."""

    id: int
    author: str
    kind: str
    item_id: int
    decision: Decision
    decided_at: datetime


@dataclass(frozen=True)
class Earlier:
    """Other texts of the same author that were decided, the newest first. Nothing is
    known of an author without a key."""

    author: str = ""
    decided: tuple[Decided, ...] = ()

    @property
    def counts(self) -> list[tuple[Decision, int]]:
        return Counter(one.decision for one in self.decided).most_common()

    def without(self, kind: str, item_id: int) -> "Earlier":
        others = [
            one for one in self.decided if (one.kind, one.item_id) != (kind, item_id)
        ]
        return Earlier(self.author, tuple(others))


def earlier_of(authors: Iterable[str]) -> dict[str, Earlier]:
    """What was decided of the texts of these authors. One statement; an appeal that
    was turned down tells nothing new."""
    keys = set(authors)
    known = sorted(keys - {""})
    newest: dict[str, dict[tuple[str, int], Decided]] = defaultdict(dict)
    decided = Case.author.in_(known) & Case.decision.is_null(False)
    for row in (
        rows(
            Case.select(
                Case.id,
                Case.author,
                Case.kind,
                Case.item_id,
                Case.decision,
                Case.decided_at,
            )
            .where(decided, Case.decision != Decision.UPHOLD)
            .order_by(Case.decided_at.desc(), Case.id.desc()),
            Decided,
        )
        if known
        else []
    ):
        newest[row.author].setdefault((row.kind, row.item_id), row)
    return {key: Earlier(key, tuple(newest[key].values())) for key in keys}
