import pytest

from portal.notices.models import Follow
from portal.notices.recipients import participant_key, user_key
from portal.proposals.models import State
from portal.workshops.models import Entry
from tests.factories import (
    make_practice,
    make_proposal,
    make_service,
    make_user,
    make_workshop,
    sign_in,
    take_seat,
)
from tests.soup import page


def things():
    workshop = make_workshop()
    proposal = make_proposal(workshop)
    service, practice = make_service(), make_practice()
    return [
        ("workshop", workshop.id, f"/en/workshops/{workshop.slug}"),
        ("proposal", proposal.id, f"/en/proposals/{proposal.id}"),
        ("service", service.id, service_address(service)),
        ("practice", practice.id, f"/en/practices/{practice.slug}"),
    ]


def service_address(service):
    return f"/en/services/{service.slug}"


def button(client, address):
    (form,) = page(client, address).select("#follow")
    sent = {one["name"]: one["value"] for one in form.select("input, button")}
    return sent, " ".join(form.text.split())


@pytest.mark.parametrize("number", range(4))
def test_thing_is_followed_and_left_from_its_page(app, number):
    user = make_user()
    client = sign_in(app, user)
    kind, item_id, address = things()[number]

    sent, words = button(client, address)
    client.post("/en/follows", data=sent)
    client.post("/en/follows", data=sent)

    assert words == "Follow"
    followed = Follow.get()
    assert (followed.recipient, followed.kind, followed.item_id) == (
        user_key(user.id),
        kind,
        item_id,
    )

    sent, words = button(client, address)
    response = client.post("/en/follows", data=sent)

    assert words == "Following Stop following"
    assert (response.status_code, Follow.select().count()) == (303, 0)
    assert response.location.endswith("#follow")


def test_seat_follows_without_an_account(app):
    workshop = make_workshop()
    client, me = take_seat(app, workshop)
    sent, _words = button(client, f"/en/workshops/{workshop.slug}")

    client.post("/en/follows", data=sent)

    assert Follow.get().recipient == participant_key(me.id)
    assert client.get("/en/follows").text.count("Stop following") == 1


def test_one_with_two_seats_follows_from_the_seat_of_the_workshop(app):
    first, second = make_workshop(), make_workshop()
    proposal = make_proposal(second)
    client, _seat = take_seat(app, first)
    other, me = take_seat(app, second)
    with other.session_transaction() as session:
        held = session["seats"]
    with client.session_transaction() as session:
        session["seats"] |= held
    address = f"/en/proposals/{proposal.id}"

    client.post("/en/follows", data=button(client, address)[0])

    assert Follow.get().recipient == participant_key(me.id)
    assert button(client, address)[1] == "Following Stop following"


@pytest.mark.parametrize("by", ["user:99999", "participant:99999", "", "x"])
def test_nobody_follows_for_another(app, by):
    user = make_user()
    data = {"kind": "service", "item": make_service().id, "wanted": "1", "by": by}

    sign_in(app, user).post("/en/follows", data=data)

    assert Follow.get().recipient == user_key(user.id)


def test_followed_things_are_listed_and_left_there(app):
    client = sign_in(app, make_user())
    for kind, item_id, _address in things():
        client.post("/en/follows", data={"kind": kind, "item": item_id, "wanted": "1"})

    found = page(client, "/en/follows")

    assert len(found.select("main .rows li a")) == 4

    form = found.select_one("main .rows li form")
    sent = {one["name"]: one["value"] for one in form.select("input, button")}
    response = client.post("/en/follows", data=sent)

    assert response.location == "/en/follows"
    assert len(page(client, "/en/follows").select("main .rows li a")) == 3


def test_things_nobody_is_to_know_of_are_not_there_to_be_followed(app):
    shelter = make_service(sensitive=True)
    invited = make_workshop(entry=Entry.INVITED)
    hidden = [
        ("service", shelter.id),
        ("workshop", invited.id),
        ("proposal", make_proposal(invited).id),
        ("proposal", make_proposal(make_workshop(), state=State.WAITING).id),
        ("practice", 99999),
        ("user", 1),
    ]
    client = sign_in(app, make_user())

    answers = [
        client.post("/en/follows", data={"kind": kind, "item": number, "wanted": "1"})
        for kind, number in hidden
    ]

    assert {answer.status_code for answer in answers} == {404}
    assert Follow.select().count() == 0
    assert page(client, service_address(shelter)).select("#follow") == []


@pytest.mark.parametrize(
    "sent", [{"wanted": "2"}, {"item": "x"}, {"wanted": ""}, {"item": ""}]
)
def test_what_cannot_be_read_changes_nothing(app, sent):
    service = make_service()
    data = {"kind": "service", "item": service.id, "wanted": "1", **sent}

    response = sign_in(app, make_user()).post("/en/follows", data=data)

    assert (response.status_code, Follow.select().count()) == (422, 0)


def test_visitor_is_asked_who_they_are(client):
    data = {"kind": "service", "item": make_service().id, "wanted": "1"}

    assert client.post("/en/follows", data=data).status_code == 401
    assert client.get("/en/follows").location == "/en/sign-in?next=/en/follows"
