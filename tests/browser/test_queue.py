"""The moderators' queue by keys alone."""

import pytest
from playwright.sync_api import expect

from tests.browser import staff
from tests.browser.conftest import Visit
from tests.browser.people import Person

pytestmark = pytest.mark.browser

TITLE = "Texts that are read by keys"
TEXTS = ("A bench by the door", "A bell that works", "A lamp on the stairs")


def ordinary_texts(visit: Visit) -> Person:
    """A moderator with a workshop's few ordinary texts before them."""
    coordinator = visit().sign_in(staff.COORDINATOR)
    slug, code = staff.open_workshop(coordinator, TITLE)
    author = visit().join(code, "resident")
    for text in TEXTS:
        author.go(f"workshops/{slug}/board").propose(text)
    desk = visit().sign_in(staff.MODERATOR).go("moderation")
    option = desk.find("#filter-workshop option").filter(has_text=TITLE)
    return desk.go(f"moderation?workshop={option.get_attribute('value')}")


def test_keys_decide_go_on_and_take_back(visit: Visit) -> None:
    desk = ordinary_texts(visit)
    keys = desk.page.keyboard
    first = desk.find("#open-heading").inner_text()

    keys.press("j")
    expect(desk.find("[data-case]").nth(1)).to_have_attribute("aria-current", "true")
    keys.press("k")
    expect(desk.find("#open-heading:focus")).to_have_text(first)
    keys.press("p")
    expect(desk.find("#done")).to_be_visible()
    expect(desk.find("#open-heading:focus")).not_to_have_text(first)
    keys.press("u")
    expect(desk.find("#open-heading:focus")).to_have_text(first)

    keys.press("r")
    expect(desk.find("[data-return] input[type=radio]:focus")).to_be_visible()
    desk.find("[data-return] textarea").focus()
    keys.type("jpx")
    expect(desk.find("[data-return] textarea")).to_have_value("jpx")


def test_keys_can_be_turned_off(visit: Visit) -> None:
    desk = visit().sign_in(staff.MODERATOR).go("moderation")
    keys = desk.page.keyboard

    keys.press("?")
    expect(desk.find("#keys summary:focus")).to_be_visible()
    desk.find("#keys-on").uncheck()
    desk.go("moderation")
    keys.press("r")

    expect(desk.find("#keys-on")).not_to_be_checked()
    expect(desk.find("[data-return]")).not_to_have_attribute("open", "")
