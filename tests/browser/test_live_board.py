"""What htmx adds: news without a reload, and focus that stays where one works."""

import pytest

from tests.browser import staff
from tests.browser.conftest import Visit
from tests.browser.people import Person

pytestmark = pytest.mark.browser

POLL = 16_000
WALL_POLL = 6_000


def wait_out(person: Person, milliseconds: int) -> int:
    """Let time pass until the page asks for news; the status of the answer."""
    with person.page.expect_response(
        lambda response: "hx-ptag" in response.request.headers
    ) as found:
        person.page.clock.fast_forward(milliseconds)
    return found.value.status


def test_news_come_to_an_open_board_by_themselves(visit: Visit) -> None:
    desk = visit().sign_in(staff.COORDINATOR)
    writer, reader = visit(), visit("sv")
    slug, code, _number = staff.workshop_with_proposal(desk, desk, writer, "First")
    reader.page.clock.install()
    reader.join(code, "partner")
    reader.find("#writing [name=suggestion]").fill("Half a thought")
    reader.find("h1").click()

    assert wait_out(reader, POLL) == 304
    assert reader.find("#news .notice").count() == 0

    writer.propose("Second")
    staff.publish(desk, "Second")
    assert wait_out(reader, POLL) == 200
    reader.find("#news .notice[role=status]").wait_for()
    assert reader.find("#cards .slip h3").all_inner_texts() == ["First"]
    assert reader.find("#writing [name=suggestion]").input_value() == "Half a thought"

    reader.find("#news a").click()
    reader.find("#cards .slip:nth-of-type(2)").wait_for()
    assert reader.find("#cards .slip h3").all_inner_texts() == ["Second", "First"]
    assert reader.find("#writing [name=suggestion]").input_value() == "Half a thought"
    assert reader.here == f"workshops/{slug}/board"


def test_the_wall_shows_what_is_new(visit: Visit) -> None:
    desk = visit().sign_in(staff.COORDINATOR)
    writer, wall = visit(), visit("fi", width=1280)
    slug, _code, _number = staff.workshop_with_proposal(desk, desk, writer, "On paper")
    wall.page.clock.install()
    wall.go(f"workshops/{slug}/screen")
    writer.propose("On the wall")

    assert wait_out(wall, WALL_POLL) == 304
    staff.publish(desk, "On the wall")
    assert wait_out(wall, WALL_POLL) == 200
    wall.page.get_by_role("heading", name="On the wall").wait_for()

    assert wall.find(".slip h2").all_inner_texts() == ["On the wall", "On paper"]


def test_focus_stays_on_the_support_button(visit: Visit) -> None:
    person = visit().join("BUK482", "resident")
    button = person.find("button.support").nth(2)
    name = button.get_attribute("id")

    button.focus()
    person.page.keyboard.press("Enter")
    person.find(f"#{name}[aria-pressed=true]").wait_for()

    assert person.find(f"#{name}:focus").count() == 1

    person.page.keyboard.press("Enter")
    person.find(f"#{name}[aria-pressed=false]").wait_for()

    assert person.find(f"#{name}:focus").count() == 1


def test_focus_goes_to_what_is_to_be_mended_and_then_to_what_was_done(
    visit: Visit,
) -> None:
    person = visit("fi").join("BUK482", "resident")

    person.find("#send").click()
    person.find("#writing [role=alert]:focus").wait_for()
    person.find("#writing [role=alert] a").click()

    assert person.find("[name=suggestion][aria-invalid=true]:focus").count() == 1

    person.page.keyboard.type("A better bus")
    person.page.keyboard.press("Enter")
    person.find("#writing [role=status]:focus").wait_for()

    assert person.find("#writing .rows a").all_inner_texts() == ["A better bus"]
    assert person.find("#writing [name=suggestion]").input_value() == ""


def test_focus_goes_to_what_a_moderator_reads_next(visit: Visit) -> None:
    desk = visit().sign_in(staff.COORDINATOR)
    writer = visit().join("BUK482", "expert")
    writer.propose("To be returned without a reason")

    this = staff.case(desk, "To be returned without a reason")
    this.locator("[data-return] summary").click()
    this.locator("button[value=return]").click()
    desk.find("#queue [role=alert]:focus").wait_for()

    assert this.locator("input[name=reason]").first.is_visible()

    this.locator("button[value=publish]").click()
    desk.find("#queue #done").wait_for()

    assert this.count() == 0
    assert desk.find("#open-heading:focus").get_attribute("aria-describedby") == "done"


def test_words_stay_when_the_line_is_cut(visit: Visit) -> None:
    person = visit("sv").join("BUK482", "resident")
    person.find("#writing [name=suggestion]").fill("A sentence in a tunnel")

    person.context.set_offline(True)
    person.find("#send").click()
    person.find("[data-offline-note][role=alert]").wait_for()

    assert (
        person.find("#writing [name=suggestion]").input_value()
        == "A sentence in a tunnel"
    )

    person.context.set_offline(False)
    person.find("#send").click()
    person.find("#writing [role=status]").wait_for()

    assert person.find("[data-offline-note]").count() == 0
    person.faults.clear()  # the cut line is told of in the console
