"""What must stay hidden is looked for in every public answer of the portal. A new
route is asked by itself; if its address has parts, tell `hidden.parts_of` of them."""

from itertools import product

import pytest

from portal.accounts.models import Voice
from portal.db import bump
from portal.directory.models import CHANGES, EasyText, Place, ServiceText, TextState
from portal.i18n import LANGUAGES
from tests.directory.hidden import (
    SHELTER,
    STAFF_ONLY,
    TELLING,
    UNREADY,
    addresses,
    legible,
    make_world,
)
from tests.factories import make_user, sign_in

pytestmark = pytest.mark.one_engine

VISITORS = {
    "visitor": lambda app: app.test_client(),
    "partner": lambda app: sign_in(app, make_user(voice=Voice.PARTNER)),
    "staff": lambda app: sign_in(app, make_user(voice=Voice.STAFF)),
}
HIDDEN_FROM = {
    "visitor": (*TELLING, *UNREADY, *STAFF_ONLY),
    "partner": (*TELLING, *UNREADY, *STAFF_ONLY),
    "staff": (*TELLING, *UNREADY),
}


def seen_at(client, address, words):
    """The words that an answer and where it leads to hold."""
    answer = client.get(address)
    held = legible(answer.data) + str(answer.headers).casefold()
    return [word for word in words if word.casefold() in held]


@pytest.mark.parametrize(
    ("who", "language"),
    [*product(("visitor", "staff"), LANGUAGES), ("partner", "en")],
)
def test_what_is_hidden_is_in_no_answer(app, who, language):
    world = make_world(app)
    client = VISITORS[who](app)

    seen = {
        address: words
        for address in addresses(app, world, language)
        if (words := seen_at(client, address, HIDDEN_FROM[who]))
    }

    assert seen == {}


def test_pages_that_are_looked_through_hold_the_service(app, client):
    """So that the test above can't pass by looking at nothing."""
    world = make_world(app)

    holding = {
        address.partition("?")[0]
        for address in addresses(app, world, "en")
        if "shelter card" in legible(client.get(address).data)
    }

    assert holding >= {
        "/en/services",
        f"/en/services/{SHELTER}",
        f"/en/services/{SHELTER}/easy",
        f"/en/services/{SHELTER}/feedback",
        f"/en/services/{SHELTER}/versions",
        "/en/places",
        "/en/outreach",
        "/en/outreach.ics",
        "/en/slip",
        "/en/themes/safety",
    }


def test_every_address_answers_but_those_of_what_is_not_ready(app, client):
    world = make_world(app)

    for address in addresses(app, world, "en"):
        closed = any(part in address for part in world.closed)
        expected = {404} if closed else {200, 302, 303}
        assert client.get(address).status_code in expected, address


@pytest.mark.parametrize("word", [*TELLING, *UNREADY, *STAFF_ONLY])
def test_search_finds_nothing_by_hidden_words(app, client, word):
    make_world(app)

    for asked in (word, word[:-1], f"{word} {word[1:]}"):
        found = legible(client.get(f"/en/services?q={asked}").data)
        assert "shelter card" not in found
        assert "half ready" not in found
    cut = word[:4]
    offered = legible(client.get(f"/en/services/suggestions?q={cut}").data)
    assert word.casefold() not in offered


def test_the_words_are_seen_where_nothing_hides_them(app, client):
    world = make_world(app)
    staff = sign_in(app, make_user(voice=Voice.STAFF))
    Place.update(protected=False).execute()
    ServiceText.update(state=TextState.PUBLISHED).execute()
    EasyText.update(state=TextState.PUBLISHED).execute()
    bump(CHANGES)

    seen = {
        word
        for language in LANGUAGES
        for address in addresses(app, world, language)
        for word in seen_at(client, address, (*TELLING, *UNREADY))
    }

    assert seen == {*TELLING, *UNREADY}
    assert seen_at(staff, f"/en/services/{SHELTER}", STAFF_ONLY) == [*STAFF_ONLY]
