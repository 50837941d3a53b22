from datetime import UTC, date, datetime, time, timedelta

import pytest
from icalendar import Calendar

from portal.workshops.actions.sessions import SessionWords, call_off, change_session
from portal.workshops.moments import stored
from tests.factories import make_workshop, take_seat
from tests.workshops.pages import one
from tests.workshops.sessions import come, letters, make_draft, make_session

pytestmark = pytest.mark.one_engine


def read(client, address):
    answer = client.get(address)
    assert answer.content_type == "text/calendar; charset=utf-8"
    return Calendar.from_ical(answer.data), answer.data.decode()


def page(workshop, session, ending=".ics"):
    return f"/en/workshops/{workshop.slug}/sessions/{session.id}{ending}"


def test_calendar_holds_what_calendars_need(client):
    workshop = make_workshop()
    moments = {
        "starts_at": stored(date(2027, 3, 29), time(17)),
        "ends_at": stored(date(2027, 3, 29), time(19)),
    }
    session = make_session(workshop, link="https://meet.example/secret", **moments)

    found, written = read(client, f"/en/workshops/{workshop.slug}/sessions.ics")

    (event,) = found.walk("VEVENT")
    assert (found["METHOD"], found["VERSION"]) == ("PUBLISH", "2.0")
    assert event["UID"] == f"session-{session.id}@localhost"
    assert event.decoded("SEQUENCE") == 0
    assert event["STATUS"] == "CONFIRMED"
    assert event.decoded("DTSTART") == datetime(2027, 3, 29, 14, tzinfo=UTC)
    assert event.decoded("DTEND") == datetime(2027, 3, 29, 16, tzinfo=UTC)
    assert datetime.now(UTC) - event.decoded("DTSTAMP") < timedelta(minutes=1)
    assert event["LOCATION"] == "Library, Harju"
    assert event["URL"] == f"http://localhost{page(workshop, session, '')}"
    assert event["ORGANIZER"].startswith("http")
    assert "DTSTART:20270329T140000Z" in written
    assert "secret" not in written


def test_over_the_change_of_clocks_an_evening_stays_at_five(client):
    workshop = make_workshop()
    for day in (date(2026, 10, 24), date(2026, 10, 25), date(2026, 10, 26)):
        starts_at = stored(day, time(17))
        make_session(
            workshop, starts_at=starts_at, ends_at=starts_at + timedelta(hours=1)
        )

    found, _written = read(client, f"/en/workshops/{workshop.slug}/sessions.ics")

    hours = [event.decoded("DTSTART").hour for event in found.walk("VEVENT")]
    assert hours == [14, 15, 15]


def test_hostile_and_long_words_stay_in_their_line(client):
    words = "A; B, C \\ D\nSTATUS:CANCELLED\nEND:VCALENDAR " + "ä" * 300
    texts = {"en": SessionWords("Evening; with, coffee", words)}
    workshop = make_workshop()
    session = make_session(workshop, texts=texts, address="Tupa\\, Harju")

    found, written = read(client, page(workshop, session))

    (event,) = found.walk("VEVENT")
    assert event["DESCRIPTION"] == words
    assert event["SUMMARY"].startswith("Evening; with, coffee – ")
    assert event["STATUS"] == "CONFIRMED"
    assert written.endswith("END:VCALENDAR\r\n")
    assert written.count("\r\n") == written.count("\n")
    assert max(len(line.encode()) for line in written.split("\r\n")) <= 75


def test_changes_are_counted_and_a_cancelled_session_says_so(client):
    workshop = make_workshop()
    session = make_session(workshop)
    before, _written = read(client, page(workshop, session))
    change_session(session, make_draft(starts_in=timedelta(days=8)), seen=0)
    call_off(session)

    after, _written = read(client, page(workshop, session))
    every, _written = read(client, f"/en/workshops/{workshop.slug}/sessions.ics")

    (was,), (now_is,), (told) = (c.walk("VEVENT") for c in (before, after, every))
    assert was["UID"] == now_is["UID"] == told[0]["UID"]
    assert [e.decoded("SEQUENCE") for e in (was, now_is, told[0])] == [0, 2, 2]
    assert (after["METHOD"], every["METHOD"]) == ("CANCEL", "PUBLISH")
    assert {now_is["STATUS"], told[0]["STATUS"]} == {"CANCELLED"}
    assert now_is["SUMMARY"].startswith("Cancelled: ")


def test_link_is_in_the_calendar_of_those_who_have_a_place(app):
    workshop = make_workshop()
    session = make_session(workshop, link="https://meet.example/1", capacity=1)
    client, me = take_seat(app, workshop)
    come(session, participant=me)
    place = one(client.get(page(workshop, session, "")), "a[href*=registrations]")

    found, _written = read(client, f"{place['href']}/session.ics")

    (event,) = found.walk("VEVENT")
    assert "https://meet.example/1" in event["DESCRIPTION"]
    assert letters() == []
