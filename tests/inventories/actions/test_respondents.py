"""Letters to those who answer: each its own, none twice."""

from datetime import timedelta

import pytest

from portal.db import now
from portal.errors import Refused
from portal.inventories.actions.answers import set_done
from portal.inventories.actions.inventories import set_state
from portal.inventories.actions.respondents import (
    Contact,
    add,
    change,
    end_link,
    erase_addresses,
    invite,
    remind,
    remove,
)
from portal.inventories.models import Inventory, InventoryState, Respondent
from portal.notices.models import Mail
from portal.vocabulary.queries import vocabulary
from tests.inventories.things import (
    address,
    answer,
    answering,
    found,
    make_inventory,
)


@pytest.fixture
def row():
    return make_inventory("One?", "Two?", areas="harju niemi")


def letters():
    return [(one.recipient, one.subject) for one in Mail.select().order_by(Mail.id)]


def long_ago(days=8):
    Respondent.update(asked_at=now() - timedelta(days=days)).execute()


def test_everybody_is_sent_their_own_link_once(app, row, speaking):
    sent = [invite(found(row)) for _time in range(2)]

    assert sent == [2, 0]
    for area, mail in zip(("harju", "niemi"), Mail.select(), strict=True):
        assert mail.recipient == f"{area}@verstas.example"
        assert address(app, row, area) in mail.body


def test_letter_is_in_the_language_of_the_reader(row, speaking):
    change(answering(row), Contact("", "harju@verstas.example", "sv"))

    invite(found(row), answering(row).id)

    (mail,) = Mail.select()
    assert "/sv/inventories/" in mail.body
    assert "Åsby" in mail.subject


def test_draft_sends_nothing(speaking):
    draft = make_inventory(areas="harju", state=InventoryState.DRAFT)

    with pytest.raises(Refused):
        invite(found(draft))

    assert letters() == []


def test_reminder_goes_once_a_week_at_most(app, row, speaking):
    long_ago()
    answer(row, "yes")

    assert [remind(), remind()] == [2, 0]
    told = Mail.get(Mail.recipient == "harju@verstas.example").body
    assert "You have answered 1 question so far." in told
    Respondent.update(reminded_at=now() - timedelta(days=7, minutes=1)).execute()
    assert remind() == 2


def test_nobody_is_reminded_too_early_or_who_is_done_or_was_not_asked(row, speaking):
    assert remind() == 0
    long_ago(days=6)
    assert remind() == 0
    long_ago()
    set_done(answering(row), wanted=True)
    change(answering(row, "niemi"), Contact("", "", "en"))
    assert remind() == 0


def test_closed_inventory_reminds_nobody(row, speaking):
    long_ago()
    set_state(row, InventoryState.CLOSED)

    assert (remind(), letters()) == (0, [])


def test_new_link_is_to_be_sent_anew(row, speaking):
    invite(found(row))

    end_link(answering(row), seen=1)

    assert invite(found(row)) == 1
    assert len(letters()) == 3


def test_new_address_is_sent_the_link_anew(row, speaking):
    invite(found(row))

    change(answering(row), Contact("another", "harju@verstas.example", "en"))
    change(answering(row, "niemi"), Contact("", "new@verstas.example", "en"))

    assert invite(found(row)) == 1
    assert letters()[-1][0] == "new@verstas.example"


def closed_before(row, days):
    set_state(row, InventoryState.CLOSED)
    Inventory.update(closed_at=now() - timedelta(days=days)).execute()


def addresses():
    return {one.email for one in Respondent.select()}


def test_addresses_are_erased_a_month_after_closing(row, speaking):
    assert erase_addresses() == 0
    closed_before(row, days=29)
    assert erase_addresses() == 0
    closed_before(row, days=31)

    assert [erase_addresses(), erase_addresses()] == [2, 0]
    assert addresses() == {""}
    assert {one.role for one in Respondent.select()} == {"head of social work"}


def test_addresses_of_what_is_asked_on_are_kept(row, speaking):
    closed_before(row, days=31)
    set_state(row, InventoryState.ASKING)

    assert erase_addresses() == 0


def test_second_contact_of_an_area_is_refused_and_the_same_is_one(row, speaking):
    harju = vocabulary().of("area")["harju"].id
    same = Contact("head of social work", "harju@verstas.example", "en")

    add(row, harju, same)

    with pytest.raises(Refused):
        add(row, harju, Contact("another", "other@verstas.example", "en"))
    assert Respondent.select().count() == 2


def test_who_has_answered_is_not_removed(row, speaking):
    answer(row, "yes")

    with pytest.raises(Refused):
        remove(answering(row))
    remove(answering(row, "niemi"))

    assert [one.area for one in Respondent.select()] == [answering(row).area]
