"""The grid as it stood on a day, and what has changed between two."""

from portal.inventories.actions.marks import set_mark
from portal.inventories.actions.questions import change
from portal.inventories.actions.snapshots import take
from portal.inventories.drafts import Draft, drafts_of
from portal.inventories.keeping import dumped, loaded
from portal.inventories.models import InventorySnapshot, Verdict
from portal.inventories.queries.grid import grid
from tests.inventories.things import answer, found, nth
from tests.workshops.pages import texts


def test_language_more_is_no_change(client, row):
    take(found(row), by=None)
    drafts = drafts_of(nth(row, 1))
    change(row, nth(row, 1), {**drafts, "fi": Draft("Miten?")})

    page = client.get(f"/en/inventories/{row.slug}/changes")

    assert "Nothing has changed" in page.text


def test_snapshot_is_the_grid_again(row):
    answer(row, "yes", "Since 2024")
    answer(row, "?", area="niemi")
    marked = answer(row, words="Calls", number=1)
    set_mark(marked, Verdict.KEEP, "!", language="en", by=None)
    now = grid(found(row))

    assert loaded(dumped(now)) == now


def test_snapshot_twice_is_one_until_something_changes(coordinator, row):
    page = f"/en/inventories/{row.slug}/snapshots"

    for _time in range(2):
        coordinator.post(page, data={"note": "Before"})
    answer(row, "yes")
    coordinator.post(page)

    notes = [one.note for one in InventorySnapshot.select()]
    assert notes == ["Before", ""]


def test_no_change_says_so(client, row):
    take(found(row), by=None)

    page = client.get(f"/en/inventories/{row.slug}/changes")

    assert "Nothing has changed" in page.text


def test_snapshot_page_shows_what_was(client, row):
    answer(row, "yes")
    kept = take(found(row), by=None)
    answer(row, "no")

    page = client.get(f"/en/inventories/{row.slug}/snapshots/{kept.id}")

    assert texts(page, "tbody tr:first-child td") == ["Yes", "Not answered"]
