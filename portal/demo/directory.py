"""Loading the directory of the demo region."""

from typing import Any

from portal.db import bump
from portal.demo.files import entries, in_languages
from portal.directory.actions import Draft, DraftText, store
from portal.directory.hours import parsed
from portal.directory.models import (
    CHANGES,
    Charge,
    Known,
    OpeningHours,
    Organisation,
    OrganisationText,
    Origin,
    Place,
    PlaceText,
    Service,
    ServiceAtPlace,
    Team,
    TeamText,
)
from portal.text import escaped
from portal.vocabulary.models import Scheme
from portal.vocabulary.queries import Vocabulary, Word

TAGGED = {
    "areas": Scheme.AREA,
    "needs": Scheme.NEED,
    "themes": Scheme.THEME,
    "groups": Scheme.GROUP,
    "channels": Scheme.CHANNEL,
    "languages": Scheme.LANGUAGE,
    "tier": Scheme.TIER,
    "access": Scheme.ACCESS,
    "focus": Scheme.FOCUS,
}


def load_organisations() -> None:
    for entry in entries("organisations.toml", "organisation"):
        organisation = Organisation.create(
            code=entry["code"], kind=entry["kind"], email=entry.get("email", "")
        )
        for language, text in in_languages(entry).items():
            OrganisationText.create(
                organisation=organisation, language=language, name=text["name"]
            )
        for part in entry.get("team", []):
            team = Team.create(organisation=organisation, code=part["code"])
            for language in ("fi", "sv", "en"):
                TeamText.create(team=team, language=language, name=part[language])

    bump(CHANGES)


def load_places(words: Vocabulary) -> None:
    for entry in entries("places.toml", "place"):
        place = Place.create(
            slug=entry["slug"],
            area=words.of(Scheme.AREA)[entry["area"]].id,
            postal_code=entry.get("postal_code", ""),
            protected=entry.get("protected", False),
            step_free=Known(entry.get("step_free", "unknown")),
        )
        street = entry.get("street", "")
        for language, text in in_languages(entry).items():
            PlaceText.create(
                place=place,
                language=language,
                name=text["name"],
                street=entry.get("street_sv", street) if language == "sv" else street,
                arrival=text.get("arrival", ""),
            )


def load_services(words: Vocabulary) -> None:
    for entry in entries("services-*.toml", "service"):
        service = store(draft(entry, words))
        for visit in entry.get("place", []):
            load_visit(service, visit)


def draft(entry: dict[str, Any], words: Vocabulary) -> Draft:
    plain = {
        name: entry[name]
        for name in ("phone", "email", "sensitive", "strong_identification")
        if name in entry
    }
    spoken = {True: Known.YES, False: Known.NO, None: Known.UNKNOWN}
    return Draft(
        origin=Origin.REGION,
        slug=entry["slug"],
        twin_key=f"region:{entry['slug']}",
        organisation=Organisation.get(Organisation.code == entry["organisation"]),
        team=Team.get_or_none(Team.code == entry.get("team", "")),
        charge=Charge(entry["charge"]),
        interpreter=spoken[entry.get("interpreter")],
        checked_on=entry.get("checked"),
        review_months=entry.get("review_months", 12),
        tags=tags(entry, words),
        texts={code: text_of(part) for code, part in in_languages(entry).items()},
        assessment=Known(entry["assessment"]),
        recorded=Known(entry["recorded"]),
        name_asked=Known(entry["name"]),
        told=Known(entry["told"]),
        **plain,
    )


def tags(entry: dict[str, Any], words: Vocabulary) -> list[Word]:
    found: list[Word] = []
    for key, scheme in TAGGED.items():
        codes = entry.get(key, [])
        one_or_more = [codes] if isinstance(codes, str) else codes
        found += [words.of(scheme)[code] for code in one_or_more]
    return found


def text_of(part: dict[str, Any]) -> DraftText:
    situations = "\n".join(f"- {escaped(line)}" for line in part.get("situations", []))
    return DraftText(**{**part, "situations": situations})


def load_visit(service: Service, visit: dict[str, Any]) -> None:
    row = ServiceAtPlace.create(
        service=service,
        place=Place.get(Place.slug == visit["place"]),
        appointment=visit.get("appointment", False),
    )
    for line in visit.get("hours", []):
        for span in parsed(line):
            OpeningHours.create(
                service_at_place=row,
                weekday=span.weekday,
                opens=span.opens,
                closes=span.closes,
            )
