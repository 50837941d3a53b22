"""How long the answers took, as a line of a table."""

from collections import Counter
from collections.abc import Iterable
from statistics import quantiles

HEAD = f"{'':22}{'sent':>7}{'/s':>7}{'p50':>8}{'p95':>8}{'p99':>8}{'most':>8}  answers"


def line(
    name: str, seconds: list[float], statuses: Iterable[int], lasted: float
) -> str:
    middle, high, highest = percentiles(seconds)
    return (
        f"{name:22}{len(seconds):7}{len(seconds) / lasted:7.0f}"
        f"{ms(middle)}{ms(high)}{ms(highest)}{ms(max(seconds, default=0))}"
        f"  {answers(statuses)}"
    )


def percentiles(seconds: list[float]) -> tuple[float, float, float]:
    """Half, 95 and 99 of a hundred are no slower."""
    if len(seconds) < 2:
        return (0.0, 0.0, 0.0)
    cuts = quantiles(seconds, n=100, method="inclusive")
    return cuts[49], cuts[94], cuts[98]


def ms(seconds: float) -> str:
    return f"{seconds * 1000:5.0f} ms"


def answers(statuses: Iterable[int]) -> str:
    found = Counter(statuses)
    named = {0: "no answer"}
    return ", ".join(
        f"{count} × {named.get(status, status)}"
        for status, count in sorted(found.items())
    )
