"""Counting what people look for and nothing answers."""

from datetime import date

from peewee import Case, Cast, OperationalError

from portal.db import database, today
from portal.directory.models import UnmetNeed, UnmetSource
from portal.directory.sought import LONGEST_TERM, digest, term
from portal.limits import Limit, within

ENOUGH = 5
MONTHS_SHOWN = 24
MONTHS_BELOW_ENOUGH = 3
MONTHS_A_YEAR = 12
RECORDING = Limit("unmet-need", attempts=60, minutes=60)
MINUTES_A_DAY = 24 * 60


def record(question: str, language: str, source: UnmetSource) -> None:
    """Count that nothing answers this question: once a day for each visitor and each
    term, so that nobody makes their own words known by asking again."""
    sought = term(question)
    if not sought:
        return
    key = digest(sought)
    once = Limit(f"unmet-need:{source}:{language}:{key}", 1, MINUTES_A_DAY)
    try:
        if within(RECORDING) and within(once):
            count(key, sought, language, source)
    except OperationalError:
        # A count that is lost is no reason to refuse a page.
        return


def count(key: str, sought: str, language: str, source: UnmetSource) -> None:
    """Add one; the term itself is written when enough have looked for it."""
    total = UnmetNeed.count + 1
    shown = Cast(sought, f"varchar({LONGEST_TERM})")
    with database.atomic():
        UnmetNeed.insert(
            digest=key,
            language=language,
            source=source,
            month=today().replace(day=1),
            count=1,
        ).on_conflict(
            conflict_target=[
                UnmetNeed.digest,
                UnmetNeed.language,
                UnmetNeed.source,
                UnmetNeed.month,
            ],
            update={
                UnmetNeed.count: total,
                UnmetNeed.term: Case(None, [(total >= ENOUGH, shown)], ""),
            },
        ).execute()


def forget() -> int:
    """Delete what is too old to be shown, and what too few have looked for; returns
    how many terms that was."""
    too_old = UnmetNeed.month < months_ago(MONTHS_SHOWN)
    too_few = (UnmetNeed.count < ENOUGH) & (
        UnmetNeed.month < months_ago(MONTHS_BELOW_ENOUGH)
    )
    with database.atomic():
        forgotten: int = UnmetNeed.delete().where(too_old | too_few).execute()
    return forgotten


def months_ago(months: int) -> date:
    """The first day of the month that many months before this one."""
    day = today()
    number = day.year * MONTHS_A_YEAR + day.month - 1 - months
    return date(number // MONTHS_A_YEAR, number % MONTHS_A_YEAR + 1, 1)
