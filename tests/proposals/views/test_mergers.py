import pytest
from playhouse.test_utils import count_queries

from portal.permissions import Role
from portal.proposals import actions
from portal.proposals.models import Merger, MergerState, Proposal
from portal.workshops.actions import leave, set_phase
from portal.workshops.models import Participant, Phase
from tests.factories import (
    make_proposal,
    make_user,
    make_workshop,
    sign_in,
    take_seat,
)
from tests.proposals.groups import make_merger, merge
from tests.test_hostile_markup import MARKUP
from tests.workshops.pages import errors, one, send, soup, texts, warm

pytestmark = pytest.mark.one_engine


@pytest.fixture
def coordinator(app):
    return sign_in(app, make_user(Role.COORDINATOR))


def root(workshop):
    return f"/en/workshops/{workshop.slug}"


def state_of(merger):
    return Merger.get_by_id(merger.id).state


def test_ticked_proposals_become_one_by_plain_forms(app, coordinator):
    workshop = make_workshop()
    seats = [take_seat(app, workshop) for _ in range(2)]
    parts = [
        make_proposal(workshop, name, author=author, supports=supports)
        for name, supports, (_client, author) in zip(
            ("Late bus", "Evening bus"), (1, 2), seats, strict=True
        )
    ]
    ticked = {"pick_proposal": [part.id for part in parts]}

    form = coordinator.get(f"{root(workshop)}/mergers/new", query_string=ticked)
    assert one(form, "#suggestion")["value"] == "Evening bus"
    asked = coordinator.post(
        f"{root(workshop)}/mergers",
        data={**ticked, "suggestion": "Buses at night", "language": "en"},
        follow_redirects=True,
    )
    assert texts(asked, "ul.rows .badge") == ["Asked, no answer yet"] * 2
    for client, _author in seats:
        board = client.get(f"{root(workshop)}/board")
        page = client.get(one(board, ".notice.is-wait a.button")["href"])
        page = send(client, page, "/consent", wanted="1")

    result = Proposal.get(Proposal.suggestion == "Buses at night")
    told = client.get(f"/en/proposals/{result.id}")
    assert texts(told, "#made-of + ul li p:first-child") == ["Late bus", "Evening bus"]
    back = client.get(f"/en/proposals/{parts[0].id}")
    assert soup(back).select(f'.notice a[href="/en/proposals/{result.id}"]')
    assert texts(coordinator.get(f"{root(workshop)}/board"), "#cards h3") == [
        "Buses at night"
    ]


@pytest.mark.parametrize("count", [1, 3])
def test_mergers_cost_the_same_for_one_and_for_many(coordinator, count):
    workshop = make_workshop()
    for _ in range(count):
        make_merger(make_proposal(workshop), make_proposal(workshop))
    warm()

    with count_queries() as queries:
        response = coordinator.get(f"{root(workshop)}/mergers")

    assert len(soup(response).select("ul.rows > li")) == count
    # Session, grants, id, workshop, version of the vocabulary, texts, areas, version
    # of the names of teams, mergers, their parts, notices.
    assert queries.count == 11


def test_no_is_told_kindly_to_the_others(app):
    workshop = make_workshop()
    client, author = take_seat(app, workshop)
    mine, other = make_proposal(workshop, author=author), make_proposal(workshop)
    merger = make_merger(mine, other)
    actions.set_consent(merger, author, wanted=True)

    actions.set_consent(merger, Participant.get_by_id(other.author), wanted=False)

    board = client.get(f"{root(workshop)}/board")
    (link,) = soup(board).select(f'.notice a[href$="/mergers/{merger.id}"]')
    page = client.get(link["href"])
    assert soup(page).select("main form, main .badge.is-wait") == []
    assert "Wants to keep it apart" not in page.text


def test_author_may_think_again_while_others_are_asked(app):
    workshop = make_workshop()
    client, author = take_seat(app, workshop)
    merger = make_merger(
        make_proposal(workshop, author=author), make_proposal(workshop)
    )
    address = f"{root(workshop)}/mergers/{merger.id}"

    page = send(client, client.get(address), "/consent", wanted="1")
    assert [b["value"] for b in soup(page).select("form.panel button")] == ["0"]
    send(client, page, "/consent", wanted="0")

    assert state_of(merger) is MergerState.DROPPED


def test_supporter_is_asked_and_one_button_supports_the_new_one(app):
    workshop = make_workshop()
    client, me = take_seat(app, workshop)
    parts = [make_proposal(workshop), make_proposal(workshop)]
    actions.set_support(parts[0], me, wanted=True)
    result = merge(*parts)

    board = client.get(f"{root(workshop)}/board")
    (form,) = soup(board).select(".notice form")
    page = client.get(f"/en/proposals/{parts[0].id}")
    assert one(page, ".notice form")["action"] == form["action"]
    after = client.post(form["action"], data={"wanted": "1"}, follow_redirects=True)

    assert form["action"] == f"/en/proposals/{result.id}/support"
    assert soup(after).select(".notice form") == []
    assert one(after, f"#support-{result.id} .num").text == "1"


def test_author_who_left_is_marked_by_those_who_run_it_and_told_in_public(
    coordinator, client
):
    workshop = make_workshop()
    parts = [make_proposal(workshop), make_proposal(workshop)]
    merger = make_merger(*parts)
    leave(Participant.get_by_id(parts[0].author))
    page = coordinator.get(f"{root(workshop)}/mergers/{merger.id}")

    page = send(coordinator, page, f"/parts/{parts[0].id}", wanted="1")
    actions.set_consent(merger, Participant.get_by_id(parts[1].author), wanted=True)

    assert texts(page, "ul.rows .badge") == [
        "Could not be asked",
        "Asked, no answer yet",
    ]
    told = client.get(f"/en/proposals/{Merger.get_by_id(merger.id).result}")
    assert "Its author could not be asked" in told.text
    assert "Its author agreed" in told.text


def test_undone_merger_leads_back_to_its_parts(coordinator, client):
    workshop = make_workshop()
    result = merge(make_proposal(workshop, "One"), make_proposal(workshop, "Two"))
    merger = Merger.get()
    page = coordinator.get(f"{root(workshop)}/mergers/{merger.id}")

    send(coordinator, page, f"/mergers/{merger.id}", state="undone")

    page = client.get(f"/en/proposals/{result.id}")
    assert page.status_code == 200
    assert texts(page, "#made-of + ul li p:first-child") == ["One", "Two"]
    board = client.get(f"{root(workshop)}/board")
    assert texts(board, "#cards h3") == ["One", "Two"]


def test_what_is_missing_is_asked_for_and_everything_typed_is_kept(coordinator):
    workshop = make_workshop()
    proposal = make_proposal(workshop)

    response = coordinator.post(
        f"{root(workshop)}/mergers",
        data={"pick_proposal": proposal.id, "problem": MARKUP, "language": "en"},
    )

    assert response.status_code == 422
    assert errors(response) == [
        ("#suggestion", "Write what should change"),
        ("#pick_proposal", "Choose at least two proposals"),
    ]
    assert one(response, "#problem").text.strip() == MARKUP


def test_refused_question_gives_the_words_back(coordinator):
    workshop = make_workshop()
    parts = [make_proposal(workshop), make_proposal(workshop)]
    set_phase(workshop, Phase.VOTE)

    response = coordinator.post(
        f"{root(workshop)}/mergers",
        data={
            "pick_proposal": [part.id for part in parts],
            "suggestion": "Common words",
            "language": "en",
        },
    )

    assert response.status_code == 409
    assert texts(response, "main textarea") == ["Common words"]


def test_form_shows_nothing_of_another_workshop(coordinator):
    foreign = make_proposal(make_workshop(), "Foreign words")
    workshop = make_workshop()

    page = coordinator.get(
        f"{root(workshop)}/mergers/new", query_string={"pick_proposal": foreign.id}
    )

    assert "Foreign words" not in page.text


def test_merger_is_for_those_who_are_asked(app, client):
    workshop = make_workshop()
    merger = make_merger(make_proposal(workshop), make_proposal(workshop))
    address = f"{root(workshop)}/mergers/{merger.id}"
    other, _me = take_seat(app, workshop)
    author, wrote = take_seat(app, workshop)
    make_proposal(workshop, author=wrote)

    answers = [
        who.post(f"{address}/consent", data={"wanted": "0"}).status_code
        for who in (client, other, author)
    ]

    assert answers == [401, 401, 401]
    assert state_of(merger) is MergerState.ASKED
    elsewhere = make_workshop()
    assert client.get(f"{root(elsewhere)}/mergers/{merger.id}").status_code == 404
