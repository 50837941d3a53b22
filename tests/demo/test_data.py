"""The files of the demo region, read as they are."""

import re
from itertools import chain

import pytest

from portal.demo.files import DATA, entries

pytestmark = pytest.mark.no_database

IDENTITY_CODE = re.compile(r"\b\d{6}[-+A-FU-Y]\d{3}[0-9A-Z]\b", re.IGNORECASE)
LONG_NUMBER = re.compile(r"\+?\d(?:[ -]?\d){6,}")
OURS = re.compile(r"019 123 45\d\d|050 000 00\d\d")
# Nollalinja and the crisis line of MIELI in Finnish and in Swedish.
HELPLINES = {"080 005 005", "09 2525 0111", "09 2525 0112"}
KINDS = {
    "areas.toml": "term",
    "boards.toml": "workshop",
    "costs.toml": "study",
    "definition-cards.toml": "card",
    "discussions.toml": "workshop",
    "effects.toml": "effect",
    "groups.toml": "group",
    "materials.toml": "material",
    "open-questions.toml": "question",
    "indicators.toml": "indicator",
    "inventories.toml": "inventory",
    "moderation.toml": "text",
    "notices.toml": "notice",
    "organisations.toml": "organisation",
    "outreach.toml": "stop",
    "people.toml": "person",
    "phenomena.toml": "phenomenon",
    "pilots.toml": "pilot",
    "places.toml": "place",
    "polls.toml": "poll",
    "practice-experiences.toml": "experience",
    "practice-lives.toml": "life",
    "practice-marks.toml": "mark",
    "practice-questions.toml": "question",
    "practice-references.toml": "reference",
    "practice-suggestions.toml": "suggestion",
    "practice-uses.toml": "use",
    "practices-*.toml": "practice",
    "reports.toml": "report",
    "rollout.toml": "rollout",
    "selections.toml": "selection",
    "services-*.toml": "service",
    "sessions.toml": "session",
    "threads.toml": "thread",
    "unmet.toml": "need",
    "upkeep.toml": "feedback",
    "workshops.toml": "workshop",
}
ALL = [entry for pattern, kind in KINDS.items() for entry in entries(pattern, kind)]


def tables(value):
    """Every table, however deep."""
    if isinstance(value, dict):
        yield value
    parts = value.values() if isinstance(value, dict) else value
    if isinstance(value, dict | list):
        yield from chain.from_iterable(tables(part) for part in parts)


def words(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        parts = value.values() if isinstance(value, dict) else value
        yield from chain.from_iterable(words(part) for part in parts)


def test_every_file_is_read():
    read = {path for pattern in KINDS for path in DATA.glob(pattern)}

    assert read == set(DATA.iterdir())


def test_every_finnish_text_has_its_swedish():
    parts = [table for table in tables(ALL) if "fi" in table or "sv" in table]

    assert len(parts) > 150
    assert [
        part for part in parts if type(part.get("fi")) is not type(part.get("sv"))
    ] == []
    halves = [
        (part["fi"], part["sv"]) for part in parts if isinstance(part["fi"], dict)
    ]
    assert [fi for fi, sv in halves if fi.keys() != sv.keys()] == []
    assert [fi for fi, sv in halves if not all([*fi.values(), *sv.values()])] == []


def test_no_summary_is_over_the_national_limit():
    services = entries("services-*.toml", "service")

    assert [
        (entry["slug"], language)
        for entry in services
        for language in ("fi", "sv", "en")
        if len(entry.get(language, {}).get("summary", "")) > 150
    ] == []


def test_every_address_is_used_once():
    for pattern in (
        "materials.toml",
        "places.toml",
        "practices-*.toml",
        "services-*.toml",
        "workshops.toml",
    ):
        slugs = [entry["slug"] for entry in entries(pattern, KINDS[pattern])]
        assert sorted(slugs) == sorted(set(slugs))


def test_no_personal_identity_code_is_anywhere():
    assert [text for text in words(ALL) if IDENTITY_CODE.search(text)] == []


def test_no_telephone_number_could_be_anybodys():
    found = {number for text in words(ALL) for number in LONG_NUMBER.findall(text)}

    strange = {number for number in found if not OURS.fullmatch(number)}
    assert strange == HELPLINES


def test_mail_goes_nowhere():
    domains = {
        domain for text in words(ALL) for domain in re.findall(r"@([\w.-]+\w)", text)
    }

    assert domains == {"verstas.example"}


def test_protected_places_have_no_address():
    protected = [
        entry for entry in entries("places.toml", "place") if entry["protected"]
    ]

    assert len(protected) == 1
    for entry in protected:
        assert {"street", "street_sv", "postal_code"} & entry.keys() == set()
