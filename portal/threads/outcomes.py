"""What came of what, as a graph that runs forward. This knows no database."""

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from portal.threads.models import Outcome
from portal.threads.things import End


@dataclass(frozen=True)
class Joint:
    """One thing came of another; `on` and `note` are what editors add to it."""

    id: int
    start: End
    outcome: Outcome
    end: End
    on: date | None = None
    note: str = ""
    language: str = ""


@dataclass(frozen=True)
class Graph:
    """Every joint, by the thing it starts from and by the one it ends at."""

    ahead: Mapping[End, list[Joint]]
    back: Mapping[End, list[Joint]]

    @classmethod
    def of(cls, joints: Iterable[Joint]) -> "Graph":
        ahead: dict[End, list[Joint]] = defaultdict(list)
        back: dict[End, list[Joint]] = defaultdict(list)
        for joint in joints:
            ahead[joint.start].append(joint)
            back[joint.end].append(joint)
        return cls(dict(ahead), dict(back))

    def walk(self, start: End) -> dict[End, list[Joint]]:
        """All that came of it, the nearest first, each with the joints that led there;
        to the start none did. A circle, if there were one, ends where it began."""
        found: dict[End, list[Joint]] = {start: []}
        waiting = deque([start])
        while waiting:
            for joint in self.ahead.get(waiting.popleft(), ()):
                if joint.end == start:
                    continue
                if joint.end not in found:
                    found[joint.end] = []
                    waiting.append(joint.end)
                found[joint.end].append(joint)
        return found

    def before(self, end: End) -> set[End]:
        """The thing itself and all that it came of."""
        found, waiting = {end}, [end]
        while waiting:
            for joint in self.back.get(waiting.pop(), ()):
                if joint.start not in found:
                    found.add(joint.start)
                    waiting.append(joint.start)
        return found

    def makes_circle(self, start: End, end: End) -> bool:
        """Whether this joint would lead back to where it starts."""
        return end in self.before(start)


def told_on(
    walk: Mapping[End, list[Joint]], own: Mapping[End, date | None]
) -> dict[End, date]:
    """When each step is told: on its own day or the one that editors set, and of those
    without a day on that of what led there. What is not in `own` has no step."""
    found: dict[End, date] = {}
    for end, joints in walk.items():
        if end not in own:
            continue
        set_days = [joint.on for joint in joints if joint.on]
        led = [found[joint.start] for joint in joints if joint.start in found]
        day = min(set_days, default=own[end]) or max(led, default=None)
        if day:
            found[end] = day
    return found


def in_order(days: Mapping[End, date]) -> list[End]:
    """By their days; those of one day in the order of the walk."""
    return sorted(days, key=lambda end: days[end])


def months_between(earlier: date, later: date) -> int:
    """Whole months."""
    months = (later.year - earlier.year) * 12 + later.month - earlier.month
    return max(0, months - (later.day < earlier.day))
