import pytest

from portal.limits import FLAG
from portal.moderation import actions
from portal.moderation.actions import Ruling
from portal.moderation.models import Case, Cause, Decision, Flag, Reason
from portal.permissions import Role
from portal.proposals import actions as proposals
from portal.proposals.models import State
from portal.workshops.models import Entry, Phase
from tests.factories import (
    make_proposal,
    make_user,
    make_workshop,
    sign_in,
    take_seat,
)
from tests.moderation.pages import problems
from tests.moderation.things import make_flag
from tests.proposals.groups import make_comment
from tests.soup import page

OTHER = {"reason": "other"}


@pytest.fixture
def shown(workshop):
    return make_proposal(workshop, "Open late")


def address(thing, kind="proposal"):
    return f"/en/flags?kind={kind}&item={thing.id}"


def decide(app, flag, ruling):
    with app.test_request_context("/en/"):
        case = Case.get_by_id(flag.case)
        actions.decide([case], make_user(Role.MODERATOR), ruling)


def outcome(client, flag):
    return page(client, f"/en/flags/{flag.code}").select_one("main section .lead").text


def test_anybody_can_report_and_follow_it_by_a_code(client, shown):
    quoted = page(client, address(shown)).select_one("main .words").text

    response = client.post(address(shown), data={**OTHER, "message": "Not so"})

    made = Flag.get()
    assert quoted == "Open late"
    assert (response.status_code, response.location) == (
        303,
        f"/en/flags/{made.code}?sent=1",
    )
    followed = client.get(response.location)
    assert "Thank you. We have it." in followed.text
    assert made.code in followed.text
    assert "Not so" not in followed.text
    assert "Open late" not in followed.text
    assert followed.headers["X-Robots-Tag"] == "noindex"
    assert (made.words, made.language) == ("Not so", "en")
    assert made.reader.endswith(f":{made.code}")


def test_report_without_a_reason_is_explained_and_keeps_the_words(client, shown):
    response = client.post(address(shown), data={"message": "Look at this"})

    assert response.status_code == 422
    assert problems(response) == ["Choose what is wrong with it"]
    assert "Look at this" in response.text
    assert Flag.select().count() == 0


def test_second_report_from_a_browser_shows_the_first(client, shown):
    client.post(address(shown), data=OTHER)
    first = f"/en/flags/{Flag.get().code}"

    assert client.get(address(shown)).location == first
    assert client.post(address(shown), data=OTHER).location == first
    assert Flag.select().count() == 1


def test_report_of_another_in_the_same_house_stays_unknown(app, client, shown):
    client.post(address(shown), data=OTHER)
    other = app.test_client()

    assert other.get(address(shown)).status_code == 200
    other.post(address(shown), data={"reason": "wrong"})

    assert Flag.select().count() == 2
    assert Case.select().where(Case.cause == Cause.FLAGGED).count() == 1


def test_participant_is_known_by_their_seat(app, workshop, shown):
    client, me = take_seat(app, workshop)
    client.post(address(shown), data=OTHER)

    made = Flag.get()
    assert made.reader == f"participant:{me.id}"
    assert client.get(address(shown)).location == f"/en/flags/{made.code}"


@pytest.mark.parametrize(
    "sent",
    [{"reason": "dangerous"}, {"reason": "other", "message": "I want to kill myself"}],
)
def test_danger_shows_help_without_a_sign_in_the_address(client, shown, sent):
    response = client.post(address(shown), data=sent)
    found = page(client, response.location)

    assert found.select_one("#help-title")
    assert "danger" not in response.location + found.title.text
    assert client.get(address(shown)).location == response.location.partition("?")[0]


@pytest.mark.parametrize(
    "query",
    [
        "",
        "?kind=proposal",
        "?kind=proposal&item=0",
        "?kind=proposal&item=x",
        "?kind=proposal&item=99999999999999",
        "?kind=proposal&item=77",
        "?kind=nothing&item=1",
        "?kind=block&item=1",
        "?kind=feedback&item=1",
    ],
)
def test_nothing_to_report_is_not_found(client, query):
    assert client.get(f"/en/flags{query}").status_code == 404
    assert client.post(f"/en/flags{query}", data=OTHER).status_code == 404


@pytest.mark.parametrize("state", [State.WAITING, State.RETURNED])
def test_what_is_not_public_is_not_found(client, workshop, state):
    hidden = make_proposal(workshop, state=state)

    assert client.get(address(hidden)).status_code == 404
    assert client.post(address(hidden), data=OTHER).status_code == 404


def test_workshop_by_invitation_is_not_there_for_others(app, client):
    workshop = make_workshop(Phase.DISCUSS, entry=Entry.INVITED)
    shown = make_proposal(workshop, "Between us")
    comment = make_comment(shown, "Us, too")
    member = take_seat(app, workshop)[0]

    for thing, kind in ((shown, "proposal"), (comment, "comment")):
        assert client.get(address(thing, kind)).status_code == 404
        assert client.post(address(thing, kind), data=OTHER).status_code == 404
        assert member.get(address(thing, kind)).status_code == 200


@pytest.mark.parametrize(
    ("ruling", "words"),
    [
        (Ruling(Decision.PUBLISH), "It stays as it is"),
        (Ruling(Decision.HIDE, Reason.INSULTING), "It is not shown any more."),
        (Ruling(Decision.RETURN, Reason.INSULTING), "its writer was asked to reword"),
    ],
)
def test_what_was_decided_is_told_without_who(app, client, shown, ruling, words):
    made = make_flag(shown)
    assert "A moderator reads it by " in outcome(client, made)

    decide(app, made, ruling)

    assert words in outcome(client, made)


def test_text_shown_again_in_other_words_is_told_so(app, client, workshop):
    author = take_seat(app, workshop)[1]
    shown = make_proposal(workshop, author=author)
    made = make_flag(shown)
    decide(app, made, Ruling(Decision.RETURN, Reason.INSULTING))
    proposals.publish(shown.id)

    assert "now it is shown again" in outcome(client, made)


def test_text_taken_back_by_its_writer_is_told_so(app, client, workshop):
    shown = make_proposal(workshop, author=take_seat(app, workshop)[1])
    made = make_flag(shown)

    proposals.set_withdrawn(shown, wanted=True)

    assert "Its writer took it back or changed it" in outcome(client, made)


def test_reports_from_one_address_have_an_end(app, workshop):
    texts = [make_proposal(workshop) for _ in range(2)]
    for _ in range(FLAG.attempts):
        app.test_client().post(address(texts[0]), data=OTHER)

    response = app.test_client().post(address(texts[1]), data=OTHER)

    assert response.status_code == 429
    assert Flag.select().count() == FLAG.attempts


def test_code_of_no_report_is_not_found(client):
    assert client.get("/en/flags/ABCDEF2345").status_code == 404


def test_link_stands_beside_what_others_wrote_and_not_beside_ones_own(app):
    workshop = make_workshop(Phase.DISCUSS)
    client, me = take_seat(app, workshop)
    mine, other = make_proposal(workshop, author=me), make_proposal(workshop)
    comment = make_comment(other)
    make_comment(other, author=me)

    links = page(client, f"/en/proposals/{other.id}").select("main a[rel=nofollow]")

    assert [link["href"] for link in links] == [
        f"/en/flags?kind=comment&item={comment.id}",
        f"/en/flags?kind=proposal&item={other.id}",
    ]
    assert not page(client, f"/en/proposals/{mine.id}").select("main a[rel=nofollow]")


def test_reports_stand_with_their_words_in_the_case(app, shown):
    made = make_flag(shown, words="It names my neighbour")

    read = sign_in(app, make_user(Role.MODERATOR)).get(f"/en/moderation/{made.case}")

    assert "It names my neighbour" in read.text
