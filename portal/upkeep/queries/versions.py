"""Versions of a service: how it stood each time it was saved."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
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
    """One version. `saved_by` is for editors only."""

    number: int
    saved_at: datetime
    saved_by: str
    note: str
    snapshot: Snapshot


def editions(service: Service) -> list[Edition]:
    """Every version, newest first."""
    rows: Iterable[Any] = (
        ServiceVersion.select(ServiceVersion, User.name.alias("name"))
        .join(User, "LEFT JOIN")
        .where(ServiceVersion.service == service.id)
        .order_by(ServiceVersion.edition.desc())
        .objects()
    )
    return [
        Edition(
            row.edition,
            row.saved_at,
            row.name or "",
            row.note,
            json.loads(row.snapshot),
        )
        for row in rows
    ]


def snapshot_at(service: Service, edition: int) -> Snapshot | None:
    """How a service stood in one edition, if that was kept."""
    row = ServiceVersion.get_or_none(
        ServiceVersion.service == service.id, ServiceVersion.edition == edition
    )
    return None if row is None else json.loads(row.snapshot)


def public_editions(service: Service) -> list[Edition]:
    """The versions in which what the public may read had changed, newest first, with
    that alone. Who saved them is left out."""
    hidden = {place.slug for place in Place.select(Place.slug).where(Place.protected)}
    streets = addresses()
    found: list[Edition] = []
    for edition in reversed(editions(service)):
        public = without_addresses(public_part(edition.snapshot, hidden), streets)
        if public and (not found or found[-1].snapshot != public):
            kept = edition.number, edition.saved_at, "", edition.note, public
            found.append(Edition(*kept))
    return found[::-1]


def public_part(snapshot: Snapshot, hidden: set[str]) -> Snapshot:
    """What the public may read of a version: published texts, and no more of what is
    for staff; of `hidden` places nothing that tells where they are."""
    shown = {
        f"{kind}/{language}"
        for kind in ("text", "easy")
        for language in keys(snapshot, kind)
        if snapshot[f"{kind}/{language}/state"] == TextState.PUBLISHED
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
