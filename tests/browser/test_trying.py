"""A pilot told of from a phone, compared, chosen and taken up; a cost reckoned anew."""

import pytest
from playwright.sync_api import expect

from portal.db import today
from tests.browser import staff
from tests.browser.conftest import Visit
from tests.browser.people import Person
from tests.browser.trying import STUDY, TRIED, entry_link

pytestmark = pytest.mark.browser

BODY, DECIDED = "Ohjausryhmä", "Jatkuu kaikissa kunnissa."
WEIGHED = {"Apu tulee ajoissa": "60", "Raha riittää": "40"}


def tell_figures(site: Person, link: str) -> None:
    """More are helped than there were people, at first."""
    site.page.goto(link)
    people, helped = (
        site.find(f"main form [name$=-{part}]") for part in ("n", "total")
    )
    people.first.fill("12")
    helped.first.fill("15")
    site.find("main form button").click()
    site.find(".error-summary").wait_for()
    assert people.first.input_value() == "12"
    helped.first.fill("9")
    site.find("main form button").click()
    site.page.wait_for_url("**done=saved")


def lock_criteria(coordinator: Person) -> str:
    """The address of a selection whose weights were mended before the lock."""
    coordinator.go("selections/new")
    for language in ("fi", "sv", "en"):
        coordinator.find(f"[name=title_{language}]").fill("Mikä jää?")
        for number, words in enumerate(WEIGHED, start=1):
            coordinator.find(f"[name=words_{number}_{language}]").fill(words)
    coordinator.find("label", has_text="terveysasemilla").locator("input").check()
    for number, weight in enumerate(WEIGHED.values(), start=1):
        coordinator.find(f"[name=weight_{number}]").fill(weight)
    coordinator.find("[name=weight_2]").fill("30")
    coordinator.find("main form button").click()
    coordinator.find(".error-summary").wait_for()
    coordinator.find("[name=weight_2]").fill(WEIGHED["Raha riittää"])
    coordinator.find("main form button").click()
    coordinator.find("form[action$='/lock'] button").click()
    coordinator.find("#lock code").first.wait_for()
    return coordinator.here


def decide(coordinator: Person, selection: str) -> None:
    coordinator.find("form[action$='/opening'] button").click()
    coordinator.page.wait_for_url("**/scores")
    for part in coordinator.find("main form fieldset").all():
        part.locator("select").select_option("4")
        part.locator("textarea").fill("Luvut kuudelta paikalta.")
    coordinator.find("main form button").click()
    coordinator.go(f"{selection}/decision").find("[name=body]").fill(BODY)
    coordinator.find("[name=decided_on]").fill(f"{today()}")
    coordinator.find("main form [value=selected]").check()
    coordinator.find("main form [name$=reason_fi]").fill(DECIDED)
    coordinator.find("main form button").click()
    coordinator.find("#decision").wait_for()


def test_a_pilot_is_told_of_compared_chosen_and_taken_up(visit: Visit) -> None:
    coordinator = visit("fi", javascript=False, width=1280).sign_in(staff.COORDINATOR)
    link = entry_link(coordinator, TRIED)
    site = visit("fi", javascript=False)

    tell_figures(site, link)
    reader = visit("fi", javascript=False).go(TRIED)
    reader.find("main figure svg").first.wait_for()
    reader.find("main details summary").first.click()
    expect(reader.find("main details table").first).to_be_visible()
    assert reader.go(f"{TRIED}/comparison").find("main tbody th").count() > 0

    coordinator.go(f"{TRIED}/state").find("[value=being-evaluated]").check()
    coordinator.find("main form button").click()
    coordinator.page.wait_for_url("**done=state")
    selection = lock_criteria(coordinator)
    assert coordinator.go(f"{selection}/criteria").here == selection
    decide(coordinator, selection)
    coordinator.go(f"{TRIED}/roll-out?area=niemi").find("[value=in-use]").check()
    coordinator.find("#change [name=since]").fill("2026-11-02")
    coordinator.find("#change button").click()
    coordinator.find("#area-niemi .is-open").wait_for()

    assert DECIDED in reader.go(selection).find("#decision").inner_text()
    assert (
        "2.11.2026" in reader.go(f"{TRIED}/roll-out").find("#area-niemi").inner_text()
    )


def test_a_cost_is_reckoned_with_own_figures(visit: Visit) -> None:
    reader = visit("fi", javascript=False).go(f"{STUDY}/calculation")
    reader.find("main section a").first.click()

    reader.find("[name=persons]").fill("sata")
    reader.find("main form button").click()
    reader.find(".error-summary").wait_for()
    reader.find("[name=persons]").fill("100")
    reader.find("[name=share]").fill("50")
    reader.find("main form button").click()
    reader.find("main [role=status]").wait_for()

    words = reader.find("main [role=status]").inner_text().replace("\xa0", " ")
    assert "28 500 €" in words
