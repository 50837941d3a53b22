"""Editors keep the stops of a mobile service."""

from datetime import date

import pytest
from bs4 import BeautifulSoup

from portal.directory.models import (
    PlaceText,
    Service,
    Stop,
    StopException,
    StopText,
)
from portal.upkeep.actions import saving
from tests.factories import make_place, make_service, make_stop, make_user
from tests.soup import page
from tests.upkeep.editors import editor, errors, filled, opened

NEW = {
    "pick_area-new1": "harju",
    "pick_every-new1": "week-2",
    "pick_days-new1": ["tu", "th"],
    "times-new1": "9.30-11",
    "first_on-new1": "2026-12-01",
    "different-new1": "24.12.2026 closed\n22.12.2026 kiinni\n15.12.2026 10-12",
    "spot_en-new1": "Market square",
    "note_en-new1": "By the church",
}


@pytest.fixture
def service():
    return make_service("Bus", slug="bus")


@pytest.fixture
def client(app):
    return editor(app)


@pytest.fixture
def home(service):
    return f"/en/services/{service.slug}"


@pytest.fixture
def address(home):
    return f"{home}/stops"


@pytest.fixture
def stop(service):
    return make_stop(service, "FREQ=WEEKLY;BYDAY=TU", date(2026, 12, 1), spot="Pier")


def test_stop_is_made_and_shown_where_people_look(client, app, home, address, service):
    answer = client.post(address, data=opened(client, address, **NEW))

    assert answer.location == f"{home}/upkeep?done=saved"
    (row,), (text,) = Stop.select(), StopText.select()
    assert (row.service, row.rule, row.opens, row.closes) == (
        service.id,
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH",
        570,
        660,
    )
    assert (text.language, text.spot, text.note) == (
        "en",
        "Market square",
        "By the church",
    )
    different = StopException.select(StopException.day, StopException.opens)
    assert list(different.order_by(StopException.day).tuples()) == [
        (date(2026, 12, 15), 600),
        (date(2026, 12, 22), None),
        (date(2026, 12, 24), None),
    ]
    public = page(app.test_client(), "/en/outreach?week=2026-W51")
    said = [" ".join(li.text.split()) for li in public.select(".timetable li")]
    assert [words.split(" Market")[0] for words in said] == ["10–12", "9:30–11"]


def test_stops_saved_as_they_were_change_nothing(client, home, address, service, stop):
    StopException.create(stop=stop, day=date(2026, 12, 8))
    make_stop(service, "FREQ=DAILY", date(2026, 12, 1), opens=1320, closes=1560)
    make_stop(service, "FREQ=MONTHLY;BYDAY=-1SA", date(2026, 1, 1))

    answer = client.post(address, data=opened(client, address))

    assert answer.location == f"{home}/upkeep?done=same"


def test_stop_keeps_its_row_when_it_is_changed_and_goes_when_it_is_over(
    client, address, stop
):
    changes = {f"times-{stop.id}": "12-15", f"spot_sv-{stop.id}": "Bryggan"}
    client.post(address, data=opened(client, address, **changes))
    (row,) = Stop.select()
    spots = {text.language: text.spot for text in StopText.select()}

    over = opened(client, address, **{f"pick_remove-{stop.id}": "1"})
    client.post(address, data=over)

    assert (row.id, row.opens) == (stop.id, 720)
    assert spots == {"en": "Pier", "sv": "Bryggan"}
    assert Stop.select().count() == 0


@pytest.mark.parametrize(
    ("wrong", "field", "message"),
    [
        ({"pick_area-new1": ""}, "pick_area", "Choose where it comes"),
        ({"pick_days-new1": []}, "pick_days", "Choose at least one weekday"),
        ({"pick_every-new1": "x"}, "pick_every", "Choose one of these"),
        ({"first_on-new1": ""}, "first_on", "Write on which day it comes first"),
        (
            {"first_on-new1": "soon"},
            "first_on",
            "Write the date as day, month and year",
        ),
        ({"times-new1": "9"}, "times", "Write from when to when, like 9-15 or 9.30-11"),
        ({"last_on-new1": "2026-11-30"}, "last_on", "The last day is before the first"),
        (
            {"last_on-new1": "2026-12-01", "pick_days-new1": ["fr"]},
            "last_on",
            "It never comes between these days",
        ),
        (
            {"different-new1": "21.12.2026 10-12"},
            "different",
            "It does not come on 21 December 2026. Make that day a stop of its own",
        ),
        (
            {"different-new1": "mon 9-11"},
            "different",
            (
                "Line 1: only days that differ belong here, with their dates. "
                "Write for example: 24.12. closed"
            ),
        ),
        (
            {"spot_en-new1": "", "note_en-new1": ""},
            "spot_fi",
            "Tell in at least one language",
        ),
        ({"note_sv-new1": "X"}, "spot_sv", "Tell where it stops in this language too"),
    ],
)
def test_stop_that_lacks_something_is_given_back_whole(
    client, address, wrong, field, message
):
    form = opened(client, address, **NEW | wrong)

    answer = client.post(address, data=form)

    assert answer.status_code == 422
    assert errors(answer) == [(f"{field}-new1", message)]
    assert Stop.select().count() == 0
    kept = filled(answer)
    typed = (set(form) - {"pick_every-new1"}) if "pick_every-new1" in wrong else form
    assert {name: kept.getlist(name) for name in typed} == {
        name: form.getlist(name) for name in typed
    }


def test_address_of_a_protected_place_is_no_stop(client, address):
    make_place(protected=True, street="Mökkitie 3")

    answer = client.post(
        address, data=opened(client, address, **NEW | {"note_en-new1": "At MÖKKITIE 3"})
    )

    message = "We never show this address. Choose another spot"
    assert errors(answer) == [("note_en-new1", message)]


def test_stop_at_an_address_that_became_protected_is_shown_nowhere(
    app, client, home, address
):
    client.post(address, data=opened(client, address, **NEW))
    shelter = make_place(protected=True)
    PlaceText.update(street="Market square").where(PlaceText.place == shelter).execute()
    saving.save(Service.get(), {"phone": "019 1"}, edition=2, by=make_user())

    public = app.test_client()
    for shown in (home, "/en/outreach?week=2026-W51", "/en/outreach.ics"):
        assert "Market square" not in public.get(shown).text, shown
    versions = public.get(f"{home}/versions?from=1&to=2").text
    assert "Market square" not in versions


def test_two_editors_of_one_stop_meet_and_different_facts_are_joined(
    app, client, address, stop
):
    other = editor(app)
    mine = opened(
        other, address, **{f"times-{stop.id}": "10-12", f"note_en-{stop.id}": "Mine"}
    )
    theirs = {f"times-{stop.id}": "11-13", f"pick_days-{stop.id}": ["we"]}
    client.post(address, data=opened(client, address, **theirs))

    met = other.post(address, data=mine)

    form = filled(met)
    assert met.status_code == 409
    assert form.getlist("pick_asked") == [f"times-{stop.id}"]
    form[f"pick_take-times-{stop.id}"] = "mine"
    other.post(address, data=form)
    row = Stop.get()
    assert (row.rule, row.opens) == ("FREQ=WEEKLY;BYDAY=WE", 600)
    assert StopText.get().note == "Mine"


def test_new_stop_sent_twice_is_one_stop(client, address):
    form = opened(client, address, **NEW)

    for _ in range(2):
        assert client.post(address, data=form).status_code == 303

    assert Stop.select().count() == 1


def test_stop_is_in_versions_in_words_and_comes_back(client, home, address, stop):
    form = opened(client, address, **{f"pick_remove-{stop.id}": "1"})
    client.post(address, data=form)

    soup = page(client, f"{home}/versions?from=1&to=2")
    client.post(f"{home}/versions", data={"version": "1"})

    said = " ".join(soup.main.get_text(" ").split())
    assert "Stop: How often removed: Every week" in said
    assert "Stop: Weekdays removed: Tuesday" in said
    (row,) = Stop.select()
    assert (row.rule, row.first_on) == ("FREQ=WEEKLY;BYDAY=TU", date(2026, 12, 1))


def test_next_days_are_told_beside_the_fields(client, address, service):
    make_stop(service, "FREQ=WEEKLY;BYDAY=TU", date(2098, 12, 2), spot="Pier")
    make_stop(
        service, "FREQ=DAILY", date(2020, 1, 1), last_on=date(2020, 1, 2), spot="Old"
    )

    soup = page(client, address)

    held = [
        tag.find_all("li") or [tag.p.find_next("p")] for tag in soup.select(".held")
    ]
    assert [[line.text for line in lines][:2] for lines in held] == [
        ["It does not come any more."],
        ["Tue 2 December 9–11", "Tue 9 December 9–11"],
    ]


def test_copy_of_a_service_has_its_stops(client, home, stop):
    form = {"copy_of": "bus", "submission": "abc"}

    client.post("/en/services", data=form)

    rules = {row.service: row.rule for row in Stop.select()}
    assert list(rules.values()) == ["FREQ=WEEKLY;BYDAY=TU"] * 2
    assert len(rules) == 2


def test_preview_shows_the_stop(client, address):
    form = opened(client, address, wanted="preview", **NEW)

    answer = client.post(address, data=form)

    soup = BeautifulSoup(answer.text, "html.parser")
    assert soup.select_one("#preview-stops b").text == "Market square"
    assert Stop.select().count() == 0
