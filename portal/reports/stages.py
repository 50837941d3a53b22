"""What must be there for a phenomenon to have come so far. This knows no database."""

from enum import StrEnum

from portal.i18n import LANGUAGES
from portal.reports.models import Progress
from portal.upkeep.snapshots import Snapshot

ORDER = list(Progress)


class Lack(StrEnum):
    TEAM = "team"
    ANSWER = "answer"
    ACTION = "action"
    EFFECT = "effect"


NEEDED = {
    Lack.TEAM: Progress.TAKEN_UP,
    Lack.ANSWER: Progress.ANSWERED,
    Lack.ACTION: Progress.ACTED_ON,
    Lack.EFFECT: Progress.EFFECT_FOLLOWED,
}


def lacks(progress: Progress, written: Snapshot, *, team: int | None) -> list[Lack]:
    """What is not there yet, in the order of the steps. Words in one language do."""
    there = {
        Lack.TEAM: bool(team),
        **{
            lack: any(written.get(f"text/{code}/{lack.value}") for code in LANGUAGES)
            for lack in (Lack.ANSWER, Lack.ACTION, Lack.EFFECT)
        },
    }
    reached = ORDER.index(progress)
    return [
        lack
        for lack, since in NEEDED.items()
        if ORDER.index(since) <= reached and not there[lack]
    ]


def steps_back(now: Progress, wanted: Progress) -> bool:
    return ORDER.index(wanted) < ORDER.index(now)
