import pytest

from portal.permissions import Role
from portal.workshops import queries
from portal.workshops.actions import Text
from portal.workshops.models import Phase, Workshop, WorkshopText
from tests.factories import make_team, make_user, make_workshop, sign_in, take_seat
from tests.workshops.pages import errors, fields, one, send, soup, texts

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
    page = coordinator.get("/en/workshops/how/settings")

    response = send(
        coordinator, page, "/settings", title_fi="", title_en="How now?", team=""
    )

    assert response.request.path == "/en/workshops/how"
    assert texts(response, "h1") == ["How now?"]
    assert {c: t.title for c, t in queries.texts(workshop.id).items()} == {
        "en": "How now?"
    }
    changed = Workshop.get_by_id(workshop.id)
    assert (changed.slug, changed.code, changed.team) == ("how", workshop.code, None)


def test_settings_that_are_wrong_change_nothing(coordinator):
    workshop = make_workshop(texts={"en": Text("How?")}, slug="how")

    response = coordinator.post("/en/workshops/how/settings", data={"title_en": "Why?"})

    assert response.status_code == 422
    assert [where for where, _said in errors(response)] == [f"#{name}" for name in ENDS]
    assert [t.title for t in WorkshopText.select()] == ["How?"]
    assert Workshop.get_by_id(workshop.id).vote_until == workshop.vote_until


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
