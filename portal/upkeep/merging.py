"""Joining what two editors made of one text that both had read."""

import re
from dataclasses import dataclass, field

from portal.text import tidy
from portal.upkeep.snapshots import Snapshot, group, groups, members

NEW = re.compile(r"\w+/new\d")


@dataclass(frozen=True)
class Conflict:
    """Something that both changed, each in their own way. `base` is what both had
    read, if that is known."""

    name: str
    base: str | None
    theirs: str
    mine: str


@dataclass(frozen=True)
class Merged:
    """What comes of joining. `revived` are parts that one took away while the other
    changed them: they stay."""

    snapshot: Snapshot
    conflicts: list[Conflict] = field(default_factory=list)
    revived: list[str] = field(default_factory=list)


class Meeting(Exception):  # noqa: N818  a meeting, not a fault
    """Two people changed the same thing. Nothing is saved: one chooses. `theirs` is
    what stands now."""

    def __init__(self, merged_: Merged, theirs: Snapshot) -> None:
        super().__init__()
        self.merged = merged_
        self.theirs = theirs


def joined(base: Snapshot | None, theirs: Snapshot, values: Snapshot) -> Snapshot:
    """What comes of `values`, sent by somebody who had read `base`, where `theirs`
    stand now. Raises Meeting where both have changed the same."""
    mine = {
        name: as_read(base.get(name) if base else None, value)
        for name, value in values.items()
    }
    found = merged(base, theirs, {**theirs, **mine})
    if found.conflicts:
        raise Meeting(found, theirs)
    return found.snapshot


def merged(base: Snapshot | None, theirs: Snapshot, mine: Snapshot) -> Merged:
    """Both sets of changes to `base`; where they meet, theirs stand in the snapshot
    and the meeting is told. Without a base every difference is a meeting."""
    found = Merged({})
    for part in groups(theirs, mine):
        _join(
            found,
            part,
            None if base is None else members(base, part),
            members(theirs, part),
            members(mine, part),
        )
    return found


def _join(
    found: Merged,
    part: str,
    base: Snapshot | None,
    theirs: Snapshot,
    mine: Snapshot,
) -> None:
    if not (theirs and mine):
        one = theirs or mine
        taken_away = bool(base) and one == base
        if base is None and not mine:
            taken_away = True
        if base and not taken_away:
            found.revived.append(part)
        if not taken_away:
            found.snapshot.update(one)
        return
    for name in dict.fromkeys([*theirs, *mine]):
        read = None if base is None else base.get(name, "")
        other, own = theirs.get(name, ""), mine.get(name, "")
        found.snapshot[name] = other
        if own in {other, read}:
            continue
        if other == read:
            found.snapshot[name] = own
        else:
            found.conflicts.append(Conflict(name, read, other, own))


def as_read(read: str | None, sent: str) -> str:
    """What was sent, or what was read if only stray spaces were tidied away."""
    if read is None:
        return sent
    tidied = tidy(read)
    return read if sent in {tidied, " ".join(tidied.split())} else sent


def without_repeated(
    base: Snapshot | None, theirs: Snapshot, mine: Snapshot
) -> Snapshot:
    """Leave out new parts that were saved already, by a form sent twice."""
    known = set(groups(base or {}))

    def told(whole: Snapshot, part: str) -> Snapshot:
        found = members(whole, part).items()
        return {name.removeprefix(part): value for name, value in found}

    saved = [told(theirs, part) for part in groups(theirs) if part not in known]
    repeated = {
        part for part in groups(mine) if NEW.match(part) and told(mine, part) in saved
    }
    return {name: value for name, value in mine.items() if group(name) not in repeated}
