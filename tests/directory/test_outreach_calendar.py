"""The calendar file, read by the library and expanded by dateutil, says what the
page says."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import rruleset, rrulestr
from icalendar import Calendar

from portal.db import today
from portal.directory.actions import DraftText
from portal.directory.models import StopException
from portal.directory.queries.outreach import agenda
from tests.factories import make_service, make_stop

ZONE = ZoneInfo("Europe/Helsinki")


def fetched(client, address="/en/outreach.ics"):
    response = client.get(address)
    assert response.status_code == 200
    return response, Calendar.from_ical(response.get_data())


def expanded(calendar, first, last):
    """Every opening from `first` to `last`: its start, its end and its summary."""
    found = {}
    events = calendar.walk("VEVENT")
    for event in events:
        if "RRULE" not in event:
            continue
        start = event["DTSTART"].dt
        rules = rruleset()
        rules.rrule(rrulestr(event["RRULE"].to_ical().decode(), dtstart=start))
        for day in event["EXDATE"].dts if "EXDATE" in event else []:
            rules.exdate(day.dt)
        for begins in rules.between(first, last, inc=True):
            ends = begins + (event["DTEND"].dt - start)
            found[event["UID"], begins] = (begins, ends, str(event["SUMMARY"]))
    for event in events:
        if "RECURRENCE-ID" in event:
            key = event["UID"], event["RECURRENCE-ID"].dt
            if key in found:
                times = event["DTSTART"].dt, event["DTEND"].dt
                found[key] = (*times, str(event["SUMMARY"]))
    return sorted(found.values())


def shown(first, count):
    """The same of the page."""
    found = []
    for day, stops in agenda("en", first, count):
        midnight = datetime(day.year, day.month, day.day)  # noqa: DTZ001  local
        for coming in stops:
            if coming.times:
                begins, ends = (
                    (midnight + timedelta(minutes=minute)).replace(tzinfo=ZONE)
                    for minute in coming.times
                )
                words = f"{coming.stop.service.name}: {coming.stop.spot.name}"
                found.append((begins, ends, words))
    return sorted(found)


def test_calendar_says_what_the_page_says_for_a_year(client):
    bus = make_service("Bus")
    start = today() - timedelta(days=40)
    make_stop(bus, "FREQ=WEEKLY;BYDAY=TU", start, spot="Square")
    make_stop(bus, "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH", start, spot="Harbour")
    make_stop(bus, "FREQ=MONTHLY;BYDAY=1SA", start, spot="Pier", on_holidays=True)
    make_stop(bus, "FREQ=WEEKLY;BYDAY=FR", start, spot="Night", opens=1200, closes=1500)
    ends = today() + timedelta(days=60)
    stop = make_stop(bus, "FREQ=DAILY", start, last_on=ends, spot="Daily")
    StopException.create(stop=stop, day=today() + timedelta(days=3))
    moved = today() + timedelta(days=4)
    StopException.create(stop=stop, day=moved, opens=840, closes=870)

    _response, calendar = fetched(client)

    first = datetime.combine(today(), datetime.min.time(), ZONE)
    found = expanded(calendar, first, first + timedelta(days=365))
    assert found == shown(today(), 365)
    assert len(found) > 180


def test_calendar_file_is_well_formed(client):
    make_stop(make_service("Bus"), "FREQ=DAILY", date(2026, 1, 1), note="By the tree")

    response, calendar = fetched(client)

    assert response.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert calendar["X-WR-CALNAME"] == "Who is where"
    assert [zone["TZID"] for zone in calendar.walk("VTIMEZONE")] == ["Europe/Helsinki"]
    [event] = calendar.walk("VEVENT")
    assert event["URL"] == "http://localhost/en/services/bus"
    assert event["DESCRIPTION"] == "By the tree"
    assert event["LOCATION"].endswith(", Harju")
    assert calendar.errors == event.errors == []
    again = fetched(client)[1].walk("VEVENT")[0]
    assert event["UID"] == again["UID"]


@pytest.mark.parametrize("month", [1, 7])
def test_calendar_tells_the_clock_of_the_region_itself(client, month):
    """A reader that knows no time zones gets them from the file."""
    make_stop(make_service(), "FREQ=DAILY", date(2026, 1, 1))

    [zone] = fetched(client)[1].walk("VTIMEZONE")

    noon = datetime(2027, month, 5, 12)  # noqa: DTZ001  as clocks show
    own, real = zone.to_tz(lookup_tzid=False), ZONE
    assert noon.replace(tzinfo=own).astimezone(UTC) == noon.replace(
        tzinfo=real
    ).astimezone(UTC)


def test_calendar_of_one_area(client):
    bus = make_service()
    for area in ("harju", "niemi"):
        make_stop(bus, "FREQ=DAILY", date(2026, 1, 1), area=area, spot=area)

    _response, calendar = fetched(client, "/en/outreach.ics?area=niemi")

    assert calendar["X-WR-CALNAME"] == "Who is where: Niemi"
    [event] = calendar.walk("VEVENT")
    assert event["LOCATION"] == "niemi, Niemi"


def test_calendar_marks_words_of_another_language(client):
    service = make_service(texts={"sv": DraftText("Bussen")})
    make_stop(service, "FREQ=DAILY", date(2026, 1, 1))

    [event] = fetched(client)[1].walk("VEVENT")

    assert event["SUMMARY"].params["LANGUAGE"] == "sv"
    assert "LANGUAGE" not in event["LOCATION"].params


def test_calendar_without_stops_is_a_calendar(client):
    _response, calendar = fetched(client)

    assert calendar.walk("VEVENT") == []


def test_stop_that_has_ended_is_left_out(client):
    make_stop(make_service(), "FREQ=DAILY", date(2020, 1, 1), last_on=date(2020, 2, 1))

    assert fetched(client)[1].walk("VEVENT") == []
