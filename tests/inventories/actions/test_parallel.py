"""Several people at the same moment, on connections of their own."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from portal.db import Version, database
from portal.inventories.actions import inventories
from portal.inventories.actions.answers import Said, Shut, save
from portal.inventories.actions.inventories import Settings, Text, seen_of, set_state
from portal.inventories.actions.respondents import invite
from portal.inventories.models import (
    CHANGES,
    Inventory,
    InventoryAnswer,
    InventoryState,
)
from portal.inventories.queries.answers import seen_of as nothing_seen
from portal.notices.models import Mail
from tests.inventories.things import answering, found, make_inventory, nth

MANY = 4


@pytest.fixture(autouse=True)
def rolled_back(app):
    """Threads see only what is committed: this file clears up after itself."""


@pytest.fixture
def row(app):
    with database.connection_context(), app.test_request_context("/en/"):
        row = make_inventory("One?", "Two?", areas="harju")
    yield row
    with database.connection_context():
        Inventory.delete().where(Inventory.id == row.id).execute()
        Mail.delete().where(Mail.recipient == "harju@verstas.example").execute()
        Version.delete().where(Version.name == CHANGES).execute()


def at_once(app, *acts):
    """Do these at the same moment; what each returns, or `shut`."""
    start = Barrier(len(acts))

    def run(act):
        with database.connection_context(), app.test_request_context("/en/"):
            start.wait()
            try:
                return act()
            except Shut:
                return "shut"

    with ThreadPoolExecutor(len(acts)) as threads:
        return list(threads.map(run, acts))


@pytest.fixture
def sheet(row):
    """The respondent, and the ids of the two questions."""
    with database.connection_context():
        return answering(row), nth(row).id, nth(row, 1).id


def writes(sheet, number, words):
    respondent, *questions = sheet
    said = Said(questions[number], "yes", words, nothing_seen(None))
    return lambda: save(respondent, [said], "en")


def stored(sheet):
    with database.connection_context():
        theirs = InventoryAnswer.respondent == sheet[0].id
        return sorted(one.words for one in InventoryAnswer.select().where(theirs))


def test_of_many_who_answer_the_same_one_is_saved_and_others_are_told(app, sheet):
    met = at_once(app, *(writes(sheet, 0, f"Words {one}") for one in range(MANY)))

    saved = [f"Words {one}" for one in range(MANY) if met[one] == []]
    assert stored(sheet) == saved
    assert len(saved) == 1
    assert met.count([sheet[1]]) == MANY - 1


def test_colleagues_at_different_questions_are_both_saved(app, sheet):
    met = at_once(app, writes(sheet, 0, "Mine"), writes(sheet, 1, "Theirs"))

    assert met == [[], []]
    assert stored(sheet) == ["Mine", "Theirs"]


def test_answer_and_closing_leave_one_or_the_other(app, row, sheet):
    met, _closed = at_once(
        app,
        writes(sheet, 0, "In time"),
        lambda: set_state(row, InventoryState.CLOSED),
    )

    assert stored(sheet) == ([] if met == "shut" else ["In time"])


def test_of_two_who_set_it_otherwise_one_is_told(app, row):
    with database.connection_context():
        read = found(row)

    done = at_once(
        app,
        *(
            lambda title=title: inventories.change(
                read, Settings({"en": Text(title)}), seen=seen_of(read)
            )
            for title in ("Mine", "Theirs")
        ),
    )

    assert sorted(done) == [False, True]
    with database.connection_context():
        assert found(row).text("en").title == ("Mine" if done[0] else "Theirs")


def test_two_who_invite_send_one_letter(app, row):
    with database.connection_context():
        read = found(row)

    sent = at_once(app, *(lambda: invite(read) for _time in range(MANY)))

    assert sorted(sent) == [0] * (MANY - 1) + [1]
