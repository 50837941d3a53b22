"""Loading the directory of the demo region."""

from typing import Any

from portal.db import bump
from portal.demo.files import entries, in_languages
from portal.demo.hours import load_hours, load_stops
from portal.directory.actions import (
    Draft,
    DraftChannel,
    DraftEasy,
    DraftText,
    store,
)
from portal.directory.models import (
    CHANGES,
    Calendar,
    ChannelKind,
    Charge,
    Known,
    Organisation,
    OrganisationText,
    Origin,
    Place,
    PlaceText,
    Team,
    TeamText,
    TextState,
)
from portal.text import escaped
from portal.vocabulary.models import Scheme
from portal.vocabulary.queries import Vocabulary, Word

PLAIN = ("phone", "email", "sensitive", "wait_days", "review_email")
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
            calendar=Calendar(entry.get("calendar", "FI")),
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
        load_hours(store(draft(entry, words)), entry)
    load_stops(words)
    bump(CHANGES)


def draft(entry: dict[str, Any], words: Vocabulary) -> Draft:
    plain = {name: entry[name] for name in PLAIN if name in entry}
    spoken = {True: Known.YES, False: Known.NO, None: Known.UNKNOWN}
    return Draft(
        origin=Origin.REGION,
        slug=entry["slug"],
        twin_key=f"region:{entry['slug']}",
        organisation=Organisation.get(Organisation.code == entry["organisation"]),
        team=Team.get_or_none(Team.code == entry.get("team", "")),
        charge=Charge(entry["charge"]),
        interpreter=spoken[entry.get("interpreter")],
        wait_checked_on=entry.get("wait_checked"),
        checked_on=entry.get("checked"),
        review_months=entry.get("review_months", 12),
        tags=tags(entry, words),
        texts={code: text_of(part) for code, part in in_languages(entry).items()},
        easy={
            code: easy_of(part)
            for code, part in in_languages(entry.get("easy", {})).items()
        },
        channels=[channel(part) for part in entry.get("channel", [])],
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
    state = TextState(part.get("state", "published"))
    return DraftText(**{**part, "situations": situations, "state": state})


def easy_of(part: dict[str, Any]) -> DraftEasy:
    return DraftEasy(part["name"], part["body"], part.get("checked"))


def channel(part: dict[str, Any]) -> DraftChannel:
    return DraftChannel(
        ChannelKind(part["kind"]),
        part.get("contact", ""),
        Known(part.get("identification", "unknown")),
        {
            code: (text["name"], text.get("note", ""))
            for code, text in in_languages(part).items()
        },
    )
