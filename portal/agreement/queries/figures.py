"""Shares that always tell of how many."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """`part` of `n`."""

    part: int
    n: int

    @property
    def percent(self) -> int | None:
        """Whole per cent: 100 only of all, 0 only of none; None of nothing."""
        if not self.n:
            return None
        nearest = (200 * self.part + self.n) // (2 * self.n)
        return max(min(nearest, 99), 1) if 0 < self.part < self.n else nearest

    @property
    def width(self) -> float:
        """Per cent as drawn."""
        return round(100 * self.part / self.n, 2) if self.n else 0

    def __add__(self, other: "Figure") -> "Figure":
        return Figure(self.part + other.part, self.n + other.n)


NOTHING = Figure(0, 0)
