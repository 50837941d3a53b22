"""A place as those who keep it see it."""

from dataclasses import dataclass

from portal.db import tuples
from portal.directory.models import Place, PlaceText, Service, ServiceAtPlace
from portal.directory.queries.names import in_language
from portal.i18n import LANGUAGES
from portal.upkeep.snapshots import YES, Snapshot
from portal.vocabulary.queries import vocabulary


@dataclass(frozen=True)
class KeptPlace:
    """A place, and the organisations that give something there."""

    place: Place
    facts: Snapshot
    organisations: frozenset[int]

    def name(self, language: str) -> tuple[str, str]:
        names = {
            code: self.facts[f"name_{code}"]
            for code in LANGUAGES
            if self.facts[f"name_{code}"]
        }
        return in_language(names, language) if names else (self.place.slug, language)


def place(slug: str) -> KeptPlace | None:
    found = Place.get_or_none(Place.slug == slug)
    if found is None:
        return None
    owners = tuples(
        Service.select(Service.organisation)
        .join(ServiceAtPlace)
        .where(ServiceAtPlace.place == found.id)
        .distinct()
    )
    return KeptPlace(found, facts(found), frozenset(owner for (owner,) in owners))


def facts(found: Place) -> Snapshot:
    """Everything about a place that editors may change."""
    row = Place.get_by_id(found.id)
    texts = {
        text.language: text
        for text in PlaceText.select().where(PlaceText.place == found.id)
    }
    return {
        "area": vocabulary().words[row.area].code,
        "postal_code": row.postal_code,
        "protected": YES if row.protected else "",
        "step_free": str(row.step_free),
        "calendar": str(row.calendar),
        **{
            f"{part}_{code}": getattr(texts[code], part) if code in texts else ""
            for code in LANGUAGES
            for part in ("name", "street", "arrival")
        },
    }
