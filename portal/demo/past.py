"""Loading how much was read in earlier months."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import cycle
from typing import Any

from portal.db import today
from portal.demo.files import entries
from portal.moderation.actions.forgetting import KEPT
from portal.moderation.models import Case, Cause, Decision
from portal.proposals.models import COMMENT, KIND

GONE = 0
"""The number of every text that is not there any more, with all of its workshop."""
LANGUAGES = ("fi", "sv", "fi", "fi", "sv", "fi", "en", "fi", "sv", "sv", "en")
KINDS = (KIND, KIND, COMMENT, KIND, COMMENT)
HOURS = (2, 5, 1, 18, 3, 7, 22, 4, 11, 1, 26, 6, 3)
DAYS = range(3, 28)


def load_past() -> None:
    """What was decided and when; of whom, and by whom, is forgotten."""
    Case.insert_many(list(past_cases())).execute()


def past_cases() -> Iterator[dict[str, Any]]:
    languages, kinds, days = cycle(LANGUAGES), cycle(KINDS), cycle(DAYS)
    hours = cycle(HOURS)
    for entry in entries("moderation.toml", "past"):
        month = month_before(today(), entry["months_ago"])
        for cause, decision in decisions(entry):
            decided_at = datetime.combine(month.replace(day=next(days)), time(12))
            yield {
                "kind": KIND if decision is Decision.MERGE else next(kinds),
                "item_id": GONE,
                "language": next(languages),
                "cause": cause,
                "opened_at": decided_at - timedelta(hours=next(hours)),
                "decided_at": decided_at,
                "decision": decision,
                "forgotten_at": decided_at + KEPT,
            }


def decisions(entry: dict[str, Any]) -> Iterator[tuple[Cause, Decision]]:
    for cause in Cause:
        for decision, count in entry.get(cause.value, {}).items():
            yield from [(cause, Decision(decision))] * count


def month_before(day: date, months: int) -> date:
    """The first day of the month so many months before."""
    whole = day.year * 12 + day.month - 1 - months
    return date(whole // 12, whole % 12 + 1, 1)
