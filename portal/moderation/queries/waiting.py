"""One thing in the queue, with what a moderator weighs it by."""

from dataclasses import dataclass
from datetime import datetime

from portal.moderation.found import findings_in
from portal.moderation.kinds import KINDS, Item, Like
from portal.moderation.models import Cause, Decision, FlagReason, Reason, Urgency
from portal.moderation.queries.cases import is_claimed
from portal.moderation.queries.earlier import Earlier
from portal.screening.findings import Finding, Sort


@dataclass(frozen=True)
class CaseRow:
    """A case as it stands in the table, with the decision it appeals against."""

    id: int
    kind: str
    item_id: int
    opened_at: datetime
    workshop: int | None
    author: str
    cause: Cause
    urgency: int
    findings: str
    words: str
    question: str
    asked_by: int | None
    claimed_by: int | None
    claimed_until: datetime | None
    due_at: datetime | None
    reason: Reason | None
    note: str
    appealed: Decision | None
    appealed_reason: Reason | None
    appealed_note: str | None
    appealed_at: datetime | None
    appealed_by: int | None


@dataclass(frozen=True)
class Waiting:
    """One thing that waits, with what a moderator weighs it by."""

    case: CaseRow
    item: Item
    me: int
    earlier: Earlier
    reports: tuple[tuple[FlagReason, int], ...] = ()
    likes: tuple[Like, ...] = ()
    spared: bool = False

    @property
    def case_id(self) -> int:
        return self.case.id

    @property
    def item_id(self) -> int:
        return self.case.item_id

    @property
    def findings(self) -> tuple[Finding, ...]:
        return findings_in(self.case.findings)

    @property
    def sorts(self) -> list[Sort]:
        """What screening found, each sort once."""
        return list(dict.fromkeys(one.sort for one in self.findings))

    @property
    def folded(self) -> bool:
        """Whether its words are shown only to somebody who opens them."""
        urgent = self.case.urgency == Urgency.URGENT
        return bool(self.findings) or (self.spared and urgent)

    @property
    def taken(self) -> bool:
        """Whether somebody else has it in hand."""
        return is_claimed(self.case) and self.case.claimed_by != self.me

    @property
    def mine(self) -> bool:
        return is_claimed(self.case) and self.case.claimed_by == self.me

    @property
    def decidable(self) -> bool:
        """Whether this moderator may decide it now."""
        others = {self.case.asked_by, self.case.appealed_by}
        return not self.taken and self.me not in others

    @property
    def together(self) -> bool:
        """Whether it may be decided with others at once: what can be read where it
        stands in the list, and goes back to its writer."""
        ordinary = self.case.urgency != Urgency.URGENT and not self.folded
        back = KINDS[self.case.kind].returns and self.case.cause is Cause.WRITTEN
        return self.decidable and ordinary and back
