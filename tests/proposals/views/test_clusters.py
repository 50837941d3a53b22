import pytest
from playhouse.test_utils import count_queries

from portal.permissions import Role
from portal.proposals import actions
from portal.proposals.models import Cluster, Proposal
from portal.workshops.models import Phase
from tests.factories import make_proposal, make_user, make_workshop, sign_in
from tests.test_hostile_markup import MARKUP
from tests.workshops.pages import aiming_at, errors, one, poll, send, soup, texts, warm

pytestmark = pytest.mark.one_engine


@pytest.fixture
def coordinator(app):
    return sign_in(app, make_user(Role.COORDINATOR))


def page_of(client, workshop):
    return client.get(f"/en/workshops/{workshop.slug}/clusters")


@pytest.mark.parametrize("count", [1, 3])
def test_grouping_costs_the_same_for_one_and_for_many(coordinator, count):
    workshop = make_workshop()
    for number in range(count):
        proposal = make_proposal(workshop)
        actions.make_cluster(
            workshop, f"Cluster {number}", language="en", proposals=[proposal.id]
        )
    warm()

    with count_queries() as queries:
        response = page_of(coordinator, workshop)

    assert len(soup(response).select("[data-card]")) == count
    # State, id, workshop, version of the vocabulary, texts, areas, version of the
    # names of teams, session, grants, state, deleted clusters, cards, clusters,
    # notices.
    assert queries.count == 14


def test_proposals_are_grouped_by_plain_forms(coordinator):
    workshop = make_workshop()
    proposals = [make_proposal(workshop, name) for name in ("Bus", "Door", "Tram")]
    page = page_of(coordinator, workshop)

    page = send(coordinator, page, "/clusters", title="Wheels", language="en")
    cluster = Cluster.get()
    form = one(page, "#sorting")
    page = coordinator.post(
        form["action"],
        data={
            "pick_proposal": [proposals[0].id, proposals[2].id],
            "pick_cluster": cluster.id,
        },
        follow_redirects=True,
    )

    assert texts(page, ".notice.is-ok") == ["2 proposals moved."]
    moved = soup(page).select(f'[data-heap="{cluster.id}"] input')
    assert {int(box["value"]) for box in moved} == {proposals[0].id, proposals[2].id}
    board = coordinator.get(f"/en/workshops/{workshop.slug}/board")
    assert texts(board, "#cards .theme .section-head h2")[1:] == ["Wheels", "Others"]


def test_moving_answers_htmx_with_the_groups_and_says_so(coordinator):
    workshop = make_workshop()
    proposal = make_proposal(workshop)
    cluster = actions.make_cluster(workshop, "Doors", language="en")

    response = coordinator.post(
        f"/en/workshops/{workshop.slug}/clusters/proposals",
        data={"pick_proposal": proposal.id, "pick_cluster": cluster.id},
        headers=aiming_at("div#groups"),
    )

    assert soup(response).find(True)["id"] == "groups"
    assert texts(response, "#say") == ["1 proposal moved."]
    assert Proposal.get_by_id(proposal.id).cluster == cluster.id


def test_what_was_ticked_stays_ticked_when_the_cluster_is_gone(coordinator):
    workshop = make_workshop()
    proposal = make_proposal(workshop)
    make_proposal(workshop)
    cluster = actions.make_cluster(workshop, "Doors", language="en")
    actions.delete_cluster(cluster)

    response = coordinator.post(
        f"/en/workshops/{workshop.slug}/clusters/proposals",
        data={"pick_proposal": proposal.id, "pick_cluster": cluster.id},
    )

    assert response.status_code == 409
    assert [box["value"] for box in soup(response).select("input:checked")] == [
        str(proposal.id)
    ]


def test_other_facilitator_is_told_that_something_changed(coordinator):
    workshop = make_workshop()
    page = page_of(coordinator, workshop)
    before = poll(coordinator, page, "#changes")

    actions.make_cluster(workshop, "Doors", language="en")
    after = poll(coordinator, page, "#changes")

    assert (before.status_code, after.status_code) == (304, 200)
    assert len(soup(after).select(".notice a")) == 1


@pytest.mark.parametrize(
    ("title", "problem"),
    [("", "Write a name for the cluster"), ("x" * 81, "Shorten this by 1 character")],
)
def test_name_of_a_cluster_is_asked_for_again(coordinator, title, problem):
    workshop = make_workshop()
    cluster = actions.make_cluster(workshop, "Doors", language="en")
    address = f"/en/workshops/{workshop.slug}/clusters"

    for where in (address, f"{address}/{cluster.id}"):
        response = coordinator.post(where, data={"title": title, "language": "en"})
        assert response.status_code == 422
        assert errors(response) == [("#title", problem)]
        assert one(response, "#title")["value"] == title


def test_cluster_is_renamed_moved_and_deleted_by_its_forms(coordinator):
    workshop = make_workshop()
    first = actions.make_cluster(workshop, "First", language="en")
    actions.make_cluster(workshop, "Second", language="en")
    address = f"/en/workshops/{workshop.slug}/clusters/{first.id}"
    headings = "#sorting h2"

    for data, expected in (
        ({"title": "Eka", "language": "fi"}, ["Eka", "Second", "In no cluster yet"]),
        ({"pick_place": "1"}, ["Second", "Eka", "In no cluster yet"]),
        ({"wanted": "0"}, ["Second", "In no cluster yet"]),
    ):
        page = coordinator.post(address, data=data, follow_redirects=True)
        assert texts(page, headings) == expected


def test_cluster_of_another_workshop_is_not_found(coordinator):
    workshop = make_workshop()
    foreign = actions.make_cluster(make_workshop(), "Foreign", language="en")

    response = coordinator.post(
        f"/en/workshops/{workshop.slug}/clusters/{foreign.id}", data={"wanted": "0"}
    )

    assert response.status_code == 404
    assert Cluster.select().count() == 1


@pytest.mark.parametrize("chosen", ["", "x", "-1", "9" * 50, MARKUP])
def test_odd_choice_of_a_cluster_moves_nothing(coordinator, chosen):
    workshop = make_workshop()
    proposal = make_proposal(workshop)

    response = coordinator.post(
        f"/en/workshops/{workshop.slug}/clusters/proposals",
        data={"pick_proposal": [proposal.id, MARKUP, "²"], "pick_cluster": chosen},
    )

    assert response.status_code == 422


def test_once_the_vote_begins_the_page_only_shows(coordinator):
    workshop = make_workshop(Phase.VOTE)
    make_proposal(workshop)

    page = page_of(coordinator, workshop)
    response = coordinator.post(
        f"/en/workshops/{workshop.slug}/clusters", data={"title": "A", "language": "en"}
    )

    assert soup(page).select("main input, main button") == []
    assert response.status_code == 409


def test_name_of_a_cluster_is_inert(coordinator, client):
    workshop = make_workshop()
    proposal = make_proposal(workshop)
    actions.make_cluster(workshop, MARKUP[:80], language="fi", proposals=[proposal.id])

    board = client.get(f"/en/workshops/{workshop.slug}/board")
    page = page_of(coordinator, workshop)

    assert one(board, "#group-1").text == MARKUP[:80]
    assert one(board, "#group-1")["lang"] == "fi"
    assert soup(page).select_one("#sorting h2").text == MARKUP[:80]


def test_deleted_cluster_is_brought_back_on_the_page_that_follows(coordinator):
    workshop = make_workshop()
    actions.make_cluster(workshop, "First", language="en")
    doors = actions.make_cluster(
        workshop, "Doors", language="fi", proposals=[make_proposal(workshop).id]
    )
    actions.make_cluster(workshop, "Last", language="en")
    address = f"/en/workshops/{workshop.slug}/clusters/{doors.id}"

    gone = coordinator.post(address, data={"wanted": "0"}, follow_redirects=True)
    undo = one(gone, ".notice form")
    back, again = (
        coordinator.post(undo["action"], data={"wanted": "1"}, follow_redirects=True)
        for _ in range(2)
    )

    assert texts(gone, "#sorting h2") == ["First", "Last", "In no cluster yet"]
    assert one(gone, ".notice [lang=fi]").text == "Doors"
    for page in (back, again):
        headings = ["First", "Doors", "Last", "In no cluster yet"]
        assert texts(page, "#sorting h2") == headings
        assert len(soup(page).select(f'[data-heap="{doors.id}"] [data-card]')) == 1
        assert soup(page).select("button[name=wanted][value='1']") == []


def test_cluster_that_was_deleted_can_be_brought_back_later(coordinator):
    workshop = make_workshop()
    cluster = actions.make_cluster(workshop, "Doors", language="en")
    actions.delete_cluster(cluster)

    page = page_of(coordinator, workshop)
    send(coordinator, page, f"/clusters/{cluster.id}", wanted="1")

    assert texts(page, "aside details summary") == ["1 deleted cluster"]
    assert Cluster.get().deleted_at is None
