from datetime import date

import pytest
from playhouse.test_utils import count_queries

from portal.db import bump, today
from portal.directory.reviews import months_after
from portal.indicators.definitions import INDICATORS
from portal.indicators.models import CHANGES, IndicatorSnapshot
from portal.vocabulary.queries import vocabulary


def keep(code: str, on: date | None = None, **fields) -> None:
    values = {"value": 42, "n": 50, "taken_on": on or today()}
    IndicatorSnapshot.create(code=code, **values | fields)
    bump(CHANGES)


def test_nothing_taken_is_said_so(client):
    assert "No figures have been taken yet" in client.get("/en/indicators").text


def test_a_figure_is_shown_with_its_n_and_day(client):
    keep("freshness")

    page = client.get("/en/indicators").text

    assert "84 %" in page
    assert "42 of 50" in page


def test_too_few_are_said_and_not_shown(client):
    keep("freshness", value=None, n=None)

    assert "Too few to tell" in client.get("/en/indicators").text


def test_a_year_before_is_told(client):
    keep("freshness", months_after(today(), -13), value=10)
    keep("freshness")

    assert "A year before: 20 %" in client.get("/en/indicators").text


def test_another_formula_is_not_compared_and_said(client):
    keep("freshness", months_after(today(), -13), value=10)
    keep("freshness", formula=2)

    page = client.get("/en/indicators/freshness").text

    assert "A year before" not in page
    assert "Counted otherwise from here on (edition 2)" in page


def test_a_municipality_has_a_page_of_its_own(client):
    keep("freshness", area="harju", value=25)
    keep("freshness", value=50)

    page = client.get("/en/indicators?area=harju").text

    assert "50 %" in page
    assert "100 %" not in page


@pytest.mark.parametrize("area", ["nowhere", "county", "0"])
def test_an_unknown_municipality_is_the_region(client, area):
    keep("freshness")

    assert "84 %" in client.get(f"/en/indicators?area={area}").text


@pytest.mark.parametrize("code", list(INDICATORS))
def test_every_indicator_says_how_it_is_counted(client, code):
    keep(code, part=INDICATORS[code].parts[0])

    assert "How it is counted" in client.get(f"/en/indicators/{code}").text


def test_an_unknown_indicator_is_not_found(client):
    assert client.get("/en/indicators/happiness").status_code == 404


def test_the_sheet_holds_every_figure(client):
    keep("freshness")
    keep("first-meeting", value="12.5", n=9, area="harju")

    lines = client.get("/en/indicators.csv").text.splitlines()

    day = today().isoformat()
    assert lines[1:] == [
        f"Days to the first meeting;;Harju;{day};12.5;9;;1",
        f"Cards checked in time;;;{day};42;50;84;1",
    ]


def test_the_sheet_writes_decimals_as_the_language_does(client):
    keep("freshness", value=1, n=8)
    keep("unmet-needs", value=1234567, n=None)

    lines = client.get("/sv/indicators.csv").text.splitlines()

    assert [line.split(";")[4:7] for line in lines[1:]] == [
        ["1", "8", "12,5"],
        ["1234567", "", ""],
    ]


def test_the_data_hold_every_figure_and_how_it_is_counted(client):
    keep("freshness", value=None, n=None)

    found = {
        one["code"]: one for one in client.get("/en/indicators.json").json["indicators"]
    }

    assert found.keys() == INDICATORS.keys()
    assert found["freshness"]["figures"] == [
        {
            "date": today().isoformat(),
            "municipality": "",
            "part": "",
            "value": None,
            "n": None,
            "formula": 1,
        }
    ]


@pytest.mark.parametrize("months", [1, 24])
def test_all_indicators_ask_two_statements_however_many_months(client, months):
    for code, one in INDICATORS.items():
        for back in range(months):
            for part in one.parts:
                keep(code, months_after(today(), -back), part=part)
    vocabulary()
    client.get("/en/indicators")

    # the versions of what is kept, the figures
    with count_queries() as queries:
        page = client.get("/en/indicators?area=")

    assert queries.count == 2
    assert len(page.data) < 25_000
