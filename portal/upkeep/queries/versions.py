"""Versions of a service: how it stood each time it was saved."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from portal.accounts.models import User
from portal.directory.models import Place, Service, ServiceVersion, TextState
from portal.directory.queries.protected import addresses, tells_where
from portal.upkeep.snapshots import Snapshot, group, keys

NOT_PUBLIC = {
    "staff_notes",
    "professionals",
    "state",
    "source",
    "source_at",
    "review_email",
    "review_months",
}
PARTS_OF_A_TEXT = 3


@dataclass(frozen=True)
class Edition:
    """One version; its note is in `language`. `saved_by` is for editors only."""

    number: int
    saved_at: datetime
    saved_by: str
    note: str
    language: str
    snapshot: Snapshot
    id: int = 0

    def without_names(self, public: Snapshot) -> "Edition":
        """With what the public may read of it alone."""
        return replace(self, saved_by="", snapshot=public)


def editions(service: Service) -> list[Edition]:
    return kept_editions(ServiceVersion, ServiceVersion.service == service.id)


def kept_editions(versions: Any, these: Any) -> list[Edition]:
    """Every version, newest first."""
    rows: Iterable[Any] = (
        versions.select(versions, User.name.alias("name"))
        .join(User, "LEFT JOIN")
        .where(these)
        .order_by(versions.edition.desc())
        .objects()
    )
    return [
        Edition(
            row.edition,
            row.saved_at,
            row.name or "",
            row.note,
            row.language,
            json.loads(row.snapshot),
            row.id,
        )
        for row in rows
    ]


def kept_snapshot(versions: Any, these: Any, edition: int) -> Snapshot | None:
    """How a thing stood in one edition, if that was kept."""
    row = versions.get_or_none(these, versions.edition == edition)
    return None if row is None else json.loads(row.snapshot)


def public_editions(service: Service) -> list[Edition]:
    """The versions in which what the public may read had changed, newest first, with
    that alone. Who saved them is left out."""
    hidden = {place.slug for place in Place.select(Place.slug).where(Place.protected)}
    streets = addresses()

    def public(snapshot: Snapshot, now: Snapshot) -> Snapshot:
        return without_addresses(public_part(snapshot, hidden, now), streets)

    return those_that_differ(editions(service), public)


def those_that_differ(
    every: list[Edition], public: Callable[[Snapshot, Snapshot], Snapshot]
) -> list[Edition]:
    """The versions in which more than drafts had changed, newest first as they came.
    `public` is what of a version the public may read, as the newest stands."""
    found: list[Edition] = []
    for edition in reversed(every):
        shown = public(edition.snapshot, every[0].snapshot)
        if shown and (not found or found[-1].snapshot != shown):
            found.append(edition.without_names(shown))
    return found[::-1]


def is_published(part: str, *snapshots: Snapshot) -> bool:
    """Whether a text was published in each of these."""
    states = {snapshot.get(f"{part}/state") for snapshot in snapshots}
    return states == {TextState.PUBLISHED.value}


def public_part(snapshot: Snapshot, hidden: set[str], now: Snapshot) -> Snapshot:
    """What the public may read of a version: texts that were published and still are
    `now`, and no more of what is for staff; of `hidden` places nothing that tells where
    they are."""
    shown = {
        f"{kind}/{language}"
        for kind in ("text", "easy")
        for language in keys(snapshot, kind)
        if is_published(f"{kind}/{language}", snapshot, now)
    }
    if not any(part.startswith("text/") for part in shown):
        return {}
    return {
        name: value
        for name, value in snapshot.items()
        if is_public(name, shown, hidden)
    }


def without_addresses(public: Snapshot, streets: frozenset[str]) -> Snapshot:
    """Stops whose words tell where a protected place is have no words here."""
    return {
        name: value
        for name, value in public.items()
        if not (name.startswith("stop/") and tells_where(streets, value))
    }


def is_public(name: str, shown: set[str], hidden: set[str]) -> bool:
    part, last = group(name), name.rsplit("/", maxsplit=1)[-1]
    if part.startswith(("text/", "easy/")):
        return part in shown and last not in NOT_PUBLIC
    if part.startswith("place/"):
        return part.removeprefix("place/") not in hidden or last == "hours"
    return last not in NOT_PUBLIC
