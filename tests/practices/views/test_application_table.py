"""Where a practice is applied, municipality by municipality."""

import json
from datetime import date

import pytest
from playhouse.test_utils import count_queries

from portal.directory.models import TextState
from portal.directory.queries.areas import municipalities
from portal.practices.actions.creating import PracticeDraftText
from portal.practices.models import PracticeText, PracticeVersion, Use
from portal.vocabulary.queries import vocabulary
from tests.factories import make_practice, make_user
from tests.practices.uses import make_use
from tests.soup import page

STANDING = {
    "Harju": "In use Since when: March 2025",
    "Niemi": "Stopped Since when: March 2025 – May 2025",
}
DESK = "/en/practices/desk/applications"


@pytest.fixture
def places():
    """What the municipalities of the region are called."""
    return [word.labels["en"] for word in municipalities(vocabulary()).values()]


@pytest.fixture
def practice():
    text = PracticeDraftText("Desk", core="Nobody is asked for a name")
    return make_practice(slug="desk", texts={"en": text})


def plain(tag):
    return " ".join(tag.get_text(" ").split())


def standing(soup):
    """Each row: the municipality, and how it stands there."""
    return [(plain(row.th), plain(row.td)) for row in soup.select("tbody tr")]


def cells(row):
    return {cell["data-label"]: plain(cell) for cell in row.select("td[data-label]")}


def test_every_municipality_has_its_row_known_or_not(client, practice, places):
    make_use(practice, "harju")
    make_use(practice, "niemi", state=Use.STOPPED, until=date(2025, 5, 1))

    soup = page(client, DESK)

    assert standing(soup) == [
        (name, STANDING.get(name, "Not known")) for name in places
    ]
    assert len(soup.select("tbody .unknown > svg")) == len(places) - 2
    assert [plain(line) for line in soup.select("header ul.bare li")] == [
        "In use 1 municipality",
        "Stopped 1 municipality",
        f"Not known {len(places) - 2} municipalities",
    ]


def test_whole_county_counts_in_every_municipality(client, practice, places):
    make_use(practice, "county", state=Use.ON_TRIAL)
    make_use(practice, "harju")

    soup = page(client, DESK)

    regional = "Being tried out As in the whole county"
    links = soup.select("tbody th a")
    assert {link["href"] for link in links} == {
        f"/en/municipalities/{code}/practices" for code in municipalities(vocabulary())
    }
    assert standing(soup) == [
        ("Whole county", "Being tried out Since when: March 2025"),
        ("Kaarnaranta", regional),
        ("Harju", STANDING["Harju"]),
        *((name, regional) for name in places[2:]),
    ]
    assert [plain(line) for line in soup.select("header ul.bare li")] == [
        "In use 1 municipality",
        f"Being tried out {len(places) - 1} municipalities",
    ]


def test_what_stopped_here_and_goes_on_in_the_whole_county_is_told_twice(
    client, practice, places
):
    make_use(practice, "county")
    make_use(practice, "niemi", state=Use.STOPPED, until=date(2025, 5, 1))

    soup = page(client, DESK)

    assert [row for row in standing(soup) if row[0] == "Niemi"] == [
        ("Niemi", STANDING["Niemi"]),
        ("Niemi", "In use As in the whole county"),
    ]
    assert plain(soup.select_one("header ul.bare")) == (
        f"In use {len(places)} municipalities"
    )


def test_row_tells_what_was_changed_and_whom_to_ask(client, practice):
    used = make_use(
        practice, note="Two desks", result="More visits", contact="Team leader"
    )

    row = page(client, DESK).select_one(f"#application-{used.id}")

    assert cells(row) == {
        "How it stands": STANDING["Harju"],
        "Version": "1",
        "What was changed": "Two desks",
        "What came of it": "More visits",
        "Whom to ask": "Team leader",
    }


def test_version_behind_leads_to_what_has_changed(client, practice):
    PracticeVersion.delete().execute()
    for edition, words in enumerate(["One", "Two", "Two", "Three"], start=1):
        snapshot = {"text/en/state": "published", "text/en/name": words}
        PracticeVersion.create(
            practice=practice, edition=edition, snapshot=json.dumps(snapshot)
        )
    for area, version in {"harju": 1, "niemi": 3, "koskela": 4, "saarela": 9}.items():
        make_use(practice, area, version=version)

    told = [
        row.select_one("td[data-label=Version]")
        for row in page(client, DESK).select("tr[id]")
    ]

    assert [plain(cell) for cell in told] == [
        "1 2 versions behind What has changed since",
        "4",
        "9",
        "3 1 version behind What has changed since",
    ]
    assert [cell.a and cell.a["href"] for cell in told] == [
        "/en/practices/desk/versions?from=1&to=4",
        None,
        None,
        "/en/practices/desk/versions?from=2&to=4",
    ]


def test_differences_stand_beside_the_core(client, practice):
    make_use(practice, note="Two desks")
    make_use(practice, "niemi", note="Vain kesällä", language="fi")

    core, places = page(client, DESK).select(".pair > div")

    assert plain(core) == "What must stay Nobody is asked for a name"
    assert plain(places) == "Harju Two desks Niemi Vain kesällä Only in Finnish"
    assert places.select_one("[lang=fi]").text == "Vain kesällä"


def test_years_tell_what_began_and_what_stopped(client, practice):
    make_use(practice, since=date(2024, 2, 1))
    make_use(
        practice,
        "niemi",
        state=Use.STOPPED,
        since=date(2024, 1, 1),
        until=date(2025, 6, 1),
    )
    make_use(practice, "saarela", since=None)
    make_use(practice, "koskela", since=date(2090, 1, 1), state=Use.PLANNED)

    years = page(client, DESK).select("ol.line > li")

    assert [plain(year) for year in years] == [
        "2024 January 2024: Niemi – began February 2024: Harju – began",
        "2025 June 2025: Niemi – stopped",
        "2090 January 2090: Koskela – planned to begin",
        "The year is not known Saarela – In use",
    ]
    assert [year.get("class") for year in years] == [
        None,
        None,
        ["is-next"],
        ["is-next"],
    ]


def test_address_for_the_yearly_question_is_shown_nowhere(client, practice):
    make_use(practice, email="secret@verstas.example")

    read = [
        client.get(address).text
        for address in (DESK, f"{DESK}.csv", "/en/municipalities/harju/practices")
    ]

    assert [("secret@" in text, "Harju" in text) for text in read] == [
        (False, True)
    ] * 3


def test_sheet_has_a_line_for_each_municipality(client, practice, places):
    make_use(practice, note="=Two desks")

    lines = client.get(f"{DESK}.csv").text.splitlines()

    assert len(lines) == 1 + len(places)
    harju = next(line for line in lines if line.startswith("Harju"))
    assert harju.split(";")[:10] == [
        "Harju",
        "In use",
        "",
        "2025-03-01",
        "",
        "",
        "1",
        "0",
        "'=Two desks",
        "",
    ]
    assert "Niemi;Not known" in lines


def test_practice_that_is_not_published_is_not_found(client, practice):
    PracticeText.update(state=TextState.DRAFT).execute()

    answers = [client.get(address).status_code for address in (DESK, f"{DESK}.csv")]

    assert answers == [404, 404]


def test_page_of_one_and_of_three_asks_the_database_alike(client, practice):
    """The versions; the practice, its words, its applications, its editions."""
    page(client, DESK)
    make_use(practice, note="One", by=make_user())
    with count_queries() as one:
        client.get(DESK)

    for area in ("niemi", "koskela"):
        make_use(practice, area, note="More")
    with count_queries() as three:
        client.get(DESK)

    assert (one.count, three.count) == (5, 5)


def test_page_of_a_practice_counts_and_shows_the_first_places(client, practice, places):
    for area in ("harju", "koskela", "saarela", "niemi"):
        make_use(practice, area)
    stopped = date(2025, 5, 1)
    make_use(practice, "metsapelto", state=Use.STOPPED, until=stopped)

    part = page(client, "/en/practices/desk").select_one(
        "section[aria-labelledby=applied]"
    )

    counts, first = part.select("ul")
    assert [plain(line) for line in counts.select("li")] == [
        "In use 4 municipalities",
        "Stopped 1 municipality",
        f"Not known {len(places) - 5} municipalities",
    ]
    assert [place.b.text for place in first.select("li")] == [
        "Harju",
        "Koskela",
        "Saarela",
        "Niemi",
    ]
    assert part.select_one("a.more")["href"] == DESK
