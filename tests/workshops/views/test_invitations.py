import pytest
from playhouse.test_utils import count_queries

from portal.permissions import Role
from portal.workshops.codes import cleaned
from portal.workshops.models import Entry, Invitation, Participant
from portal.workshops.queries import digest
from tests.factories import make_user, make_workshop, sign_in
from tests.workshops.pages import errors, fields, send, soup, texts

ADDRESS = "/en/workshops/panel/invitations"


@pytest.fixture
def workshop():
    return make_workshop(slug="panel", entry=Entry.INVITED)


@pytest.fixture
def coordinator(app):
    return sign_in(app, make_user(Role.COORDINATOR))


def made(coordinator, **written):
    return send(coordinator, coordinator.get(ADDRESS), "/invitations", **written)


def codes(page):
    return texts(page, ".sheet .big")


def test_invitations_are_made_one_for_each_line_and_shown_once(coordinator, workshop):
    page = made(coordinator, labels="Kotka, 1\n\n  Kotka, 2 \n")

    assert page.headers["Cache-Control"] == "no-store"
    assert texts(page, ".sheet .meta") == ["Kotka, 1", "Kotka, 2"]
    assert len(soup(page).select(".sheet svg.qr")) == 2
    stored = [(row.label, row.code_digest) for row in Invitation.select()]
    assert stored == [
        (label, digest(cleaned(code)))
        for label, code in zip(("Kotka, 1", "Kotka, 2"), codes(page), strict=True)
    ]
    listed = coordinator.get(ADDRESS)
    assert not [code for code in codes(page) if code in listed.text]


def test_invitations_without_labels_are_made_by_number(coordinator, workshop):
    page = made(coordinator, count="3")

    assert len(set(codes(page))) == Invitation.select().count() == 3


def test_the_same_form_sent_twice_makes_the_same_invitations(coordinator, workshop):
    sent = {**fields(coordinator.get(ADDRESS)), "count": "2"}

    twice = [codes(coordinator.post(ADDRESS, data=sent)) for _ in range(2)]

    assert twice[0] == twice[1]
    assert Invitation.select().count() == 2


def test_the_same_form_with_other_labels_makes_other_invitations(coordinator, workshop):
    form = coordinator.get(ADDRESS)

    pages = [
        send(coordinator, form, "/invitations", labels=label)
        for label in ("Anna\nBen", "Carl\nDora")
    ]

    made = {code for page in pages for code in codes(page)}
    assert len(made) == Invitation.select().count() == 4


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ({}, "Write for whom, or a number from 1 to 60"),
        ({"count": "61"}, "Write for whom, or a number from 1 to 60"),
        ({"count": "-1"}, "Write for whom, or a number from 1 to 60"),
        ({"count": "9" * 5000}, "Write for whom, or a number from 1 to 60"),
        ({"count": "two"}, "Write for whom, or a number from 1 to 60"),
        ({"labels": "a\n" * 61}, "Make 60 at most at once"),
        ({"labels": "x" * 81}, f"Shorten this line to 80 characters: {'x' * 80}…"),
    ],
)
def test_invitations_say_what_is_to_be_mended(coordinator, workshop, written, expected):
    response = made(coordinator, **written)

    assert response.status_code == 422
    assert [said for _where, said in errors(response)] == [expected]
    assert Invitation.select().count() == 0


def test_invitation_seats_one_person_once(app, coordinator, workshop):
    (code,) = codes(made(coordinator, count="1"))
    first, second = app.test_client(), app.test_client()

    asked = first.get("/en/join", query_string={"code": code.lower()})
    joined = first.post(asked.location, data={"voice": "expert"})
    late = second.post(asked.location, data={"voice": "expert"})

    assert joined.status_code == 200
    assert late.status_code == 410
    assert texts(late, "h1") == ["This invitation has been used"]
    assert Participant.select().count() == 1
    assert first.get("/en/workshops/panel/board").status_code == 200


def test_invitation_whose_answer_was_lost_seats_the_same_form_again(
    app, coordinator, workshop
):
    (code,) = codes(made(coordinator, count="1"))
    first, again = app.test_client(), app.test_client()
    form = first.get(f"/en/join/{code}")

    answers = [
        send(client, form, code.replace("-", ""), voice="expert")
        for client in (first, again)
    ]

    assert [answer.status_code for answer in answers] == [200, 200]
    assert again.get("/en/workshops/panel/board").status_code == 200
    (seat,) = Participant.select()
    shown = texts(answers[1], ".big")[0]
    assert seat.recovery_digest == digest(cleaned(shown))


def test_invitation_used_tells_the_day_and_not_the_hour(app, coordinator, workshop):
    (code,) = codes(made(coordinator, count="1"))

    app.test_client().post(f"/en/join/{code}", data={"voice": "expert"})

    used = Invitation.get().used_at
    assert (used.hour, used.minute, used.second, used.microsecond) == (12, 0, 0, 0)


def test_invitation_is_withdrawn_until_it_is_used(app, coordinator, workshop):
    used, unused = codes(made(coordinator, count="2"))
    app.test_client().post(f"/en/join/{used}", data={"voice": "expert"})

    for row in Invitation.select():
        coordinator.post(f"{ADDRESS}/{row.id}")

    assert [row.code_digest for row in Invitation.select()] == [digest(cleaned(used))]
    assert app.test_client().get(f"/en/join/{unused}").status_code == 404


def test_invitation_of_another_workshop_is_not_withdrawn(coordinator, workshop):
    made(coordinator, count="1")
    make_workshop(slug="other")

    coordinator.post(f"/en/workshops/other/invitations/{Invitation.get().id}")

    assert Invitation.select().count() == 1


@pytest.mark.parametrize("count", [1, 3])
def test_list_of_invitations_costs_the_same(coordinator, workshop, count):
    made(coordinator, count=str(count))
    coordinator.get(ADDRESS)

    with count_queries() as queries:
        page = coordinator.get(ADDRESS)

    assert len(soup(page).select("main li form")) == count
    # Id, workshop, texts, areas, sign-in, roles, invitations, notices;
    # versions of the vocabulary and of the names of teams.
    assert queries.count == 10
