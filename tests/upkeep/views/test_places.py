import json

import pytest

from portal.directory.models import Calendar, Place, PlaceText
from portal.permissions import Role
from tests.factories import (
    give_at,
    make_place,
    make_service,
    make_team,
    make_user,
    sign_in,
)
from tests.soup import page
from tests.upkeep.editors import editor, errors, filled, opened

ADDRESS = "/en/places/hub/facts"


@pytest.fixture
def place():
    return make_place(slug="hub", name="The hub", street="Street 1")


@pytest.fixture
def client(app, place):
    return editor(app)


def text(language="en"):
    return PlaceText.get(PlaceText.language == language)


def test_facts_of_a_place_are_saved_and_public_at_once(client, app):
    form = opened(
        client,
        ADDRESS,
        street_en="Street 2",
        name_sv="Navet",
        arrival_sv="Från gården",
        pick_calendar="AX",
        pick_area="koskela",
        pick_step_free="yes",
    )

    response = client.post(ADDRESS, data=form)

    assert response.location == f"{ADDRESS}?done=saved"
    assert (text().street, text("sv").name) == ("Street 2", "Navet")
    assert Place.get().calendar is Calendar.ALAND
    assert "Street 2" in page(app.test_client(), "/en/places").text


def test_protected_place_loses_its_address_in_public_at_once(client, app):
    client.post(ADDRESS, data=opened(client, ADDRESS, pick_protected="1"))

    assert "Street 1" not in page(app.test_client(), "/en/places").text
    assert opened(client, ADDRESS)["street_en"] == "Street 1"


def test_language_without_words_is_taken_away(client):
    client.post(ADDRESS, data=opened(client, ADDRESS, name_sv="Navet"))
    client.post(ADDRESS, data=opened(client, ADDRESS, name_sv=""))

    assert [row.language for row in PlaceText.select()] == ["en"]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ({"name_en": ""}, [("name_en", "Give the place a name in this language")]),
        ({"street_sv": "G"}, [("name_sv", "Give the place a name in this language")]),
        ({"pick_area": "moon"}, [("pick_area", "Choose one of these")]),
        ({"postal_code": "0" * 11}, [("postal_code", "Shorten this by 1 character")]),
    ],
)
def test_broken_fact_is_told_and_kept(client, typed, found):
    response = client.post(ADDRESS, data=opened(client, ADDRESS, **typed))

    assert response.status_code == 422
    assert errors(response) == found


def test_two_editors_of_one_place_are_joined(app, client):
    other = editor(app)
    late = opened(other, ADDRESS, arrival_en="Ring twice", street_en="Mine 3")
    client.post(ADDRESS, data=opened(client, ADDRESS, postal_code="10100"))

    assert other.post(ADDRESS, data=late).status_code == 303
    assert (text().arrival, text().street) == ("Ring twice", "Mine 3")
    assert Place.get().postal_code == "10100"


def test_two_changes_of_one_fact_are_both_shown(app, client):
    other = editor(app)
    late = opened(other, ADDRESS, street_en="Mine 3")
    early = opened(client, ADDRESS, street_en="Theirs 2", postal_code="10100")
    client.post(ADDRESS, data=early)

    response = other.post(ADDRESS, data=late)

    assert response.status_code == 409
    assert "Theirs 2" in response.text
    form = filled(response)
    assert (form["street_en"], form["postal_code"]) == ("Mine 3", "10100")
    assert text().street == "Theirs 2"
    other.post(ADDRESS, data=form)
    assert text().street == "Mine 3"


@pytest.mark.parametrize("read", ["", "{", "[]", json.dumps({"a": "b"})])
def test_facts_whose_beginning_is_lost_meet(client, read):
    form = opened(client, ADDRESS, street_en="Mine 3", pick_read=read)

    response = client.post(ADDRESS, data=form)

    assert response.status_code == 409
    assert text().street == "Street 1"


def test_place_that_is_gone_gives_the_words_back(client):
    form = opened(client, ADDRESS, arrival_en="A long description")
    Place.delete().execute()

    response = client.post(ADDRESS, data=form)

    assert response.status_code == 404
    assert "A long description" in response.text


def test_place_of_several_organisations_is_not_one_partners(app, place):
    ours, others = make_team().organisation, make_team().organisation
    partner = sign_in(app, make_user(Role.EDITOR, organisation=ours))
    give_at(place, make_service(organisation=ours))

    alone = partner.get(ADDRESS).status_code
    give_at(place, make_service(organisation=others))

    assert (alone, partner.get(ADDRESS).status_code) == (200, 403)
