"""Every page that is kept: cheap while nothing changes, new the moment it does, and
never with what only some may read."""

import pytest
from playhouse.test_utils import count_queries

from portal import freshness
from portal.db import today
from portal.directory.actions import Draft, DraftEasy, DraftText, store
from portal.directory.models import KIND as SERVICE
from portal.directory.models import Origin
from portal.links.actions import join
from portal.permissions import Role
from portal.practices.models import KIND as PRACTICE
from portal.search.actions import EntryDraft, replace
from portal.workshops.actions import Text
from portal.workshops.queries import KIND as WORKSHOP
from tests.agreement.things import make_card, make_follower
from tests.factories import (
    make_place,
    make_practice,
    make_service,
    make_stop,
    make_user,
    make_workshop,
    sign_in,
    take_seat,
)

CARD = "/en/services/debt-advice"
EASY = {"en": DraftEasy("Debt advice, easy", "We help you.")}
TEXT = DraftText("Debt advice", staff_notes="Ring the green bell")


@pytest.fixture(autouse=True)
def drawn_at_one_moment(monkeypatch):
    """The clock stands, so that no page is drawn anew because time has passed."""
    monkeypatch.setattr(freshness, "time", lambda: 1_800_000_000)


def make_debt_advice(**fields):
    values = {"texts": {"en": TEXT}, "easy": EASY, "tags": "theme:money"} | fields
    return make_service(slug="debt-advice", **values)


def rename(service):
    draft = Draft(
        origin=Origin.REGION,
        twin_key="test:renamed",
        slug="debt-advice",
        texts={"en": DraftText("Renamed")},
        easy={"en": DraftEasy("Renamed", "Anew.")},
    )
    store(draft, service)


def tagged_like_it(_service):
    make_service("Renamed", "theme:money")


def stop_today(service):
    make_stop(service, "FREQ=DAILY", today(), spot="Renamed")


@pytest.fixture
def debt_advice():
    return make_debt_advice()


PAGES = {
    CARD: rename,
    f"{CARD}/easy": rename,
    "/en/places": lambda _service: make_place(name="Renamed"),
    "/en/outreach": stop_today,
    "/en/outreach.ics": stop_today,
    "/en/themes/money": tagged_like_it,
    "/en/practices": lambda _service: make_practice("Renamed"),
    "/en/definition-cards": lambda _service: make_card("Renamed"),
    "/en/definition-cards.csv": lambda _service: make_card("Renamed"),
    "/en/rollouts": lambda _service: make_card("Renamed", responsible_worker=True),
    "/en/tiers.csv": lambda _service: make_service("Renamed", "tier:near"),
}


@pytest.mark.parametrize("path", PAGES)
def test_kept_page_is_answered_from_its_versions_alone(client, debt_advice, path):
    first = client.get(path)

    with count_queries() as asked:
        again = client.get(path)
        unchanged = client.get(path, headers={"If-None-Match": first.headers["ETag"]})

    # The versions of what the page depends on, each time.
    assert asked.count == 2
    assert (again.data, again.headers) == (first.data, first.headers)
    assert (unchanged.status_code, unchanged.data) == (304, b"")


@pytest.mark.parametrize(("path", "change"), PAGES.items())
def test_kept_page_is_new_the_moment_it_changes(client, debt_advice, path, change):
    before = client.get(path)

    change(debt_advice)
    after = client.get(path, headers={"If-None-Match": before.headers["ETag"]})

    assert "Renamed" not in before.text
    assert after.status_code == 200
    assert "Renamed" in after.text


def test_card_is_new_when_something_joined_with_it_is_named_anew(client, debt_advice):
    workshop = make_workshop(texts={"en": Text("Debt advice")})
    unnamed = client.get(CARD).text

    join(WORKSHOP, workshop.id, SERVICE, debt_advice.id)
    joined = client.get(CARD).text
    named = EntryDraft(workshop.id, "en", workshop.slug, "Advice, debt", [])
    replace(WORKSHOP, workshop.id, [named])
    renamed = client.get(CARD).text

    address = f"/en/workshops/{workshop.slug}"
    assert address not in unnamed
    assert f'<a href="{address}">Debt advice</a>' in joined
    assert f'<a href="{address}">Advice, debt</a>' in renamed


def test_practice_is_new_when_a_service_takes_it_into_use(client, debt_advice):
    practice = make_practice(slug="sitting-together")
    before = client.get("/en/practices/sitting-together").text

    join(PRACTICE, practice.id, SERVICE, debt_advice.id)
    after = client.get("/en/practices/sitting-together").text

    assert ("Debt advice" in before, "Debt advice" in after) == (False, True)


def test_definition_card_is_new_when_a_service_follows_it(client):
    card = make_card(slug="guidance")
    before = client.get("/en/definition-cards/guidance").text

    make_follower(card, "Debt advice")
    after = client.get("/en/definition-cards/guidance").text

    assert ("Debt advice" in before, "Debt advice" in after) == (False, True)


def test_what_only_staff_may_read_comes_in_no_kept_page(app, client, debt_advice):
    theirs = sign_in(app, make_user(Role.EDITOR))

    for_staff = theirs.get(CARD)
    for_all = client.get(CARD)
    for_staff_again = theirs.get(
        CARD, headers={"If-None-Match": for_all.headers["ETag"]}
    )

    assert "Ring the green bell" in for_staff.text
    assert "Ring the green bell" not in for_all.text
    assert "Ring the green bell" in for_staff_again.text
    assert "ETag" not in for_staff.headers
    kept = b"".join(page.body for page in freshness.drawn.pages.values())
    assert b"Ring the green bell" not in kept
    assert b"My account" not in kept


def test_page_of_somebody_with_a_seat_is_not_kept(app, client, debt_advice):
    theirs, _participant = take_seat(app, make_workshop())

    assert "ETag" not in theirs.get(CARD).headers
    assert "ETag" in client.get(CARD).headers


def test_card_that_nobody_is_to_know_of_is_kept_nowhere(client):
    make_debt_advice(sensitive=True)

    found = client.get(CARD)
    easy = client.get(f"{CARD}/easy")

    for page in (found, easy):
        assert page.headers["Cache-Control"] == "no-store"
        assert "ETag" not in page.headers
        assert page.data not in {kept.body for kept in freshness.drawn.pages.values()}


def test_card_says_to_each_who_asks_from_where_it_was_printed(client, debt_advice):
    elsewhere = client.get(CARD, base_url="http://elsewhere.example").text

    here = client.get(CARD).text

    assert "http://elsewhere.example" in elsewhere
    assert "elsewhere.example" not in here


def test_card_that_is_gone_is_not_answered_as_unchanged(client):
    for tag in ("*", 'W/"something"'):
        assert client.get(CARD, headers={"If-None-Match": tag}).status_code == 404


def test_kept_answers_bear_the_same_safety_headers(client, debt_advice):
    first = client.get(CARD)
    again = client.get(CARD)
    unchanged = client.get(CARD, headers={"If-None-Match": first.headers["ETag"]})

    for name in ("Content-Security-Policy", "X-Frame-Options", "Referrer-Policy"):
        assert unchanged.headers[name] == again.headers[name] == first.headers[name]
    assert unchanged.headers["Cache-Control"] == "private, no-cache"
    told = {word.strip() for word in unchanged.headers["Vary"].split(",")}
    assert {"Cookie", "HX-Request", "HX-Target"} <= told


def test_kept_pages_are_let_go_oldest_first_when_they_are_too_many():
    drawn = freshness.Drawn()
    half = freshness.Page(bytes(freshness.MOST_BYTES // 2), [])

    for name in ("a", "b"):
        drawn.keep(name, half)
    drawn.get("a")
    drawn.keep("c", half)

    assert [drawn.get(name) for name in ("a", "b", "c")] == [half, None, half]
