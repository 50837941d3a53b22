"""An hour of two moderators at once, one in Finnish with keys and one in Swedish
without JavaScript, and of those whose words they read."""

from dataclasses import dataclass

import pytest
from playwright.sync_api import expect

from tests.browser import staff
from tests.browser.conftest import Command, Visit
from tests.browser.moderating import Desk
from tests.browser.people import Person
from tests.browser.writing import comment, join, proposals, report, write

pytestmark = pytest.mark.browser

TITLE = "Moderaattorin tunti"
ORDINARY = "Kahvia heti kun ovi aukeaa"
NUMBER = "040 123 4567"
REWORDED = "Aukioloajat tekstiviestinä"
NAME = "Anna Lindström"
NAMING = f"Min granne {NAME} får vänta för länge"
PLAIN = "Telefontid också på svenska"
DANGER = "He hits me every night and I am afraid to go home"
COMMENT = "Hyvä, jos se toimii myös lauantaisin"
NOTE = "Tanken är bra. Den klarar sig utan namnet."
WORDS = "Hon har bett mig skriva hennes namn."
QUESTION = "Soitanko päivystykseen?"
CALLED = "We have called the emergency social services."
HELP = ".is-danger a[href='tel:112']"


@dataclass
class Hour:
    """Who writes, who reads, and the proposals with danger, a name and neither."""

    visit: Visit
    coordinator: Person
    slug: str
    author: Person
    afraid: Person
    recovery: str
    one: Desk
    other: Desk
    danger: int
    naming: int
    plain: int


def words_come_in(visit: Visit) -> Hour:
    coordinator = visit("fi").sign_in(staff.COORDINATOR)
    slug, code = staff.open_workshop(coordinator, TITLE)
    author = visit("fi").join(code, "expert").propose(ORDINARY)
    assert NUMBER in write(author, f"{REWORDED}, kysy {NUMBER}")
    author.propose(REWORDED)
    without_mail = visit("sv", javascript=False)
    recovery = join(without_mail, code)
    assert NAME in write(without_mail, NAMING)
    without_mail.find("#asks_reader").check()
    without_mail.find("#send").click()
    naming = proposals(without_mail)[NAMING]
    plain = proposals(without_mail.propose(PLAIN))[PLAIN]
    afraid = visit("en").join(code, "resident").propose(DANGER)
    expect(afraid.find(f"#writing {HELP}")).to_be_visible()
    one = visit("fi", width=1280).sign_in(staff.MODERATOR)
    other = visit("sv", javascript=False).sign_in(staff.READER)
    return Hour(
        visit=visit,
        coordinator=coordinator,
        slug=slug,
        author=author,
        afraid=afraid,
        recovery=recovery,
        one=Desk(one, TITLE),
        other=Desk(other, TITLE),
        danger=proposals(afraid)[DANGER],
        naming=naming,
        plain=plain,
    )


def danger_is_read_first(hour: Hour) -> None:
    one, other, danger = hour.one.look(), hour.other, f"{hour.danger}"
    expect(one.find("#open-heading")).to_contain_text(danger)
    expect(one.find(".queue > li").first.locator(".badge.is-wait")).to_have_count(2)
    one.find("#claim[value='1']").click()
    one.find("#claim[value='0']").wait_for()
    other.open(danger)
    expect(other.row(danger).locator(".badge.is-plain")).to_be_visible()
    expect(other.decisions).to_have_count(0)

    one.open_page(danger).ask(QUESTION)
    expect(one.open(danger).decisions).to_have_count(0)
    other.open_page(danger)
    expect(other.find("main .notice", QUESTION)).to_be_visible()
    other.decide("hide", "recognisable", CALLED)

    hour.afraid.go("texts")
    expect(hour.afraid.find(f"main {HELP}")).to_be_visible()
    expect(hour.afraid.find(f"#proposal-{danger} .held")).to_contain_text(CALLED)
    expect(hour.afraid.go("notices").find("main ol.rows > li")).to_have_count(1)


def the_later_is_told(hour: Hour) -> None:
    hour.other.open(ORDINARY)
    hour.one.open(ORDINARY).press("p")
    hour.one.find("[data-undo]").wait_for()
    hour.other.decisions.first.click()

    expect(hour.other.find("h1[data-focus]")).to_be_visible()
    expect(hour.other.find("main .rows h2")).to_have_text(ORDINARY)


def several_are_published(hour: Hour) -> None:
    """What the other has gone on to can't be chosen until it is given back."""
    other = hour.other.look()
    expect(other.row(REWORDED).locator("[type=checkbox]")).to_have_count(0)
    hour.one.find("#claim[value='0']").click()
    hour.one.find("#claim[value='1']").wait_for()

    other.look()
    for words in (REWORDED, PLAIN):
        other.row(words).locator("[type=checkbox]").check()
    other.find("#several button[value=publish]").click()

    expect(other.find("#done [name=pick_case]")).to_have_count(2)


def sent_back_and_appealed(hour: Hour) -> None:
    """By somebody without e-mail, who comes back on another device."""
    one, other, again = hour.one, hour.other, hour.visit("sv", javascript=False)
    one.open_page(f"{hour.naming}").find("[name=pick_passage]").nth(1).check()
    one.decide("return", "names-a-person", NOTE)
    again.come_back(hour.recovery).go("texts")
    own = again.find(f"#proposal-{hour.naming}")
    expect(own.locator("q")).to_have_text(NAME)
    expect(own.locator(".held")).to_contain_text(NOTE)
    own.locator("a[href$='/appeal']").click()
    again.find("main [name=message]").fill(WORDS)
    again.find("main form button").click()
    expect(own.locator("form")).to_have_count(0)

    expect(one.open(NAMING).decisions).to_have_count(0)
    other.open(NAMING)
    expect(other.find("#open .held")).to_contain_text(WORDS)
    other.decisions.first.click()
    other.find("#done").wait_for()

    again.go("texts")
    expect(own.locator(".badge.is-open")).to_be_visible()


def reported_hidden_and_undone(hour: Hour) -> None:
    one, reader = hour.one, hour.visit("en", javascript=False)
    discussion = reader.find("#discussion", COMMENT)
    staff.set_phase(hour.coordinator, hour.slug, "discuss")
    comment(hour.author, hour.plain, COMMENT)
    hour.other.open(COMMENT).decisions.first.click()
    hour.other.find("#done").wait_for()
    followed = report(reader, hour.plain, "insulting")
    one.open(COMMENT).press("r")
    one.find("#open [name=reason][value=insulting]").check()
    one.find("#open button[value=hide]").click()
    one.find("[data-undo]").wait_for()
    reader.go(f"proposals/{hour.plain}")
    expect(discussion).to_have_count(0)

    one.press("u")
    expect(one.find("#open-heading:focus")).to_have_text(COMMENT)
    expect(one.find("#open [value=insulting]")).to_be_checked()
    reader.go(f"proposals/{hour.plain}")
    expect(discussion).to_have_count(1)

    one.open_page(COMMENT).block("insulting")
    one.decide("hide", "insulting")
    reader.go(followed)
    expect(reader.find("main .lead", "not shown any more")).to_be_visible()
    hour.author.go("texts")
    expect(hour.author.find("[id^=block-] form")).to_be_visible()


def test_a_moderators_hour(visit: Visit, flask: Command) -> None:
    hour = words_come_in(visit)
    danger_is_read_first(hour)
    the_later_is_told(hour)
    several_are_published(hour)
    sent_back_and_appealed(hour)
    reported_hidden_and_undone(hour)

    assert "The log holds" in flask("moderation", "verify")
