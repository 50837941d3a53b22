"""The pages of an inventory, for those who run it and for those who read it."""

import pytest

from portal.inventories.actions.questions import add
from portal.inventories.actions.snapshots import take
from portal.inventories.drafts import Draft
from portal.inventories.models import InventoryState
from tests.factories import make_user, sign_in
from tests.inventories.things import answer, answering, found, make_inventory, nth

PAGES = [
    "",
    "?by=municipality",
    ".csv",
    ".xlsx",
    "/paper?words=1",
    "/paper?size=a3",
    "/municipalities/harju",
    "/snapshots",
    "/changes",
]
DESK = ["/questions", "/respondents", "/settings", "/invitations"]


def addresses(row, parts):
    return [f"/en/inventories/{row.slug}{part}" for part in parts]


@pytest.fixture
def full():
    row = make_inventory("One worker?", free="How?", areas="harju niemi", public=True)
    answer(row, "yes", "Since <b>2024</b>")
    answer(row, words="By phone", area="niemi", number=1)
    take(found(row), by=None)
    answer(row, "?", area="niemi")
    return row


def test_every_page_is_well_for_visitors_and_coordinators(client, coordinator, full):
    cell = answer(full, "partly").id
    parts = [*PAGES, f"/cells/{cell}", f"/questions/{nth(full).id}"]

    for page in addresses(full, parts):
        assert client.get(page).status_code == 200, page
        assert coordinator.get(page).status_code == 200, page
    asked = nth(full).id
    for page in addresses(full, [*DESK, f"/questions/{asked}/wording"]):
        assert coordinator.get(page).status_code == 200, page
    respondent = answering(full).id
    page = f"/en/inventories/{full.slug}/respondents/{respondent}"
    assert coordinator.get(page).status_code == 200
    assert coordinator.get("/en/inventories/new").status_code == 200


def test_parts_of_another_inventory_are_not_found(coordinator, full):
    other = make_inventory(areas="harju", public=True)
    parts = [
        f"/cells/{answer(full, 'no').id}",
        f"/snapshots/{take(found(full), by=None).id}",
        f"/respondents/{answering(full).id}",
        f"/questions/{nth(full).id}/wording",
        f"/changes?from={take(found(full), by=None).id}",
        "/changes?from=x",
        "/municipalities/niemi",
        "/snapshots/99999999999999",
    ]

    for page in addresses(other, parts):
        assert coordinator.get(page).status_code == 404, page


def test_roles_and_addresses_are_on_no_page_that_others_read(client, full):
    staff_only = ("head of social work", "harju@verstas.example")

    for page in addresses(full, PAGES):
        text = client.get(page).data
        assert not any(word.encode() in text for word in staff_only), page


def test_draft_is_there_for_those_who_run_it_only(app, client, coordinator):
    draft = make_inventory(state=InventoryState.DRAFT, public=True, areas="harju")
    staff = sign_in(app, make_user(voice="staff"))

    answers = [one.get(addresses(draft, [""])[0]) for one in (client, staff)]

    assert [one.status_code for one in answers] == [404, 404]
    assert coordinator.get(addresses(draft, [""])[0]).status_code == 200


def test_inventory_for_staff_asks_others_to_sign_in(app, client):
    row = make_inventory(areas="harju")
    page = addresses(row, [""])[0]
    seen = {
        voice: sign_in(app, make_user(voice=voice)).get(page).status_code
        for voice in ("resident", "staff")
    }

    assert seen == {"resident": 403, "staff": 200}
    assert client.get(page).location.startswith("/en/sign-in")
    assert row.slug not in client.get("/en/inventories").text


def test_empty_inventory_says_so(coordinator):
    row = make_inventory(state=InventoryState.DRAFT)

    page = coordinator.get(addresses(row, [""])[0])

    assert "No answers yet" in page.text


def test_question_in_another_language_is_marked_so(client):
    row = make_inventory(areas="harju", public=True)
    add(row, {"fi": Draft("Onko yksi työntekijä?")})

    page = client.get(addresses(row, [""])[0])

    assert '<a href="/en/inventories' in page.text
    assert 'lang="fi">Onko yksi' in page.text
