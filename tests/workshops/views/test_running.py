from datetime import timedelta

import pytest

from portal.db import today
from portal.permissions import Role
from portal.vocabulary.queries import vocabulary
from portal.workshops import queries
from portal.workshops.actions import Text
from portal.workshops.models import Phase, Workshop, WorkshopText
from tests.factories import make_team, make_user, make_workshop, sign_in, take_seat
from tests.workshops.pages import errors, fields, one, send, soup, texts
from tests.workshops.written import ENDS, SET, WRITTEN


@pytest.fixture
def coordinator(app):
    return sign_in(app, make_user(Role.COORDINATOR))


def test_settings_show_what_the_workshop_holds(coordinator):
    team = make_team()
    workshop = make_workshop(
        texts={"fi": Text("Miten?", rules="Reilusti.")}, team=team, slug="how"
    )

    held = fields(coordinator.get("/en/workshops/how/settings"))

    assert held["title_fi"] == "Miten?"
    assert held["rules_fi"] == "Reilusti."
    assert held["title_en"] == ""
    assert held["team"] == str(team.id)
    assert held["vote_until"] == str(workshop.vote_until)


def test_settings_change_texts_and_keep_address_and_code(coordinator):
    workshop = make_workshop(
        texts={"fi": Text("Miten?"), "en": Text("How?")}, team=make_team(), slug="how"
    )
    written = {**SET, "languages": "en", "title_fi": "Miten?", "title_en": "How now?"}

    response = coordinator.post("/en/workshops/how/settings", data=written)

    assert response.location == "/en/workshops/how"
    assert {c: t.title for c, t in queries.texts(workshop.id).items()} == {
        "en": "How now?"
    }
    changed = Workshop.get_by_id(workshop.id)
    assert (changed.slug, changed.code, changed.team) == ("how", workshop.code, None)


def test_settings_sent_as_they_were_shown_change_nothing(coordinator):
    guide = make_user(Role.FACILITATOR)
    workshop = make_workshop(
        slug="how",
        areas=list(vocabulary().of("area").values())[:1],
        facilitators=[guide.id],
        deletes_on=today() + timedelta(days=900),
    )
    before = queries.stamp(workshop.id)
    page = coordinator.get("/en/workshops/how/settings")

    send(coordinator, page, "/settings")

    assert queries.stamp(workshop.id) == before


def test_settings_that_are_wrong_change_nothing(coordinator):
    workshop = make_workshop(texts={"en": Text("How?")}, slug="how")

    response = coordinator.post("/en/workshops/how/settings", data={"title_en": "Why?"})

    assert response.status_code == 422
    assert {where for where, _said in errors(response)} == {
        *[f"#{name}" for name in ENDS],
        "#deletes_on",
        "#in_room",
    }
    assert [t.title for t in WorkshopText.select()] == ["How?"]
    assert Workshop.get_by_id(workshop.id).vote_until == workshop.vote_until


def test_settings_that_somebody_else_changed_meanwhile_are_not_overwritten(coordinator):
    workshop = make_workshop(texts={"en": Text("How?")}, slug="how")
    page = coordinator.get("/en/workshops/how/settings")
    shown = {**fields(page), **WRITTEN}
    coordinator.post(
        "/en/workshops/how/settings", data={**WRITTEN, "title_en": "First"}
    )

    second = coordinator.post("/en/workshops/how/settings", data=shown)
    again = send(coordinator, second, "/settings")

    assert second.status_code == 422
    assert [where for where, _said in errors(second)] == ["#languages"]
    assert fields(second)["title_en"] == "How should we meet?"
    assert texts(again, "h1") == ["How should we meet?"]
    assert queries.texts(workshop.id)["en"].title == "How should we meet?"


def test_facilitator_changes_the_workshop_but_not_who_runs_it(app):
    guide, other = make_user(Role.FACILITATOR), make_user(Role.FACILITATOR)
    workshop = make_workshop(slug="how", facilitators=[guide.id])
    client = sign_in(app, guide)
    page = client.get("/en/workshops/how/settings")

    client.post(
        "/en/workshops/how/settings", data={**WRITTEN, "facilitators": [str(other.id)]}
    )

    assert not soup(page).select("[name=facilitators]")
    assert queries.facilitators(workshop.id) == [guide.id]
    assert queries.texts(workshop.id)["en"].title == "How should we meet?"


def test_phase_set_from_what_is_no_longer_so_is_refused(coordinator):
    workshop = make_workshop(Phase.GROUP)

    late = coordinator.post(
        f"/en/workshops/{workshop.slug}/phase",
        data={"phase": "group", "seen": "gather"},
    )
    stale = coordinator.post(
        f"/en/workshops/{workshop.slug}/phase",
        data={"phase": "vote", "seen": "gather"},
    )

    assert (late.status_code, stale.status_code) == (303, 409)
    assert "Somebody else has moved the workshop" in stale.text
    assert Workshop.get_by_id(workshop.id).phase is Phase.GROUP


@pytest.mark.parametrize("phase", list(Phase))
def test_phase_is_set_by_value(coordinator, phase):
    workshop = make_workshop(Phase.DISCUSS)
    board = coordinator.get(f"/en/workshops/{workshop.slug}/board")

    responses = [send(coordinator, board, "/phase", phase=phase.value)] * 2

    assert Workshop.get_by_id(workshop.id).phase is phase
    for response in responses:
        assert response.request.path == f"/en/workshops/{workshop.slug}/board"
        assert one(response, "#phase option[selected]")["value"] == phase.value
        steps = soup(response).select(".phases li")
        now = [step.get("aria-current") for step in steps].index("step")
        assert list(Phase)[now] is phase


@pytest.mark.parametrize("phase", ["", "party", None])
def test_phase_that_is_unknown_changes_nothing(coordinator, phase):
    workshop = make_workshop(Phase.DISCUSS)
    sent = {} if phase is None else {"phase": phase}

    response = coordinator.post(f"/en/workshops/{workshop.slug}/phase", data=sent)

    assert response.status_code == 422
    assert Workshop.get_by_id(workshop.id).phase is Phase.DISCUSS


@pytest.mark.parametrize("role", [Role.EDITOR, Role.FACILITATOR, Role.MODERATOR])
def test_running_is_for_coordinators_only(app, role):
    workshop = make_workshop(slug="how")
    others = [sign_in(app, make_user(role)), take_seat(app, workshop)[0]]

    answers = [
        [
            client.get("/en/workshops/new").status_code,
            client.post("/en/workshops", data=WRITTEN).status_code,
            client.get("/en/workshops/how/settings").status_code,
            client.post("/en/workshops/how/settings", data=WRITTEN).status_code,
            client.post("/en/workshops/how/phase", data={"phase": "vote"}).status_code,
        ]
        for client in others
    ]

    assert answers == [[403] * 5, [303, 401, 303, 401, 401]]
    assert Workshop.get_by_id(workshop.id).phase is Phase.GATHER
    assert [t.title for t in WorkshopText.select()] == [
        queries.texts(workshop.id)["en"].title
    ]


def test_running_a_workshop_that_is_not_there_is_not_found(coordinator):
    assert coordinator.get("/en/workshops/nowhere/settings").status_code == 404
    assert coordinator.post("/en/workshops/nowhere/phase").status_code == 404
