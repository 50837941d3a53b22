import pytest

from portal.links.models import Link
from portal.proposals import actions
from portal.proposals.models import Draft, Proposal, Relation, State
from portal.workshops.actions import come_back, set_phase
from portal.workshops.models import Participant, Phase
from portal.workshops.seats import COOKIE_PART
from tests.factories import (
    make_practice,
    make_proposal,
    make_service,
    make_workshop,
    take_seat,
)
from tests.workshops.pages import aiming_at, fields, one, send, soup, texts

WORDS = {
    "suggestion": "Let the bus wait for the ferry",
    "problem": "We stand on deck.\nIt leaves.",
    "helps": "Islanders",
}
WRITTEN = {**WORDS, "language": "sv", "submission": "one form"}
ADDRESS = "/en/workshops/doors/draft"
TYPING = aiming_at("div#similar")


@pytest.fixture
def workshop():
    return make_workshop(slug="doors")


@pytest.fixture
def seat(app, workshop):
    return take_seat(app, workshop)


@pytest.fixture
def author(seat):
    return seat[0]


def kept():
    rows = Draft.select().order_by(Draft.id)
    return [(row.suggestion, row.problem, row.helps, row.language) for row in rows]


KEPT = (*WORDS.values(), "sv")


def test_draft_is_kept_and_comes_back_into_the_form(author):
    page = author.post(ADDRESS, data=WRITTEN, follow_redirects=True)

    assert page.request.path == ADDRESS
    assert texts(page, "article.slip h2") == [WORDS["suggestion"]]
    board = author.get("/en/workshops/doors/board")
    assert fields(board).items() >= WRITTEN.items()
    assert kept() == [KEPT]


def test_draft_comes_back_on_another_device(app, author, seat, workshop):
    author.post(ADDRESS, data=WRITTEN)
    phone = app.test_client()
    with phone.session_transaction() as session:
        session[COOKIE_PART] = {str(workshop.id): come_back(seat[1])}

    assert fields(phone.get("/en/workshops/doors/board")).items() >= WRITTEN.items()


def test_draft_is_seen_by_nobody_else(app, author, workshop):
    author.post(ADDRESS, data=WRITTEN)
    neighbour = take_seat(app, workshop)[0]

    board = neighbour.get("/en/workshops/doors/board")

    assert WORDS["suggestion"] not in board.text
    assert neighbour.get(ADDRESS).location.endswith("/workshops/doors/board#writing")
    assert app.test_client().get(ADDRESS).status_code == 303


def test_what_is_too_long_or_unfinished_is_kept_too(author):
    data = {**WRITTEN, "suggestion": "ä" * 10_000, "language": "de"}

    page = author.post(ADDRESS, data=data, follow_redirects=True)

    assert kept() == [("ä" * 10_000, *list(WORDS.values())[1:], "en")]
    assert soup(page).select('form[action$="/proposals"] button') == []
    assert "There is room for one idea here" in one(page, ".notice.is-wait").text


def test_three_hundred_cards_pasted_at_once_are_kept_and_explained(author):
    pile = "\n".join(
        f"{number}. Öinen bussi ja lämmin odotustila" for number in range(300)
    )
    pile *= 12

    response = author.post(
        "/en/workshops/doors/proposals", data={**WRITTEN, "problem": pile}
    )

    assert response.status_code == 422
    (problem,) = texts(response, ".error-summary a")
    assert problem.startswith("There is room for one idea here, at most 600 character")
    assert fields(response)["problem"].strip() == pile
    assert Proposal.select().count() == 0


def test_sending_ends_the_draft(author):
    author.post(ADDRESS, data=WRITTEN)

    board = send(author, author.get(ADDRESS), "/proposals")

    assert (Draft.select().count(), Proposal.get().language) == (0, "sv")
    assert texts(board, "#writing li a")[0] == WORDS["suggestion"]
    assert fields(board)["suggestion"] == ""


def test_what_was_sent_is_not_kept_again_by_a_late_request(author):
    author.post("/en/workshops/doors/proposals", data=WRITTEN)

    author.post(ADDRESS, data=WRITTEN, headers=TYPING)

    assert kept() == []


def test_another_form_sent_leaves_the_draft(author):
    author.post(ADDRESS, data=WRITTEN)
    other = {**WRITTEN, "suggestion": "Something else", "submission": "another form"}

    author.post("/en/workshops/doors/proposals", data=other)

    assert kept() == [KEPT]


@pytest.mark.parametrize("headers", [{}, TYPING])
def test_a_second_tab_does_not_take_the_place_of_a_draft(author, headers):
    author.post(ADDRESS, data=WRITTEN)
    other = {**WRITTEN, "suggestion": "Something else", "submission": "another form"}

    response = author.post(ADDRESS, data=other, headers=headers)

    assert response.status_code == (200 if headers else 409)
    assert WORDS["suggestion"] in one(response, "#similar .held").text
    if not headers:
        assert fields(response)["suggestion"] == "Something else"
    assert kept() == [KEPT]


def test_a_draft_is_given_up_for_another_when_asked(author):
    author.post(ADDRESS, data=WRITTEN)
    other = {**WRITTEN, "suggestion": "Something else", "submission": "another form"}

    author.post(ADDRESS, data={**other, "instead": "1"})

    assert [row[0] for row in kept()] == ["Something else"]


def test_draft_is_deleted_by_its_writer_and_on_leaving(author, seat):
    author.post(ADDRESS, data=WRITTEN)
    author.post(ADDRESS, data={"wanted": "0"})
    assert kept() == []
    author.post(ADDRESS, data=WRITTEN)

    Participant.delete().where(Participant.id == seat[1].id).execute()

    assert kept() == []


def test_nothing_written_is_not_kept(author):
    response = author.post(ADDRESS, data={"language": "en", "submission": "x"})

    assert kept() == []
    assert response.status_code == 303


def test_draft_of_a_closed_phase_can_still_be_read(author, workshop):
    author.post(ADDRESS, data=WRITTEN)
    set_phase(workshop, Phase.VOTE)

    board = author.get("/en/workshops/doors/board")
    page = author.get(ADDRESS)

    assert one(board, "#writing .notice a")["href"] == ADDRESS
    assert texts(page, "article.slip h2") == [WORDS["suggestion"]]
    assert soup(page).select('form[action$="/proposals"]') == []


def test_typing_is_answered_with_what_is_like_it(author, workshop):
    like = make_proposal(workshop, "Buses wait for ferries")
    make_proposal(workshop, "Coffee first")

    response = author.post(ADDRESS, data={**WRITTEN, "language": "en"}, headers=TYPING)

    assert texts(response, "#similar li a") == ["Buses wait for ferries"]
    assert one(response, "#say").text == "1 proposal on the board is like this"
    assert soup(response).select("h1, html") == []
    again = {**WRITTEN, "language": "en", "before": str(like.id)}
    quiet = author.post(ADDRESS, data=again, headers=TYPING)
    assert soup(quiet).select("#say") == []


def test_like_ones_are_shown_before_sending_and_supported_instead(author, workshop):
    like = make_proposal(workshop, "Buses wait for ferries")
    author.post(ADDRESS, data={**WRITTEN, "language": "en"})

    page = send(author, author.get(ADDRESS), f"/{like.id}/support", wanted="1")

    assert page.request.path == ADDRESS
    assert one(page, "#similar button")["aria-pressed"] == "true"
    assert kept()[0][0] == WORDS["suggestion"]


def test_support_while_typing_is_answered_on_the_spot(author, workshop):
    like = make_proposal(workshop)

    response = author.post(
        f"/en/proposals/{like.id}/support",
        data={"wanted": "1", "from": "draft"},
        headers=aiming_at(f"form#similar-{like.id}"),
    )

    assert soup(response).find(True)["id"] == f"similar-{like.id}"
    assert one(response, "button")["aria-pressed"] == "true"


def test_seat_lost_while_typing_is_told_beside_the_words(app, workshop):
    response = app.test_client().post(ADDRESS, data=WRITTEN, headers=TYPING)

    assert response.status_code == 200
    assert soup(response).find(True)["id"] == "similar"
    assert "not being kept" in one(response, "[role=alert]").text


def test_seat_lost_gives_the_draft_back(app, workshop):
    response = app.test_client().post(ADDRESS, data=WRITTEN)

    assert response.status_code == 401
    assert fields(response).items() >= WRITTEN.items()


def test_draft_takes_its_links_themes_and_voice_along(author):
    service = make_service("Ferry timetable")
    practice = make_practice("Timetable evenings")
    more = {"pick_themes": ["money", "nothing"], "pick_relation": "proxy"}
    author.post(ADDRESS, data={**WRITTEN, **more, "voice": "expert"})
    found = author.get(ADDRESS, query_string={"q": "timetable"})
    assert {tag["value"] for tag in soup(found).select("#links [name=thing]")} == {
        f"service:{service.id}",
        f"practice:{practice.id}",
    }
    for thing in (f"service:{service.id}", f"practice:{practice.id}"):
        author.post(f"{ADDRESS}/links", data={"thing": thing, "wanted": "1"})
    left = {"thing": f"practice:{practice.id}", "wanted": "0"}
    author.post(f"{ADDRESS}/links", data=left)

    send(author, author.get(ADDRESS), "/proposals")

    proposal = Proposal.get()
    assert [
        (row.kind, row.item_id, row.other_kind, row.other_id) for row in Link.select()
    ] == [("proposal", proposal.id, "service", service.id)]
    page = author.get(f"/en/proposals/{proposal.id}")
    assert texts(page, ".chips a") == ["Money and debt"]
    assert "Ferry timetable" in texts(page, "aside li a")
    assert proposal.relation is Relation.PROXY
    assert texts(page, "header .role") == ["Expert by experience"]
    assert "Told by somebody close" in one(page, "header .meta").text


@pytest.mark.parametrize(
    "thing", ["", "service", "service:", "service:999999", "workshop:1", "service:²"]
)
def test_draft_is_not_joined_with_what_is_not_there(author, workshop, thing):
    author.post(ADDRESS, data=WRITTEN)

    response = author.post(f"{ADDRESS}/links", data={"thing": thing, "wanted": "1"})

    assert response.status_code == 422
    assert Draft.get().links == ""


def test_more_than_three_themes_are_too_many(author):
    themes = ["money", "home", "family", "work"]

    response = author.post(
        "/en/workshops/doors/proposals", data={**WRITTEN, "pick_themes": themes}
    )

    assert texts(response, ".error-summary a") == ["Choose at most three themes"]
    assert [
        tag["value"] for tag in soup(response).select("[name=pick_themes][checked]")
    ] == themes


def test_service_names_the_proposals_about_it_while_they_are_on_the_board(
    app, author, workshop
):
    service = make_service("Ferry timetable", slug="ferry")
    author.post(ADDRESS, data=WRITTEN)
    thing = {"thing": f"service:{service.id}", "wanted": "1"}
    author.post(f"{ADDRESS}/links", data=thing)
    send(author, author.get(ADDRESS), "/proposals")
    proposal = Proposal.get()

    def named():
        card = app.test_client().get("/en/services/ferry")
        return WORDS["suggestion"] in card.text

    assert not named()
    actions.publish(proposal.id)
    assert named()
    actions.set_withdrawn(proposal, wanted=True)
    assert not named()
    actions.set_withdrawn(proposal, wanted=False)
    assert named()
    assert Proposal.get().state is State.PUBLISHED
