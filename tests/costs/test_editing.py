"""Who writes a cost study, how it begins, and how far it comes."""

import pytest
from playhouse.test_utils import count_queries

from portal.costs.models import CostStudy
from portal.costs.queries.snapshots import snapshot
from portal.directory.models import Team
from portal.permissions import Role
from tests.costs.things import LATER, NOW, make_study, publish
from tests.factories import (
    make_organisation,
    make_practice,
    make_team,
    make_user,
    sign_in,
)
from tests.upkeep.editors import editor, errors, filled, opened

EDITION = "/en/cost-studies/debts/edition"
NEW = f"{EDITION}/lines/new"


@pytest.fixture
def study():
    return make_study("Debts", slug="debts")


@pytest.fixture
def keeper(app):
    return editor(app)


def test_study_begins_with_a_title_and_a_team(app, keeper):
    team = make_team()
    values = opened(
        keeper,
        "/en/cost-studies/new",
        pick_language="en",
        title="Debts & rent",
        pick_team=team.code,
    )

    answers = [keeper.post("/en/cost-studies", data=values) for _ in range(2)]

    assert {answer.location for answer in answers} == {
        "/en/cost-studies/debts-rent/edition?done=created"
    }
    stands = snapshot(CostStudy.get())
    assert (stands["team"], stands["text/en/title"]) == (team.code, "Debts & rent")


def test_study_without_title_and_team_is_asked_for_both(keeper):
    make_team()
    make_team()
    values = opened(keeper, "/en/cost-studies/new", title="", pick_team="nobody")

    answer = keeper.post("/en/cost-studies", data=values)

    assert (answer.status_code, errors(answer)) == (
        422,
        [
            ("title", "Write the title"),
            ("pick_team", "Choose the team that answers for this"),
        ],
    )


def test_personal_data_is_told_before_it_is_saved(keeper, study):
    address = f"{EDITION}/text/en"

    answer = keeper.post(
        address, data=opened(keeper, address, limits="Call me at 040 123 4567")
    )

    assert answer.status_code == 422
    assert "040 123 4567" in filled(answer)["limits"]


def test_state_is_set_step_by_step(app, study):
    coordinator = sign_in(app, make_user(Role.COORDINATOR))
    state = "/en/cost-studies/debts/state"

    early = coordinator.post(state, data={"state": "published", "edition": "3"})
    late = coordinator.post(state, data={"state": "reviewed", "edition": "2"})
    right = [
        coordinator.post(state, data={"state": name, "edition": "3"}).status_code
        for name in ("reviewed", "published")
    ]

    assert "This has to be reviewed before it is published." in early.text
    assert "Somebody has changed this since you read it." in late.text
    assert (early.status_code, late.status_code, right) == (422, 422, [303, 303])
    assert CostStudy.get().state == "published"


def test_editor_does_not_review(keeper, study):
    answer = keeper.post(
        "/en/cost-studies/debts/state", data={"state": "reviewed", "edition": "3"}
    )

    assert (answer.status_code, CostStudy.get().state) == (403, "draft")


def test_only_editors_of_its_organisation_write_it(app, study):
    team = make_team()
    CostStudy.update(team=team.id).execute()
    owner, other = Team.get_by_id(team.id).organisation, make_organisation()
    clients = [
        editor(app, organisation=organisation) for organisation in (owner, other.id)
    ]

    before = [client.get(EDITION).status_code for client in clients]
    publish(study)

    assert before == [200, 404]
    assert [client.get(EDITION).status_code for client in clients] == [200, 403]


def test_earlier_version_is_brought_back(keeper, study):
    address = f"{EDITION}/text/en"
    keeper.post(address, data=opened(keeper, address, title="Rent"))

    keeper.post("/en/cost-studies/debts/versions", data={"version": "3"})

    assert snapshot(study)["text/en/title"] == "Debts"


def test_practice_is_found_joined_and_taken_apart(keeper, study):
    practice = make_practice("One desk")
    address = "/en/cost-studies/debts/links"
    thing = {"thing": "practice", "pick_id": practice.id}

    found = keeper.get(f"{address}?q=desks").text
    keeper.post(address, data={**thing, "wanted": "1"})
    joined = keeper.get(address).text
    keeper.post(address, data={**thing, "wanted": "0"})
    missing = keeper.post(address, data={**thing, "pick_id": "999", "wanted": "1"})

    assert [
        "One desk" in page for page in (found, joined, keeper.get(address).text)
    ] == [
        True,
        True,
        False,
    ]
    assert missing.status_code == 404


@pytest.mark.parametrize("number", ["", "x", "-1", "9" * 5000])
def test_what_is_no_id_is_not_joined(keeper, study, number):
    thing = {"thing": "practice", "pick_id": number, "wanted": "1"}

    assert keeper.post("/en/cost-studies/debts/links", data=thing).status_code == 422


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize("page", ["", "/text/en", "/scenarios", "/order", "/lines/new"])
def test_pages_ask_as_often_whatever_a_study_holds(keeper, count, page):
    make_study(slug="debts", lines=((NOW, LATER),) * count)
    keeper.get(EDITION + page)

    with count_queries() as asked:
        keeper.get(EDITION + page)

    # Who asks, their roles and the bell (3); the study, and its team twice, as whoever
    # may not write it must not know of it (3); the study whole (7).
    assert asked.count == 13
