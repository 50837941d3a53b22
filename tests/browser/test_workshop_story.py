"""The thread from a resident's sentence to an answer in public, played by six
people in each language."""

import pytest
from playwright.sync_api import Locator

from tests.browser import staff
from tests.browser.conftest import WITH_AND_WITHOUT_JAVASCRIPT, Visit
from tests.browser.people import Person

pytestmark = pytest.mark.browser

FIRST = "Näin ei voi jatkua, sanoi Å. Öberg"
SECOND = "Iltavuoro myös torstaisin"
NOTE = "Ett namn står i texten."
REASON = "We start in March."


def support_button(person: Person, number: int) -> Locator:
    return person.find(f"#support-{number}")


def support(person: Person, number: int, *, wanted: bool) -> None:
    """Press the button, and wait until it says so."""
    support_button(person, number).click()
    pressed = str(wanted).lower()
    person.find(f"#support-{number}[aria-pressed={pressed}]").wait_for()


def supports(person: Person, number: int) -> str:
    return support_button(person, number).locator(".num").inner_text()


def results(person: Person, slug: str) -> list[list[str]]:
    person.go(f"workshops/{slug}/results")
    return [
        [
            row.locator("td.num").inner_text(),
            row.locator("th a").inner_text(),
            row.locator("td .num").inner_text(),
        ]
        for row in person.find("main tbody tr").all()
    ]


@pytest.mark.parametrize(
    ("language", "javascript"),
    [("fi", True), ("fi", False), ("sv", False), ("en", True)],
    ids=["fi-js", "fi-nojs", "sv-nojs", "en-js"],
)
def test_a_sentence_becomes_an_answer(
    visit: Visit, language: str, *, javascript: bool
) -> None:
    def come() -> Person:
        return visit(language, javascript=javascript)

    coordinator = come().sign_in(staff.COORDINATOR)
    title = f"{language} {javascript}?"
    slug, code = staff.open_workshop(coordinator, title)

    assert coordinator.heading == title
    assert coordinator.find("header .prose strong").inner_text() == "Why?"

    author = come().join(f" {code[:3].lower()} {code[3:]}", "expert", "Pihlaja")
    assert author.heading == title
    author.propose(FIRST, "Kaksi riviä\nja toinen.")
    own = author.find("#writing .rows a")
    number = staff.number_in(own.get_attribute("href"))
    assert own.inner_text() == FIRST
    assert author.find("#cards .slip").count() == 0

    moderator = come().sign_in(staff.MODERATOR)
    staff.send_back(moderator, FIRST, "names-a-person", NOTE)
    assert staff.waiting(moderator, FIRST).count() == 0

    author.go(f"workshops/{slug}/board")
    author.find("#writing .rows a.button").click()
    assert NOTE in author.find("main .notice").inner_text()
    assert author.find("[name=suggestion]").input_value() == FIRST
    author.find("[name=suggestion]").fill(SECOND)
    author.find("main form button").click()
    author.page.wait_for_url(f"**/proposals/{number}")
    assert author.heading == SECOND

    staff.publish(moderator, SECOND)
    reader = come().go(f"proposals/{number}")
    assert reader.heading == SECOND

    friends = [come().join(code, voice) for voice in ("resident", "partner")]
    for friend in friends:
        support(friend, number, wanted=True)
    assert supports(friends[1], number) == "2"
    support(friends[0], number, wanted=False)
    assert supports(friends[0], number) == "1"

    staff.set_phase(coordinator, slug, "answer")
    friends[0].go(f"workshops/{slug}/board")
    assert support_button(friends[0], number).count() == 0
    assert results(friends[0], slug) == [["1", SECOND, "1"]]

    staff.answer(coordinator, number, "partly", REASON)
    reader.go(f"proposals/{number}")
    assert reader.find("main article.answer .prose").inner_text() == REASON
    assert reader.find("main .line li.is-next").count() == 1


@WITH_AND_WITHOUT_JAVASCRIPT
def test_a_recovery_code_brings_back_on_another_phone(
    visit: Visit, *, javascript: bool
) -> None:
    first = visit("sv", javascript=javascript).go("join/MEET24")
    first.find("input[name=voice][value=resident]").check()
    first.find("main form button").click()
    recovery = first.find("main .panel .big").inner_text()
    second = visit("fi", javascript=javascript).go("return")

    second.find("main [name=recovery]").fill(recovery.lower())
    second.find("main form button").click()
    second.page.wait_for_url("**/fi/workshops/meeting-place-niemi/board")

    assert second.find("#cards button.support").count() == 7


@WITH_AND_WITHOUT_JAVASCRIPT
def test_a_proposal_on_a_board_that_closed_is_given_back(
    visit: Visit, *, javascript: bool
) -> None:
    coordinator = visit(javascript=javascript).sign_in(staff.COORDINATOR)
    slug, code = staff.open_workshop(coordinator, "Closing while somebody writes")
    writer = visit(javascript=javascript).join(code, "resident")
    words = "A sentence that took a long evening to find and to write down"
    writer.find("#writing [name=suggestion]").fill(words)
    staff.set_phase(coordinator, slug, "vote")

    writer.find("#send").click()
    kept = writer.find("main textarea[name=suggestion], main input[name=suggestion]")
    writer.page.get_by_text("no longer gathers").wait_for()

    assert kept.input_value() == words
    assert writer.find("h1").count() == 1
    assert writer.find("main").count() == 1
