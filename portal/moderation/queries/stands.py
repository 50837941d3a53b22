"""Where one text of somebody stands, as they are told."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from portal.db import local_day, today
from portal.moderation.authors import OwnText, Standing, read_by
from portal.moderation.found import findings_in
from portal.moderation.models import Case, Cause, Decision
from portal.moderation.queries.appeals import AGAINST
from portal.moderation.queries.cases import left_it
from portal.screening.screen import dangerous

KEPT_DAYS = 30
"""How long the words of what came back or is hidden are kept after the decision."""
BACK = {Standing.RETURNED, Standing.NEW_WORDS_BACK, Standing.HIDDEN}


@dataclass(frozen=True)
class Stand:
    """A text of one's own and its cases, oldest first."""

    label: object
    place: str
    own: OwnText
    cases: Sequence[Case]

    @property
    def waits(self) -> Case | None:
        """The case in which a moderator reads these words."""
        open_ = [case for case in self.cases if not case.decided_at]
        return next((case for case in open_ if case.cause is Cause.WRITTEN), None)

    @property
    def verdict(self) -> Case | None:
        """The decision that stands; an appeal or a report that was turned down changes
        nothing."""
        decided = [
            case
            for case in self.cases
            if case.decision not in {None, Decision.UPHOLD} and not left_it(case)
        ]
        return max(decided, key=lambda case: (case.decided_at, case.id), default=None)

    @property
    def appeal(self) -> Case | None:
        """The appeal against that decision."""
        against = [
            case
            for case in self.cases
            if self.verdict
            and case.appeals == self.verdict.id
            and (case.decision or not case.decided_at)
        ]
        return against[-1] if against else None

    @property
    def read_by(self) -> date | None:
        return read_by(self.waits.opened_at) if self.waits else None

    @property
    def late(self) -> bool:
        return self.read_by is not None and self.read_by < today()

    @property
    def came_back(self) -> bool:
        return self.own.standing in BACK

    @property
    def kept_until(self) -> date | None:
        """The day on which words that came back are deleted."""
        if not (self.came_back and self.own.heading and self.verdict):
            return None
        if self.appeal and not self.appeal.decided_at:
            return None
        decided = (self.appeal or self.verdict).decided_at
        return local_day(decided + timedelta(days=KEPT_DAYS)) if decided else None

    @property
    def appeal_late(self) -> bool:
        """Whether an appeal waits for longer than was promised."""
        return is_late(self.appeal)

    @property
    def can_appeal(self) -> bool:
        return bool(
            self.came_back
            and self.own.heading
            and self.verdict
            and self.verdict.decision in AGAINST
            and not self.appeal
            and self.is_read
        )

    @property
    def is_read(self) -> bool:
        """Whether moderators have read all that was written in it."""
        return all(case.decided_at for case in self.cases)

    @property
    def tells_danger(self) -> bool:
        """Whether signs of danger were found in words that wait or came back."""
        told = [case for case in self.cases if not case.decided_at]
        if self.came_back and self.verdict:
            told.append(self.verdict)
        return any(map(tells_danger, told))


def tells_danger(case: Case) -> bool:
    return dangerous(findings_in(case.findings))


def is_late(appeal: Case | None) -> bool:
    if appeal is None or appeal.decided_at or not appeal.due_at:
        return False
    return local_day(appeal.due_at) < today()
