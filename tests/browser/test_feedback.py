"""Somebody says that a card is wrong; an editor answers; they read the answer."""

import pytest

from tests.browser import keeping, staff
from tests.browser.conftest import WITH_AND_WITHOUT_JAVASCRIPT, Visit
from tests.browser.people import Person

pytestmark = pytest.mark.browser

CARD = "services/home-care"
MOTHERS_CODE = "131052-308T"


def say(person: Person, words: str) -> None:
    form = person.form(f"{CARD}/feedback")
    form.locator("[name=about][value=hours]").check()
    form.locator("[name=message]").fill(words)
    form.locator("button").click()


@WITH_AND_WITHOUT_JAVASCRIPT
@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_what_is_wrong_gets_an_answer(
    visit: Visit, language: str, *, javascript: bool
) -> None:
    words = f"Nobody opened on Monday, {language} {javascript}"
    person = visit(language, javascript=javascript).go(CARD)
    person.find(f"main a[href$='/{CARD}/feedback']").click()

    say(person, f"{words} {MOTHERS_CODE}")
    person.find("main [role=alert]").wait_for()

    assert person.find("[name=message]").input_value() == f"{words} {MOTHERS_CODE}"

    say(person, words)
    person.page.wait_for_url("**/feedback/*?sent=1")
    followed = person.here

    editor = visit(language, javascript=javascript).sign_in(staff.EDITOR).go("")
    editor.find("header a[href$='/upkeep']").click()
    editor.find("#feedback h3 a").last.click()
    assert editor.find(".held .words").inner_text() == words
    editor.find("[name=state][value=answered]").check()
    editor.find("[name=outcome][value=mended]").check()
    editor.find("[name=answer]").fill("We mended the times.")
    editor.find("main form button").click()
    editor.page.wait_for_url("**?saved=1")

    person.go(followed)
    assert person.find(".words").inner_text() == "We mended the times."
    person.go(f"{CARD}/feedback")
    assert words not in person.find("main").inner_text()


@WITH_AND_WITHOUT_JAVASCRIPT
def test_link_in_the_mail_says_that_a_card_still_holds(
    visit: Visit, *, javascript: bool
) -> None:
    person = visit("fi", javascript=javascript)
    keeping.review(person)
    address = person.here

    person.find("main button[value=right]").click()
    person.page.wait_for_url("**?done=1")
    person.find("main [role=status]").wait_for()

    assert person.go(address).find("[name=decision]").count() == 0
