"""Keeping the facts of a place."""

from portal.db import bump, database, upsert
from portal.directory.actions.indexing import index
from portal.directory.models import (
    CHANGES,
    Place,
    PlaceText,
    Service,
    ServiceAtPlace,
)
from portal.i18n import LANGUAGES
from portal.upkeep.merging import joined
from portal.upkeep.queries.places import facts
from portal.upkeep.snapshots import YES, Snapshot
from portal.vocabulary.queries import vocabulary


def save(place: Place, values: Snapshot, *, base: Snapshot | None) -> None:
    """Save what was changed since `base` was read. Raises Meeting where somebody
    else has changed the same, and LookupError if the place is gone."""
    with database.atomic():
        bump(CHANGES)
        if not Place.select().where(Place.id == place.id).exists():
            raise LookupError(place.id)
        theirs = facts(place)
        wanted = joined(base, theirs, values)
        if wanted != theirs:
            _write(place, wanted)


def _write(place: Place, new: Snapshot) -> None:
    Place.update(
        area=vocabulary().of("area")[new["area"]].id,
        postal_code=new["postal_code"],
        protected=new["protected"] == YES,
        step_free=new["step_free"],
        calendar=new["calendar"],
    ).where(Place.id == place.id).execute()
    for language in LANGUAGES:
        key = {"place": place.id, "language": language}
        name, street, arrival = (
            new.get(f"{part}_{language}", "") for part in ("name", "street", "arrival")
        )
        if name:
            upsert(PlaceText, key, name=name, street=street, arrival=arrival)
        else:
            PlaceText.delete().where(
                PlaceText.place == place.id, PlaceText.language == language
            ).execute()
    for service in (
        Service.select().join(ServiceAtPlace).where(ServiceAtPlace.place == place.id)
    ):
        index(service)
