"""What enough people have looked for without finding it."""

from dataclasses import dataclass
from datetime import date

from portal.db import rows
from portal.directory.models import UnmetNeed, UnmetSource
from portal.i18n import LANGUAGES


@dataclass(frozen=True)
class Unmet:
    """How often a term was counted in a month (its first day)."""

    month: date
    language: str
    term: str
    source: UnmetSource
    count: int


def unmet() -> list[Unmet]:
    """Every term that may be shown, newest month first, the most frequent first."""
    return rows(
        UnmetNeed.select(
            UnmetNeed.month,
            UnmetNeed.language,
            UnmetNeed.term,
            UnmetNeed.source,
            UnmetNeed.count,
        )
        .where(UnmetNeed.term != "")
        .order_by(
            UnmetNeed.month.desc(),
            UnmetNeed.count.desc(),
            UnmetNeed.language,
            UnmetNeed.term,
            UnmetNeed.source,
        ),
        Unmet,
    )


def by_month(found: list[Unmet]) -> dict[date, dict[str, list[Unmet]]]:
    """The same by month, and in it by language."""
    months: dict[date, dict[str, list[Unmet]]] = {}
    for row in found:
        languages = months.setdefault(row.month, {code: [] for code in LANGUAGES})
        languages[row.language].append(row)
    return months
