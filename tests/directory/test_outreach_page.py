from datetime import date, timedelta

import pytest
from playhouse.test_utils import count_queries

from portal.db import today
from portal.directory.models import StopException
from portal.freshness import drawn
from tests.factories import make_service, make_stop
from tests.soup import page

TOMORROW = today() + timedelta(days=1)


def rows(soup):
    return [
        (
            li.select_one(".when").text,
            li.h3.text,
            [badge.text for badge in li.select(".badge")],
        )
        for li in soup.select("ul.timetable > li")
    ]


def test_outreach_lists_today_and_the_week_ahead(client):
    bus = make_service("Bus")
    make_stop(
        bus,
        "FREQ=DAILY",
        today(),
        last_on=today(),
        spot="Square",
        note="By the tree",
        on_holidays=True,
    )

    soup = page(client, "/en/outreach")

    assert len(soup.select("main h2")) == 8
    assert soup.select_one("main h2 .badge").text == "Today"
    assert rows(soup) == [("9–11", "Square", [])]
    row = soup.select_one("ul.timetable > li")
    assert row.a["href"] == "/en/services/bus"
    assert [tag.text for tag in row.select("p")] == ["By the tree", "HarjuBus"]
    assert len(soup.select("p.hint")) == 7


def test_outreach_shows_what_is_cancelled_and_what_is_moved(client):
    bus = make_service()
    settings = {"last_on": TOMORROW, "on_holidays": True}
    stops = [
        make_stop(bus, "FREQ=DAILY", TOMORROW, spot=spot, **settings)
        for spot in ("Square", "Harbour")
    ]
    StopException.create(stop=stops[0], day=TOMORROW)
    StopException.create(stop=stops[1], day=TOMORROW, opens=750, closes=780)

    soup = page(client, "/en/outreach")

    assert rows(soup) == [
        ("9–11", "Square", ["Cancelled"]),
        ("12:30–13", "Harbour", ["Other time than usual (9–11)"]),
    ]
    assert soup.select_one(".when del").text == "9–11"


def test_outreach_says_which_public_holiday_skips_a_stop(client):
    christmas = date(today().year, 12, 25)
    make_stop(make_service(), "FREQ=DAILY", christmas, last_on=christmas, spot="Square")
    year, week, _day = christmas.isocalendar()

    soup = page(client, f"/en/outreach?week={year}-W{week:02}")

    badge = "Does not come, public holiday (Christmas Day)"
    assert rows(soup) == [("9–11", "Square", [badge])]


def test_outreach_of_a_week_and_an_area_as_links(client):
    bus = make_service()
    for area in ("harju", "niemi"):
        make_stop(bus, "FREQ=DAILY", date(2020, 1, 1), area=area, spot=area)
    year, week, _day = today().isocalendar()
    this = f"{year}-W{week:02}"

    soup = page(client, f"/en/outreach?week={this}&area=niemi")

    assert len(soup.select("main h2")) == 7
    assert {row[1] for row in rows(soup)} == {"niemi"}
    links = [link["href"] for link in soup.select("nav.chips a")]
    assert links == [
        f"/en/outreach?week={this}",
        f"/en/outreach?week={this}&area=harju",
        f"/en/outreach?week={this}&area=niemi",
    ]
    weeks = [link["href"] for link in soup.select("main nav.cluster a")]
    before, after = (
        (today() + timedelta(weeks=step)).isocalendar() for step in (-1, 1)
    )
    assert weeks == [
        f"/en/outreach?week={before.year}-W{before.week:02}&area=niemi",
        "/en/outreach?area=niemi",
        f"/en/outreach?week={after.year}-W{after.week:02}&area=niemi",
    ]


@pytest.mark.parametrize(
    "week", ["", "soon", "2026-W00", "2026-W77", "9999-W52", "0000-W01", "1-W1-W1"]
)
def test_week_that_cannot_be_shown_is_the_days_ahead(client, week):
    soup = page(client, f"/en/outreach?week={week}")

    assert len(soup.select("main h2")) == 8


def test_last_week_that_is_shown_leads_no_farther(client):
    last = (today() - timedelta(days=today().weekday())) + timedelta(weeks=104)
    year, week, _day = last.isocalendar()

    soup = page(client, f"/en/outreach?week={year}-W{week:02}")

    links = [link.text.strip() for link in soup.select("main nav.cluster a")]
    assert links == ["Week before", "Today and the week ahead"]


@pytest.mark.parametrize("number", [1, 3])
def test_outreach_asks_the_database_alike_for_one_and_three(client, number):
    """The versions of directory and vocabulary; stops, exceptions, names of services,
    words of stops; stops and exceptions for the areas."""
    for _ in range(number):
        make_stop(make_service(), "FREQ=DAILY", today())
    client.get("/en/outreach")
    drawn.pages.clear()

    with count_queries() as asked:
        client.get("/en/outreach")

    assert asked.count == 7


def test_card_of_a_mobile_service_tells_where_it_comes_next(client):
    bus = make_service("Bus")
    settings = {"spot": "Square", "on_holidays": True}
    make_stop(bus, "FREQ=DAILY", TOMORROW, last_on=TOMORROW, **settings)
    make_service("Office")

    rows_of_bus = page(client, "/en/services/bus").select("#stops .timetable > li")

    assert [(li.time.text, li.b.text) for li in rows_of_bus] == [("9–11", "Square")]
    assert not page(client, "/en/services/office").select("#stops")
