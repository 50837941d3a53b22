"""Entering paper cards faster than the line carries them."""

import pytest
from playwright.sync_api import Route

from tests.browser import hall, staff
from tests.browser.conftest import Visit

pytestmark = pytest.mark.browser


def test_the_next_card_may_begin_before_the_last_has_its_answer(visit: Visit) -> None:
    clerk = visit("fi").sign_in(staff.COORDINATOR)
    slug = hall.open_workshop(clerk, "Hidas verkko")
    first, second = hall.print_cards(clerk, slug, 2)
    hall.begin_entry(clerk, slug)
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    clerk.page.route("**/entry", hold)

    with clerk.page.expect_request("**/entry"):
        hall.send_card(clerk, first, "resident", "fi", "Penkki pysäkille")
    clerk.find("#number:focus").wait_for()
    clerk.page.keyboard.type(str(second))
    held[0].continue_()
    told = clerk.find("#entry [role=status]")
    told.wait_for()

    assert str(first) in told.inner_text()
    assert clerk.find("#number:focus").input_value() == str(second)
    assert clerk.find("[name=suggestion]").input_value() == ""


def test_a_card_stands_as_it_was_sent_when_the_line_is_cut(visit: Visit) -> None:
    clerk = visit("fi").sign_in(staff.COORDINATOR)
    slug = hall.open_workshop(clerk, "Katkennut verkko")
    (number,) = hall.print_cards(clerk, slug, 1)
    hall.begin_entry(clerk, slug)

    clerk.context.set_offline(True)
    hall.send_card(clerk, number, "staff", "sv", "En bänk vid hållplatsen")
    clerk.find("[data-offline-note][role=alert]").wait_for()

    assert clerk.find("#number").input_value() == str(number)
    assert clerk.find("[name=suggestion]").input_value() == "En bänk vid hållplatsen"
    clerk.faults.clear()  # the cut line is told of in the console
