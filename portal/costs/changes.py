"""What differs between two versions of a cost study, as few things as one reads: an
assumption is one, and so is a line or a scenario that came or went."""

from collections.abc import Iterator, Mapping

from portal.costs.amounts import of_part
from portal.costs.labels import PARTS, called_in, label, told
from portal.costs.models import Part
from portal.costs.reading import Assumed, Study, assumed, study_of
from portal.costs.snapshots import LINE_TEXTS
from portal.i18n import day
from portal.upkeep.diffs import changes
from portal.upkeep.snapshots import Snapshot, group, members

WORDS_OF_PART, WORDS_OF_ASSUMPTION = 2, 5


def differing_things(older: Snapshot, newer: Snapshot) -> list[str]:
    """A name, what the names of an assumption begin with, or a whole part."""
    found = (thing(name, older, newer) for name, _old, _new in changes(older, newer))
    return list(dict.fromkeys(found))


def thing(name: str, older: Snapshot, newer: Snapshot) -> str:
    part, words = group(name), name.split("/")
    in_both = members(older, part) and members(newer, part)
    if part and not part.startswith("text/") and not in_both:
        return part
    return name.rpartition("/")[0] if len(words) == WORDS_OF_ASSUMPTION else name


def called(changed: str, study: Study) -> str:
    """What one of these is called."""
    words = changed.split("/")
    return called_in(words, study) if words[0] == "line" else label(changed, study)


def in_words(changed: str, snapshot: Snapshot, owners: Mapping[str, str]) -> str:
    """How it reads in one version."""
    words = changed.split("/")
    if changed in snapshot:
        return told(changed, snapshot[changed], owners)
    if len(words) == WORDS_OF_PART:
        return "\n".join(whole(changed, snapshot))
    if len(words) == WORDS_OF_ASSUMPTION - 1 and words[2] not in LINE_TEXTS:
        return of_assumption(assumed(snapshot, f"{changed}/"), Part(words[2]))
    return ""


def whole(part: str, snapshot: Snapshot) -> Iterator[str]:
    """All that is told of a line or a scenario, line by line."""
    study = study_of(snapshot)
    kind, key = part.split("/")
    if kind == "scenario":
        yield from (
            n for s in study.scenarios if s.key == key for n in s.names.values()
        )
    for line in study.lines if kind == "line" else ():
        if line.key != key:
            continue
        yield from line.groups.values()
        yield from line.uses.values()
        for (scenario, part_of_it), one in line.assumed.items():
            named = label(f"scenario/{scenario}", study)
            words = of_assumption(one, part_of_it)
            yield f"{named}, {PARTS[part_of_it]}: {words}"


def of_assumption(one: Assumed | None, part: Part) -> str:
    """`210 (190–230), a register, 31.12.2025`."""
    if one is None:
        return ""
    figure = of_part(part, one.figure.likely)
    if not one.figure.is_exact:
        low, high = (of_part(part, end) for end in (one.figure.low, one.figure.high))
        figure = f"{figure} ({low}\N{EN DASH}{high})"
    dated = day(one.source_on) if one.source_on else ""
    return ", ".join(filter(None, (figure, one.source, dated)))
