"""Signing in and out."""

import pytest

from tests.browser.conftest import WITH_AND_WITHOUT_JAVASCRIPT, Visit
from tests.browser.people import Person
from tests.browser.staff import COORDINATOR

pytestmark = pytest.mark.browser

PASSWORD = "punainen lanka"


def send(person: Person, email: str, password: str) -> None:
    """Fill the form for those who know their password, and send it."""
    form = person.form("sign-in").filter(has=person.find("[type=password]"))
    form.locator("[name=email]").fill(email)
    form.locator("[name=password]").fill(password)
    with person.page.expect_navigation():
        form.locator("button").click()


@WITH_AND_WITHOUT_JAVASCRIPT
@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_wrong_password_then_right_then_out(
    visit: Visit, language: str, *, javascript: bool
) -> None:
    person = visit(language, javascript=javascript).go("sign-in")

    send(person, COORDINATOR, "not the password")
    summary = person.find("main [role=alert]")
    summary.locator("a").click()

    assert person.here == "sign-in"
    assert person.find("#email").input_value() == COORDINATOR
    assert person.find("#password").input_value() == ""
    assert person.find("#email[aria-invalid=true]:focus").count() == 1

    send(person, COORDINATOR, PASSWORD)

    assert person.here == ""
    assert person.find("header a[href$='/moderation']").count() == 1

    person.find("header .tools > a[href$='/account']").click()
    person.form("sign-out").locator("button").click()
    person.page.wait_for_url(f"{person.home}/{language}/")

    assert person.find("header .tools > a[href*='/sign-in']").count() == 1
    person.go("account")
    assert person.here == "sign-in"


@WITH_AND_WITHOUT_JAVASCRIPT
def test_sign_in_leads_to_the_page_one_was_on_the_way_to(
    visit: Visit, *, javascript: bool
) -> None:
    person = visit("sv", javascript=javascript).go("moderation")

    send(person, COORDINATOR, PASSWORD)

    assert person.here == "moderation"
