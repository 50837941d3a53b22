"""New practices, and those one looks after."""

import pytest
from playhouse.test_utils import count_queries

from portal.directory.models import TextState
from portal.permissions import Role
from portal.practices.actions.creating import PracticeDraftText
from portal.practices.models import (
    Practice,
    PracticeText,
    PracticeVersion,
    Stage,
    StageChange,
)
from portal.practices.queries.mine import as_rows, mine
from tests.factories import make_organisation, make_practice, make_user, sign_in
from tests.soup import page
from tests.upkeep.editors import editor, errors, opened

NEW = "/en/practices/new"


@pytest.fixture
def organisation():
    return make_organisation()


@pytest.fixture
def client(app, organisation):
    return editor(app, organisation=organisation)


def typed(client, **changes):
    words = {
        "name": "Help at the desk",
        "lead": "A worker sits there",
        "problem": "Far",
    }
    return opened(client, NEW, **words | changes)


def test_three_fields_make_a_draft_that_only_its_keepers_see(app, client, organisation):
    response = client.post("/en/practices", data=typed(client))

    practice, text = Practice.get(), PracticeText.get()
    assert response.location == "/en/practices/help-at-the-desk/edition?done=created"
    assert (practice.stage, practice.organisation, practice.published_at) == (
        Stage.IDEA,
        organisation.id,
        None,
    )
    assert (text.language, text.name, text.summary, text.problem, text.state) == (
        "en",
        "Help at the desk",
        "A worker sits there",
        "Far",
        TextState.DRAFT,
    )
    assert (StageChange.get().stage, PracticeVersion.get().edition) == (Stage.IDEA, 1)
    address = "/en/practices/help-at-the-desk"
    others = editor(app, organisation=make_organisation())
    assert [
        (reader.get(address).status_code, reader.get(f"{address}/edition").status_code)
        for reader in (client, others, app.test_client())
    ] == [(303, 200), (404, 404), (404, 404)]


def test_form_sent_twice_makes_one_practice(client):
    form = typed(client)

    places = {client.post("/en/practices", data=form).location for _ in range(2)}

    assert (len(places), Practice.select().count()) == (1, 1)


def test_practices_of_one_name_have_addresses_of_their_own(client):
    for name in ("New", "New", "New"):
        client.post("/en/practices", data=typed(client, name=name))

    assert {row.slug for row in Practice.select()} == {"new-2", "new-3", "new-4"}


def test_practice_without_a_name_is_not_made_and_keeps_what_was_typed(client):
    response = client.post("/en/practices", data=typed(client, name=" "))

    assert response.status_code == 422
    assert errors(response) == [("name", "Give the practice a name")]
    assert "A worker sits there" in response.text
    assert Practice.select().count() == 0


def test_what_tells_of_a_person_is_asked_about_and_may_stand(client):
    form = typed(client, problem="Call Maija Virtanen 040 123 4567")

    asked = client.post("/en/practices", data=form)
    form["asks_reader"] = "1"
    done = client.post("/en/practices", data=form)

    assert (asked.status_code, done.status_code) == (422, 303)
    assert {field for field, _said in errors(asked)} == {"problem"}


def test_practices_one_looks_after_are_listed_with_drafts_first(client, organisation):
    written = {"en": PracticeDraftText("A done one")}
    make_practice(texts=written, organisation=organisation)
    make_practice("Of others", organisation=make_organisation())
    shared = {"fi": PracticeDraftText("Yhteinen")}
    make_practice(
        texts=shared, states={"fi": TextState.DRAFT}, authors=[organisation.id]
    )

    soup = page(client, "/en/practices/kept")

    assert [link.text for link in soup.select("main ul.rows a")] == [
        "Yhteinen",
        "A done one",
    ]


@pytest.mark.parametrize("many", [1, 3])
def test_list_of_ones_own_asks_alike_for_one_and_for_three(app, many):
    """Which; their texts."""
    for _ in range(many):
        make_practice()

    with count_queries() as asked:
        rows = as_rows(mine(None), "en")

    assert (len(rows), asked.count) == (many, 2)


def test_coordinator_may_begin_one_for_any_organisation(app, organisation):
    client = sign_in(app, make_user(Role.COORDINATOR))
    other = make_organisation()

    form = typed(client, pick_organisation=other.code)

    assert client.post("/en/practices", data=form).status_code == 303
    assert Practice.get().organisation == other.id
