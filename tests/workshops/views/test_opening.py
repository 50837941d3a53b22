from datetime import date, timedelta

import pytest

from portal.db import today
from portal.permissions import Role
from portal.workshops import queries
from portal.workshops.models import Phase, Workshop
from tests.factories import make_team, make_user, sign_in
from tests.workshops.pages import errors, fields, send

ENDS = {
    "gather_until": "2026-04-01",
    "group_until": "2026-04-02",
    "discuss_until": "2026-04-02",
    "vote_until": "2026-04-20",
    "answer_until": "2026-05-01",
}
WRITTEN = {"title_en": "How should we meet?", **ENDS}


@pytest.fixture
def coordinator(app):
    return sign_in(app, make_user(Role.COORDINATOR))


def test_new_form_offers_a_timetable_in_order(coordinator):
    held = fields(coordinator.get("/en/workshops/new"))

    dates = [date.fromisoformat(held[name]) for name in ENDS]
    assert dates == [today() + timedelta(days=14 * number) for number in range(1, 6)]
    assert {name for name in held if name.startswith("title_")} == {
        "title_fi",
        "title_sv",
        "title_en",
    }


def test_open_workshop_leads_to_its_board(coordinator):
    team = make_team(en="Housing team")
    page = coordinator.get("/en/workshops/new")

    response = send(
        coordinator,
        page,
        "/workshops",
        **WRITTEN,
        title_sv="Hur ska vi mötas?",
        question_sv="Berätta.",
        team=str(team.id),
    )

    assert response.request.path == "/en/workshops/hur-ska-vi-motas/board"
    board = queries.board("hur-ska-vi-motas", "en")
    workshop = board.workshop
    assert {name: str(getattr(workshop, name)) for name in ENDS} == ENDS
    assert (workshop.phase, workshop.opened_on) == (Phase.GATHER, today())
    assert board.team == ("Housing team", "en")
    assert [area.code for area in board.areas] == ["county"]
    assert {c: (t.title, t.question) for c, t in queries.texts(board.id).items()} == {
        "sv": ("Hur ska vi mötas?", "Berätta."),
        "en": ("How should we meet?", ""),
    }


def test_open_workshop_understands_dates_as_they_are_written_here(coordinator):
    written = {**WRITTEN, "gather_until": "1.4.2026"}

    coordinator.post("/en/workshops", data=written)

    assert str(Workshop.get().gather_until) == "2026-04-01"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ({"title_en": ""}, [("#title_en", "Give the question a title")]),
        (
            {"question_fi": "Mitä?"},
            [("#title_fi", "Give the question a title in this language")],
        ),
        ({"title_en": "x" * 161}, [("#title_en", "Shorten this by 1 character")]),
        (
            {"rules_sv": "x" * 4001, "title_sv": "T"},
            [("#rules_sv", "Shorten this by 1 character")],
        ),
        (
            {"group_until": "2026-03-31"},
            [("#group_until", "This phase ends before the one before it")],
        ),
        (
            {"vote_until": ""},
            [("#vote_until", "Write the date as day, month and year")],
        ),
        (
            {"vote_until": "end of May"},
            [("#vote_until", "Write the date as day, month and year")],
        ),
        ({"team": "999999"}, [("#team", "Choose one of these")]),
        ({"team": "none"}, [("#team", "Choose one of these")]),
    ],
)
def test_open_workshop_explains_what_is_wrong_and_keeps_it(
    coordinator, written, expected
):
    everything = {**WRITTEN, **written}

    response = coordinator.post("/en/workshops", data=everything)

    assert response.status_code == 422
    assert errors(response) == expected
    held = fields(response)
    everything.pop("team", None)  # a choice that is not offered can't be shown
    assert {name: held[name] for name in everything} == everything
    assert Workshop.select().count() == 0


def test_wrong_date_is_explained_in_the_language_of_the_page(coordinator):
    response = coordinator.post("/fi/workshops", data={**WRITTEN, "vote_until": "x"})

    assert [where for where, _said in errors(response)] == ["#vote_until"]
    assert "Not a valid date value." not in response.text


def test_workshops_of_the_same_title_have_addresses_of_their_own(coordinator):
    for _ in range(2):
        coordinator.post("/en/workshops", data={**WRITTEN, "title_en": "New"})

    slugs = [w.slug for w in Workshop.select().order_by(Workshop.id)]
    assert slugs == ["new-2", "new-3"]
