"""The signed links by which a card is said to be right, without signing in."""

from dataclasses import dataclass
from datetime import date

from portal.upkeep import signed_links

PURPOSE = "verstas.upkeep.review"
NEVER = ""


@dataclass(frozen=True)
class ReviewLink:
    """Which card is asked about, and when it had been checked at that time."""

    service_id: int
    checked_on: date | None
    outdated: bool = False


def signed(service_id: int, checked_on: date | None) -> str:
    """A token for one question; once the card is checked, it is used up."""
    day = checked_on.isoformat() if checked_on else NEVER
    return signed_links.sign(PURPOSE, service_id, day)


def read(token: str) -> ReviewLink | None:
    """What a token asks, or None if it is not one of ours."""
    found = signed_links.read(PURPOSE, token)
    if found is None:
        return None
    service_id, day = found.parts
    checked_on = date.fromisoformat(day) if day else None
    return ReviewLink(service_id, checked_on, found.outdated)
