"""What somebody may send who means no good, or whose browser is broken."""

import pytest

from portal.permissions import Role
from portal.proposals.models import Proposal, State
from tests.factories import (
    make_participant,
    make_proposal,
    make_user,
    make_workshop,
    sign_in,
    take_seat,
)
from tests.routes import routes
from tests.test_hostile_markup import MARKUP, words

pytestmark = pytest.mark.one_engine


@pytest.fixture
def coordinator(app):
    return sign_in(app, make_user(Role.COORDINATOR, name=MARKUP))


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("/en/services", "page"),
        ("/en/services", "theme"),
        ("/en/practices", "stage"),
        ("/en/sign-in", "next"),
        ("/en/moderation", "done"),
        ("/en/workshops/hostile/board", "order"),
        ("/en/workshops/hostile/news", "seen"),
    ],
)
@pytest.mark.parametrize(
    "value", ["", "x", "-1", "0", "9" * 5000, "²", "1e9", MARKUP, "a" * 5000]
)
def test_odd_value_in_a_query_is_passed_over(coordinator, address, name, value):
    make_proposal(make_workshop(slug="hostile"))

    page = coordinator.get(address, query_string={name: value}, follow_redirects=True)

    assert page.status_code == 200
    words(page)


def test_what_is_not_there_is_not_found_by_anybody(app):
    client = sign_in(app, make_user(*Role))
    unknown = {"slug": "nothing", "code": "ZZZZZZ", "number": 999, "case_id": 999}

    answers = {
        route.name: client.open(route.address, method=route.method).status_code
        for route in routes(app, **unknown)
        if any(f"<{part}>" in route.name for part in unknown)
    }

    assert answers == dict.fromkeys(answers, 404)
    assert len(answers) >= 19


@pytest.mark.parametrize("state", [State.WAITING, State.RETURNED])
@pytest.mark.parametrize(
    ("who", "found"),
    [
        ("visitor", 404),
        ("joined", 404),
        ("elsewhere", 404),
        ("author", 200),
        ("resident", 404),
        (Role.EDITOR, 404),
        (Role.FACILITATOR, 404),
        (Role.ADMINISTRATOR, 404),
        (Role.MODERATOR, 200),
        (Role.COORDINATOR, 200),
    ],
)
def test_proposal_that_is_not_public_is_not_found_by_others(app, who, found, state):
    workshop = make_workshop()
    writer, author = take_seat(app, workshop)
    proposal = make_proposal(workshop, "Hush", state=state, author=author)
    make_proposal(workshop, author=make_participant(workshop))
    seats = {
        "visitor": app.test_client,
        "joined": lambda: take_seat(app, workshop)[0],
        "elsewhere": lambda: take_seat(app, make_workshop())[0],
        "author": lambda: writer,
        "resident": lambda: sign_in(app, make_user()),
    }
    client = seats.get(who, lambda: sign_in(app, make_user(Role(who))))()

    page = client.get(f"/en/proposals/{proposal.id}")
    board = client.get(f"/en/workshops/{workshop.slug}/board")
    news = client.get(f"/en/workshops/{workshop.slug}/news?seen=0")

    assert page.status_code == found
    assert ("Hush" in board.text) is (who == "author")
    assert "Hush" not in news.text


@pytest.mark.parametrize(
    ("path", "sent"),
    [
        ("wording", {"suggestion": "Mine now"}),
        ("support", {"wanted": "1"}),
        ("answer", {"verdict": "will", "reason_en": "So"}),
    ],
)
def test_writing_to_a_proposal_that_is_not_public_is_not_found(app, path, sent):
    workshop = make_workshop()
    proposal = make_proposal(workshop, "Hush", state=State.WAITING)
    client, _me = take_seat(app, workshop)

    response = client.post(f"/en/proposals/{proposal.id}/{path}", data=sent)

    assert response.status_code == 404
    assert Proposal.get_by_id(proposal.id).suggestion == "Hush"


def test_seat_of_one_workshop_opens_no_other(app):
    client, _me = take_seat(app, make_workshop())
    other = make_workshop()

    response = client.post(
        f"/en/workshops/{other.slug}/proposals",
        data={"suggestion": "Mine", "language": "en", "submission": "once"},
    )

    assert response.status_code == 401
    assert Proposal.select().count() == 0


@pytest.mark.parametrize("host", ["evil.example", "a b", "[", "x:99999", "<script>"])
def test_odd_host_is_not_believed(client, host):
    page = client.get("/en/services", headers={"Host": host})

    assert page.status_code in {200, 400}
    assert host not in page.text
