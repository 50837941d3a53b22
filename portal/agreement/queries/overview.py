"""One figure of each table."""

from collections import Counter
from dataclasses import dataclass

from portal.agreement.queries import balance, coverage, rollouts
from portal.agreement.queries.comparing import Verdict
from portal.agreement.queries.figures import Figure
from portal.agreement.queries.totals import totals
from portal.vocabulary.models import Scheme
from portal.vocabulary.queries import Word, vocabulary


@dataclass(frozen=True)
class Overview:
    """`covered` are cells of need by municipality that hold a service."""

    services: int
    uniformity: Figure
    verdicts: Counter[Verdict]
    reasons: Figure
    rollout: Figure
    balance: list[tuple[Word, Figure]]
    covered: Figure


def overview(language: str) -> Overview:
    counted = totals()
    *_areas, whole = balance.balance()
    focuses = vocabulary().of(Scheme.FOCUS)
    seen = coverage.coverage({})
    return Overview(
        whole.n,
        counted.whole,
        counted.verdicts,
        counted.reasons,
        rollouts.table(language).whole,
        [(focuses[code], figure) for code, figure in whole.shares.items()],
        Figure(len(seen.cells) - seen.empty, len(seen.cells)),
    )
