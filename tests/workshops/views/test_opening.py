from datetime import timedelta

import pytest

from portal.db import today
from portal.permissions import Role
from portal.vocabulary.queries import vocabulary
from portal.workshops import actions, queries
from portal.workshops.models import Entry, Phase, Template, Workshop
from tests.factories import make_team, make_user, make_workshop, sign_in
from tests.workshops.pages import errors, fields, soup
from tests.workshops.written import ENDS, WRITTEN


@pytest.fixture
def coordinator(app):
    return sign_in(app, make_user(Role.COORDINATOR))


def test_new_offers_every_template_and_earlier_workshops_as_links(coordinator):
    make_workshop(slug="earlier")

    page = soup(coordinator.get("/en/workshops/new"))

    links = [link["href"] for link in page.select("main ul a")]
    assert links == [
        *[f"/en/workshops/new?template={template.value}" for template in Template],
        "/en/workshops/new?from=earlier",
    ]


@pytest.mark.parametrize("template", list(Template))
def test_every_template_fills_all_texts_in_three_languages(coordinator, template):
    held = fields(coordinator.get(f"/en/workshops/new?template={template.value}"))

    texts = {
        f"{name}_{language}"
        for name in actions.Text.__dataclass_fields__
        for language in ("fi", "sv", "en")
    }
    assert {name for name in texts if not held[name]} == set()
    dates = [held[name] for name in (*ENDS, "deletes_on")]
    assert dates == sorted(dates)
    assert dates[0] > str(today())
    assert held["template"] == template.value


def test_template_that_is_unknown_is_not_found(coordinator):
    assert coordinator.get("/en/workshops/new?template=party").status_code == 404
    assert coordinator.get("/en/workshops/new?from=nowhere").status_code == 404


def test_template_is_not_taken_with_places_left_open(coordinator):
    held = fields(coordinator.get("/en/workshops/new?template=ideas"))
    written = {**held, "languages": "en"}

    response = coordinator.post("/en/workshops", data=written)

    assert response.status_code == 422
    assert [where for where, _said in errors(response)] == [
        "#title_en",
        "#decides_en",
        "#ways_en",
        "#access_en",
        "#fee_en",
    ]
    assert Workshop.select().count() == 0


def test_copy_takes_texts_and_moves_dates_to_today(coordinator):
    team = make_team()
    first = today() - timedelta(days=300)
    make_workshop(
        slug="earlier",
        texts={
            "fi": actions.Text("Miten?", fee="50 euroa"),
            "en": actions.Text("How?"),
        },
        opened_on=first,
        timetable=actions.Timetable(*[first + timedelta(days=n) for n in range(1, 6)]),
        team=team,
        entry=Entry.CODE,
        on_paper=False,
    )

    page = coordinator.get("/en/workshops/new?from=earlier")

    held = fields(page)
    assert (held["title_fi"], held["fee_fi"], held["title_en"]) == (
        "Miten?",
        "50 euroa",
        "How?",
    )
    assert [held[name] for name in ENDS] == [
        str(today() + timedelta(days=number)) for number in range(1, 6)
    ]
    assert (held["entry"], held["team"], held["title_sv"]) == ("code", str(team.id), "")
    assert "on_paper" not in held
    assert "seen" in held
    assert "earlier" not in {held["template"], held["seen"]}


def test_open_workshop_stores_all_and_leads_to_its_cover(coordinator):
    team, guide = make_team(en="Housing team"), make_user(Role.FACILITATOR)
    county = vocabulary().of("area")["county"]

    response = coordinator.post(
        "/en/workshops",
        data={
            **WRITTEN,
            "title_sv": "Hur ska vi mötas?",
            "question_sv": "Berätta.",
            "fee_en": "50 euros",
            "team": str(team.id),
            "areas": [str(county.id)],
            "facilitators": [str(guide.id)],
            "entry": "invited",
            "moves_by_date": "1",
            "template": "panel",
        },
    )

    assert response.location == "/en/workshops/hur-ska-vi-motas?opened=1"
    board = queries.board("hur-ska-vi-motas", "en")
    workshop = board.workshop
    assert {name: str(getattr(workshop, name)) for name in ENDS} == ENDS
    assert (workshop.phase_set, workshop.opened_on) == (Phase.GATHER, today())
    assert (workshop.entry, workshop.template) == (Entry.INVITED, Template.PANEL)
    ways = (workshop.in_room, workshop.on_web, workshop.on_paper)
    assert ways == (False, True, False)
    assert (workshop.moves_by_date, str(workshop.deletes_on)) == (True, "2026-10-01")
    assert board.team == ("Housing team", "en")
    assert [area.code for area in board.areas] == ["county"]
    assert board.facilitators == {guide.id}
    assert {
        c: (t.title, t.question, t.fee) for c, t in queries.texts(board.id).items()
    } == {
        "sv": ("Hur ska vi mötas?", "Berätta.", ""),
        "en": ("How should we meet?", "", "50 euros"),
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
        (
            {"title_en": "", "languages": "en"},
            [("#title_en", "Give the question a title in this language")],
        ),
        (
            {"decides_en": "It is ___ who decides"},
            [("#decides_en", "Write your own words in the place of ___")],
        ),
        (
            {"deletes_on": "2026-04-30"},
            [("#deletes_on", "This is before the last answer is due")],
        ),
        (
            {"deletes_on": "0001-01-01"},
            [("#deletes_on", "Write the date as day, month and year")],
        ),
        ({"on_web": ""}, [("#in_room", "Choose at least one way to take part")]),
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
    # A choice that is not offered can't be shown, and nor is an empty box.
    for name in ("team", "on_web", "languages"):
        everything.pop(name, None)
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


def test_form_sent_twice_opens_one_workshop(coordinator):
    held = fields(coordinator.get("/en/workshops/new?template=ideas"))
    sent = {**WRITTEN, "title_en": "First", "submission": held["submission"]}

    answers = [
        coordinator.post("/en/workshops", data={**sent, "title_en": title})
        for title in ("First", "First", "Second")
    ]

    slugs = ["first", "first", "second"]
    assert [answer.location for answer in answers] == [
        f"/en/workshops/{slug}?opened=1" for slug in slugs
    ]
    assert Workshop.select().count() == 2


def test_copy_sent_twice_is_one_workshop(coordinator):
    make_workshop(slug="earlier")
    held = fields(coordinator.get("/en/workshops/new?from=earlier"))

    first = coordinator.post("/en/workshops", data=held)
    again = coordinator.post("/en/workshops", data=held)

    assert (first.status_code, again.location) == (303, first.location)
    assert Workshop.select().count() == 2
