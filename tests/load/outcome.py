"""What came of a part of the load."""

from dataclasses import dataclass, field

from tests.load import figures

SLOWEST = 0.25
"""Seconds within which 95 of a hundred answers come."""


@dataclass
class Outcome:
    """`wrong` is what must never be, `slow` what is not as quick as it should be."""

    lines: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    slow: list[str] = field(default_factory=list)

    def time(
        self, name: str, seconds: list[float], statuses: list[int], lasted: float
    ) -> None:
        self.lines.append(figures.line(name, seconds, statuses, lasted))
        high = figures.percentiles(seconds)[1]
        if high > SLOWEST:
            self.slow.append(f"{name}: p95 is {figures.ms(high).strip()}")
