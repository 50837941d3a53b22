"""What readers have reported, and what came of it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from portal.moderation.authors import read_by
from portal.moderation.kinds import KINDS, Item
from portal.moderation.models import Case, Decision, Flag, FlagReason
from portal.screening.screen import tells_danger


class Outcome(StrEnum):
    """What came of a report. What was not shown any more may be `SHOWN_AGAIN`, in
    other words or since a moderator looked once more; `GONE` is what its writer took
    back or changed before anybody decided."""

    WAITS = "waits"
    STAYS = "stays"
    RETURNED = "returned"
    HIDDEN = "hidden"
    SHOWN_AGAIN = "shown-again"
    GONE = "gone"


OUTCOMES = {
    Decision.PUBLISH: Outcome.STAYS,
    Decision.RETURN: Outcome.RETURNED,
    Decision.HIDE: Outcome.HIDDEN,
}


@dataclass(frozen=True)
class Followed:
    """A report as whoever has its code sees it. `url` leads to the text as long as
    it can be read."""

    flag: Flag
    label: object
    outcome: Outcome
    case: Case | None
    read_by: date | None
    url: str

    @property
    def tells_danger(self) -> bool:
        return self.outcome is Outcome.WAITS and (
            self.flag.reason is FlagReason.DANGEROUS or tells_danger(self.flag.words)
        )


def reportable(kind: str, item_id: int) -> Item | None:
    """The text in the words that are public, if who looks may read it."""
    known = KINDS.get(kind)
    if known is None or item_id not in known.public([item_id]):
        return None
    item = known.items([item_id]).get(item_id) if known.readable(item_id) else None
    return item and replace(item, heading=item.shown or item.heading, paragraphs=())


def flag_of(kind: str, item_id: int, readers: Sequence[str]) -> Flag | None:
    """The report that one of these readers has made of a thing."""
    this = (Flag.kind == kind) & (Flag.item_id == item_id)
    return Flag.get_or_none(this & Flag.reader.in_(list(readers))) if readers else None


def flag_with(code: str) -> Flag | None:
    return Flag.get_or_none(Flag.code == code)


def followed(flag: Flag) -> Followed:
    case = Case.get_or_none(Case.id == flag.case)
    item = reportable(flag.kind, flag.item_id)
    outcome = outcome_of(case, shown=item is not None)
    known = KINDS.get(flag.kind)
    return Followed(
        flag=flag,
        label=known.label if known else "",
        outcome=outcome,
        case=case,
        read_by=read_by(flag.received_at) if outcome is Outcome.WAITS else None,
        url=item.url if item else "",
    )


def outcome_of(case: Case | None, *, shown: bool) -> Outcome:
    if case and not case.decided_at:
        return Outcome.WAITS
    outcome = OUTCOMES.get(case.decision, Outcome.GONE) if case else Outcome.GONE
    taken_off = outcome in {Outcome.RETURNED, Outcome.HIDDEN}
    return Outcome.SHOWN_AGAIN if taken_off and shown else outcome
