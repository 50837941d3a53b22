"""The red thread: what a worker sees is gathered and answered; what came of it is
told, and how it went."""

import pytest
from playwright.sync_api import expect

from tests.browser import staff
from tests.browser.conftest import Visit
from tests.browser.library import PARTNER
from tests.browser.people import Person
from tests.browser.red_thread import THREAD

pytestmark = pytest.mark.browser

SEEN = "Moni jää ilman aikaa, kun ajanvaraus on vain verkossa."
SUGGESTED = "Yksi puhelintunti päivässä."
NUMBER = "0401234567"
TITLE = "Ajan saa vain verkosta"
ANSWER = "Puhelintunti alkaa tammikuussa."
MOST_TABS = 40
TOLD = 2
"""That it was gathered, and how far it is now."""
HELPED, STORY = "better", "Sama ihminen soitti minulle takaisin."
SIDEWAYS = "document.documentElement.scrollWidth - innerWidth"


def tab_to(person: Person, selector: str) -> None:
    """By keyboard, from where one is."""
    for _tab in range(MOST_TABS):
        person.page.keyboard.press("Tab")
        if person.find(f"{selector}:focus").count():
            return
    raise AssertionError(f"{selector} is not reached")


def send(person: Person) -> None:
    with person.page.expect_navigation():
        person.page.keyboard.press("Enter")


def report_by_keyboard(worker: Person) -> str:
    """From the empty form to the receipt; a number of a phone is stopped on the way."""
    keyboard = worker.go("reports/new").page.keyboard
    tab_to(worker, "#pick_sort")
    keyboard.press("ArrowDown")
    tab_to(worker, "[name=seen]")
    keyboard.type(f"{SEEN} Soita {NUMBER}.")
    tab_to(worker, "#report summary")
    keyboard.press("Enter")
    tab_to(worker, "[name=pick_area]")
    keyboard.type("Niemi")
    tab_to(worker, "[name=suggestion]")
    keyboard.type(SUGGESTED)
    tab_to(worker, "#report .actions .button")
    send(worker)
    expect(worker.find(".error-summary")).to_be_visible()
    tab_to(worker, "[name=seen]")
    keyboard.press("ControlOrMeta+a")
    keyboard.type(SEEN)
    assert worker.find("[name=pick_sort]:checked").input_value() == "problem"
    assert worker.find("[name=pick_area]").input_value() == "niemi"
    assert worker.find("[name=suggestion]").input_value() == SUGGESTED
    tab_to(worker, "#report .actions .button")
    send(worker)
    return worker.find("main .panel .big").inner_text()


def set_progress(person: Person, slug: str, progress: str) -> None:
    form = person.go(f"phenomena/{slug}/progress").find("main form").last
    form.locator(f"[value={progress}]").check()
    form.locator("button").click()
    person.page.wait_for_url(f"**/phenomena/{slug}")


def test_what_a_worker_sees_by_keyboard_alone_is_gathered_and_answered(
    visit: Visit,
) -> None:
    worker = visit("fi", javascript=False).sign_in(PARTNER)
    coordinator = visit("fi", javascript=False, width=1280).sign_in(staff.COORDINATOR)
    body = visit("fi", javascript=False).sign_in(staff.EDITOR)

    number = report_by_keyboard(worker)
    staff.publish(visit("fi", javascript=False).sign_in(staff.READER), SEEN)
    coordinator.go("reports/gathering").find("[name=title]").fill(TITLE)
    coordinator.find("li", has_text=number).get_by_role("checkbox").check()
    coordinator.find("li:not(:has(:checked)) [name=pick_reports]").first.check()
    coordinator.find("form:has([name=title]) button").click()
    coordinator.find("a.go", has_text=TITLE).click()
    slug = coordinator.here.split("/")[1]
    coordinator.form(f"phenomena/{slug}/publicity").locator("button").click()
    coordinator.go(f"phenomena/{slug}/progress")
    team = coordinator.find("[name=pick_team] option", has_text="Neuvonta").first
    coordinator.find("[name=pick_team]").select_option(team.get_attribute("value"))
    coordinator.find("main form [value=taken-up]").check()
    coordinator.find("main form button").last.click()
    coordinator.page.wait_for_url(f"**/phenomena/{slug}")

    body.go("reports/asked").find("main a", has_text=TITLE).first.click()
    body.go(f"phenomena/{slug}/answer").find("[name=answer_fi]").fill(ANSWER)
    body.find("button[value=saved]").click()
    body.page.wait_for_url("**/progress?**")
    set_progress(body, slug, "answered")

    now = worker.go(f"reports/{number}").find("ol.line > li[aria-current=step]")
    assert now.inner_text().startswith("Vastattu")
    assert ANSWER in worker.go(f"phenomena/{slug}").find("main").inner_text()
    assert SEEN not in worker.find("main").inner_text()
    assert worker.go("notices").find("main li p", has_text=number).count() == TOLD


def test_a_thread_is_read_everywhere_and_a_visitor_tells_how_it_went(
    visit: Visit,
) -> None:
    reader = visit("fi", javascript=False)
    sideways = []
    for width in (1280, 390, 320):
        reader.page.set_viewport_size({"width": width, "height": 900})
        reader.go(THREAD).find(".serpent .is-next").wait_for()
        sideways.append(reader.page.evaluate(SIDEWAYS))
    reader.page.emulate_media(forced_colors="active")
    knot = reader.find(".serpent > li").first.evaluate(
        "step => getComputedStyle(step, '::before').borderTopStyle"
    )
    reader.page.emulate_media(media="print", forced_colors="none")
    assert sideways == [0, 0, 0]
    assert knot == "solid"
    assert not reader.find("main .button").first.is_visible()

    reader.page.emulate_media(media="screen")
    reader.find("#effects a.button").click()
    reader.find("main form [name=body]").fill(f"Soita {NUMBER}.")
    reader.find(f"[name=pick_went][value={HELPED}]").check()
    reader.find("[name=pick_voice][value=resident]").check()
    reader.find("main form button").last.click()
    reader.find(".error-summary").wait_for()
    assert reader.find("[name=pick_went]:checked").input_value() == HELPED
    reader.find("main form [name=body]").fill(STORY)
    reader.find("main form button").last.click()
    reader.page.wait_for_url("**/effects/*")
    own = reader.here
    assert STORY not in reader.go(f"{THREAD}/effects").find("main").inner_text()
    staff.publish(visit("fi").sign_in(staff.READER), STORY)

    assert STORY in reader.go(f"{THREAD}/effects").find(".talk").inner_text()
    assert reader.go(own).find("[name=body]").input_value() == STORY
