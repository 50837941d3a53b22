"""Which phenomena some reports are like: by service, by need, by words."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from portal.db import tuples
from portal.reports.models import Phenomenon, Report
from portal.reports.queries.figures import counts
from portal.reports.queries.gathering import Seen
from portal.reports.queries.phenomena import Listed, listed
from portal.reports.tally import Breakdown
from portal.search.analysis import bases, telling
from portal.vocabulary.queries import vocabulary

OF_SERVICE, OF_NEED, OF_WORD = 3, 2, 1
MOST_WORDS = 4
LEAST_LIKE = 3
LONGEST = 600


@dataclass(frozen=True)
class Alike:
    """Every phenomenon that reports can come into, those most like these first, and
    for each report the one that it is like, if any."""

    phenomena: list[Listed]
    suggested: frozenset[int]
    by_report: dict[int, Listed]


def alike(reports: Sequence[Seen]) -> Alike:
    """Four statements, and one where the reports tell of services."""
    every = list(listed(Phenomenon.joined.is_null()))
    words = {one.id: words_of(one) for one in every}
    services = services_of({one.service for one in reports if one.service})
    total: Counter[int] = Counter()
    best: dict[int, Listed] = {}
    for report in reports:
        told = stems(f"{report.seen} {report.suggestion}"[:LONGEST], report.language)
        scores = {
            one.id: likeness(report, one, told & words[one.id], services)
            for one in every
        }
        top = max(every, key=lambda one: scores[one.id], default=None)
        if top and scores[top.id] >= LEAST_LIKE:
            best[report.id] = top
            total[top.id] += scores[top.id]
    return Alike(sorted(every, key=lambda one: -total[one.id]), frozenset(total), best)


def likeness(
    report: Seen, one: Listed, shared: frozenset[str], services: set[tuple[int, int]]
) -> int:
    known = vocabulary().words
    need = known[report.need].code if report.need in known else ""
    return (
        OF_SERVICE * ((one.id, report.service) in services)
        + OF_NEED * one.tells(Breakdown.NEED, need)
        + OF_WORD * min(len(shared), MOST_WORDS)
    )


def services_of(ids: Iterable[int]) -> set[tuple[int, int]]:
    """Which phenomenon holds reports on which of these services."""
    wanted = sorted(ids)
    if not wanted:
        return set()
    found = tuples(
        Report.select(Report.phenomenon, Report.service)
        .where(Report.service.in_(wanted), Report.phenomenon.is_null(False), counts())
        .distinct()
    )
    return {(phenomenon, service) for phenomenon, service in found}


def words_of(one: Listed) -> frozenset[str]:
    return frozenset(
        stem
        for texts in (one.titles, one.summaries)
        for code, text in texts.items()
        for stem in stems(text[:LONGEST], code)
    )


def stems(text: str, language: str) -> frozenset[str]:
    return frozenset(base for word in telling(text) for base in bases(word, language))
