"""How a thing is written down whole: as one flat set of named texts, so that any
two can be compared and joined name by name. What a name of three words or more begins
with is a part that comes and goes as one. Of a service:

`phone`, `tags/area`, `codes/subject`, `text/fi/name`, `easy/sv/body`,
`channel/7/contact`, `place/harju-library/note/fi`, `stop/7/spot/fi`, `law/0/url/sv`. A
name that is missing is a part that is not there."""

from collections.abc import Iterable
from datetime import date

Snapshot = dict[str, str]

YES = "1"
PART_WORDS = 2
# Kinds of parts that versions know of only if they tell of codes too.
WITH_CODES = ("stop", "law")
FACTS = (
    "assessment",
    "recorded",
    "name_asked",
    "told",
    "charge",
    "interpreter",
    "phone",
    "email",
    "review_email",
)
TICKS = ("sensitive", "phone_on_holidays")
NUMBERS = ("wait_days", "review_months")
DATES = ("wait_checked_on", "checked_on")
TEXTS = (
    "name",
    "summary",
    "description",
    "audience",
    "situations",
    "access",
    "criteria",
    "cost",
    "deadline",
    "processing_time",
    "validity",
    "assessment",
    "recorded",
    "name_asked",
    "told",
    "bring",
    "promise",
    "tier_reason",
    "professionals",
    "staff_notes",
)


def group(name: str) -> str:
    """The part that comes and goes as one: `channel/7`; a plain fact has none."""
    words = name.split("/")
    return "/".join(words[:PART_WORDS]) if len(words) > PART_WORDS else ""


def groups(*snapshots: Iterable[str]) -> list[str]:
    """The parts of all of these, in their order."""
    found = (group(name) for snapshot in snapshots for name in snapshot)
    return list(dict.fromkeys(found))


def unknown_to(version: Snapshot, name: str) -> bool:
    """Whether a name is of something that was kept in no version yet when this one
    was."""
    part = group(name)
    if not part:
        return name not in version
    knows = any(told.startswith("codes/") for told in version)
    return part.split("/")[0] in WITH_CODES and not knows


def members(snapshot: Snapshot, part: str) -> Snapshot:
    return {name: value for name, value in snapshot.items() if group(name) == part}


def keys(snapshot: Snapshot, kind: str) -> list[str]:
    """What the parts of one kind are called: the languages of `text`, the slugs of
    `place`."""
    return [
        part.split("/")[1] for part in groups(snapshot) if part.startswith(f"{kind}/")
    ]


def differing(before: Snapshot, after: Snapshot) -> list[str]:
    """The names whose texts are not the same."""
    names = dict.fromkeys([*before, *after])
    return [name for name in names if before.get(name) != after.get(name)]


def is_yes(value: str) -> bool:
    return value == YES


def as_number(value: str) -> int | None:
    return int(value) if value else None


def as_date(value: str) -> date | None:
    return date.fromisoformat(value) if value else None
