import pytest
from playhouse.test_utils import count_queries

from portal.permissions import Role
from portal.proposals.models import Comment, Stance, State
from portal.workshops.actions import set_phase
from portal.workshops.models import Phase, Workshop
from tests.factories import (
    make_proposal,
    make_user,
    make_workshop,
    sign_in,
    take_seat,
)
from tests.proposals.groups import make_comment
from tests.test_hostile_markup import MARKUP
from tests.workshops.pages import aiming_at, errors, one, send, soup, texts, warm

pytestmark = pytest.mark.one_engine


@pytest.fixture
def proposal(app):
    return make_proposal(make_workshop(Phase.DISCUSS))


def page_of(client, proposal):
    return client.get(f"/en/proposals/{proposal.id}")


def sit(app, proposal):
    return take_seat(app, Workshop.get_by_id(proposal.workshop))


@pytest.mark.parametrize("count", [1, 3, 20])
def test_discussion_costs_the_same_for_one_and_for_many(app, proposal, count):
    client, me = sit(app, proposal)
    for _ in range(count):
        first = make_comment(proposal)
        make_comment(proposal, replies_to=first)
        make_comment(proposal, author=me, state=State.RETURNED)
    page_of(client, proposal)
    warm()

    with count_queries() as queries:
        response = page_of(client, proposal)

    page = soup(response)
    assert len(page.select("#discussion .talk .talk > li")) == count
    assert len(page.select("#discussion .rows > li")) == count
    # Id, workshop, version of the vocabulary, texts, areas, version of the names of
    # teams, seat, proposal, slip, decision on it, answer, its texts, themes,
    # links, picture, comments, what moderators decided of one's own; version of the
    # rules, notices, and whether one follows it.
    assert queries.count == 20


def test_comment_goes_from_the_form_to_a_moderator_and_on_the_page(app, proposal):
    client, _me = sit(app, proposal)
    moderator = sign_in(app, make_user(Role.MODERATOR))

    page = send(
        client,
        page_of(client, proposal),
        "/comments",
        pick_stance="yes-if",
        body="Yes, if it is warm.",
    )
    assert texts(page, "#discussion .rows .badge") == ["Waiting for a moderator"]
    assert soup(page_of(moderator, proposal)).select(".talk li") == []
    queue = moderator.get("/en/moderation")
    [link] = [a for a in soup(queue).select("[data-case]") if "Yes, if" in a.text]
    case = moderator.get(link["href"])
    assert texts(case, "article h2") == ["Yes, if it is warm."]
    form = one(case, "article form:has([data-publish])")
    moderator.post(form["action"], data={"decision": "publish"})

    page = page_of(app.test_client(), proposal)
    assert texts(page, ".talk .words") == ["Yes, if it is warm."]
    assert texts(page, ".talk .meta b") == ["Yes, if…"]


def test_reply_stands_under_what_it_replies_to(app, proposal):
    client, _me = sit(app, proposal)
    first = make_comment(proposal, "Why?")
    link = soup(page_of(client, proposal)).select_one(".talk a")
    form = client.get(link["href"])

    send(client, form, "/comments", body="Because.")

    reply = Comment.get(Comment.body == "Because.")
    assert (reply.replies_to, reply.stance, reply.state) == (first.id, None, "waiting")


def test_nobody_replies_to_a_reply_or_to_what_is_not_here(app, proposal):
    client, _me = sit(app, proposal)
    first = make_comment(proposal)
    reply = make_comment(proposal, replies_to=first)
    waiting = make_comment(proposal, state=State.WAITING)
    foreign = make_comment(make_proposal(make_workshop(Phase.DISCUSS)))
    before = Comment.select().count()

    answers = {
        client.post(
            f"/en/proposals/{proposal.id}/comments",
            data={"body": "x", "language": "en", "pick_reply": named},
        ).status_code
        for named in (reply.id, waiting.id, foreign.id, 999, "x", "9" * 50)
    }

    assert answers == {422}
    assert Comment.select().count() == before


@pytest.mark.parametrize("count", [6, 7, 9])
def test_long_discussion_is_folded(client, proposal, count):
    for number in range(count):
        make_comment(proposal, f"Comment {number}")

    page = soup(page_of(client, proposal))

    assert len(page.select("#discussion .talk > li")) == count
    assert len(page.select("#discussion details .talk > li")) == max(0, count - 6)
    assert page.select_one("#discussion .talk .words").text == f"Comment {count - 1}"


def test_stances_are_counted(client, proposal):
    for stance in (Stance.QUESTION, Stance.CONCERN, Stance.QUESTION):
        make_comment(proposal, stance=stance)

    page = page_of(client, proposal)

    head = texts(page, "#discussion-title + .meta > span")
    assert head == ["3 comments", "Question 2", "Concern 1"]


def test_slip_shows_how_many_comments_can_be_read(client, proposal):
    make_comment(proposal)
    make_comment(proposal)
    make_comment(proposal, state=State.WAITING)
    slug = Workshop.get_by_id(proposal.workshop).slug

    board = client.get(f"/en/workshops/{slug}/board")

    link = one(board, "article.slip .meta a")
    assert link["href"] == f"/en/proposals/{proposal.id}#discussion"
    assert link.text.startswith("2 comments")


def test_what_is_missing_is_asked_for_and_what_was_written_is_kept(app, proposal):
    client, _me = sit(app, proposal)
    address = f"/en/proposals/{proposal.id}/comments"

    response = client.post(address, data={"body": "ä" * 601, "language": "fi"})
    fragment = client.post(address, data={}, headers=aiming_at("section#discussion"))

    assert response.status_code == 422
    assert errors(response) == [
        ("#body", "Shorten this by 1 character"),
        ("#pick_stance", "Choose what you want to say with it"),
    ]
    assert one(response, "#body").text.strip() == "ä" * 601
    assert soup(fragment).find(True)["id"] == "discussion"
    assert len(errors(fragment)) == 2


@pytest.mark.parametrize("phase", [Phase.GATHER, Phase.VOTE, Phase.ANSWER])
def test_closed_discussion_gives_the_words_back_and_stays_to_be_read(
    app, proposal, phase
):
    client, _me = sit(app, proposal)
    make_comment(proposal, "Said")
    set_phase(Workshop.get_by_id(proposal.workshop), phase)

    response = client.post(
        f"/en/proposals/{proposal.id}/comments",
        data={"body": "Too late", "language": "en", "pick_stance": "question"},
    )
    page = page_of(client, proposal)

    assert response.status_code == 409
    assert texts(response, "main textarea") == ["Too late"]
    assert texts(page, ".talk .words") == ["Said"]
    assert soup(page).select("#discussion form") == []


def test_lost_seat_gives_the_words_back(client, proposal):
    response = client.post(
        f"/en/proposals/{proposal.id}/comments",
        data={"body": "Mine", "language": "en", "pick_stance": "question"},
    )

    assert response.status_code == 401
    assert "Mine" in response.text


def test_own_comment_is_reworded_taken_back_and_brought_back(app, proposal):
    client, me = sit(app, proposal)
    comment = make_comment(proposal, "First", author=me, state=State.RETURNED)
    address = f"/en/proposals/{proposal.id}/comments/{comment.id}"

    send(client, client.get(address), address, body="Second")
    page = send(client, client.get(address), "/withdrawal", wanted="1")
    assert texts(page, ".notice.is-wait") == ["You took it back."]
    send(client, page, "/withdrawal", wanted="0")

    row = Comment.get_by_id(comment.id)
    assert (row.body, row.state) == ("Second", "waiting")


@pytest.mark.parametrize(
    ("state", "expected"),
    [(State.PUBLISHED, 200), (State.WAITING, 404), (State.WITHDRAWN, 404)],
)
def test_comment_that_is_not_public_is_found_by_its_author_only(
    app, proposal, state, expected
):
    writer, me = sit(app, proposal)
    other, _someone = sit(app, proposal)
    comment = make_comment(proposal, author=me, state=state)
    address = f"/en/proposals/{proposal.id}/comments/{comment.id}"
    elsewhere = make_proposal(make_workshop())

    assert writer.get(address).status_code == 200
    assert other.get(address).status_code == expected
    assert other.post(address, data={"body": "x"}).status_code in {401, 403, 404}
    wrong = f"/en/proposals/{elsewhere.id}/comments/{comment.id}"
    assert writer.get(wrong).status_code == 404


def test_comments_are_inert_and_bear_their_language(app, proposal):
    client, me = sit(app, proposal)
    make_comment(proposal, MARKUP, language="fi")
    make_comment(proposal, "\u202eemit " + "x" * 500, author=me, language="sv")

    page = page_of(client, proposal)

    newest, oldest = soup(page).select(".talk .words")
    assert (oldest.text, oldest["lang"], oldest["dir"]) == (MARKUP, "fi", "auto")
    assert newest["lang"] == "sv"


@pytest.mark.parametrize("ending", ["", "/own"])
def test_what_is_to_be_mended_is_kept_though_the_discussion_is_over(
    app, proposal, ending
):
    client, me = sit(app, proposal)
    own = make_comment(proposal, author=me, state=State.WAITING)
    set_phase(Workshop.get_by_id(proposal.workshop), Phase.VOTE)
    address = f"/en/proposals/{proposal.id}/comments"
    address += f"/{own.id}" if ending else ""

    response = client.post(address, data={"body": "ä" * 601, "language": "fi"})

    assert response.status_code == 422
    assert one(response, "#body").text.strip() == "ä" * 601
