"""How all services together keep to what is agreed, counted once for each change."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from portal.agreement.queries import comparing, tiers
from portal.agreement.queries.comparing import Verdict
from portal.agreement.queries.figures import Figure
from portal.db import today
from portal.directory.models import CHANGES
from portal.i18n import LANGUAGES
from portal.memory import remembered
from portal.vocabulary.queries import CHANGES as WORDS


@dataclass(frozen=True)
class Totals:
    """`services` and `by_card` are by the card's id; `reasons` are services that have
    a reason for their tier."""

    whole: Figure
    services: Counter[int]
    by_card: dict[int, Figure]
    by_municipality: dict[str, Figure]
    verdicts: Counter[Verdict]
    reasons: Figure


def totals() -> Totals:
    return totals_on(today())


@remembered(CHANGES, WORDS)
def totals_on(_day: date) -> Totals:
    """They change with the day too: decisions end."""
    language, *_others = LANGUAGES
    services = comparing.compared(language)
    board = tiers.board(language)
    placed = sum(len(tier.services) for tier in board)
    unreasoned = sum(tier.without_reason for tier in board)
    return Totals(
        comparing.whole(services),
        Counter(service.card_id for service in services),
        comparing.by_card(services),
        comparing.by_municipality(services),
        Counter(item.verdict for service in services for item in service.items),
        Figure(placed - unreasoned, placed),
    )
