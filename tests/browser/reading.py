"""The pages of moderators, and of those whose words they read, each with the way
there."""

from collections.abc import Callable

from tests.browser import staff
from tests.browser.people import Person
from tests.browser.proposing import CODE

REPORT = "flags?kind=proposal&item=1"

PUBLIC = {
    "report": REPORT,
    "moderation in figures": "about/moderation",
    "versions of the rules": "about/rules/versions",
}


def moderator(address: str) -> Callable[[Person], None]:
    def open_it(person: Person) -> None:
        person.sign_in(staff.MODERATOR).go(address)

    return open_it


def written(person: Person) -> str:
    """A proposal of one's own, by one who has an account too."""
    words = f"Sentence of {id(person)}"
    person.sign_in(staff.COORDINATOR).join(CODE, "resident").propose(words, "So it is.")
    return words


def case(person: Person) -> None:
    words = written(person)
    person.context.clear_cookies()
    person.sign_in(staff.MODERATOR)
    staff.case(person, words).locator("a.more").click()
    person.find("#thing").wait_for()


def case_errors(person: Person) -> None:
    case(person)
    person.find("form.panel button[value=return]").click()
    person.find("[role=alert]").wait_for()


def decided_case(person: Person) -> None:
    case(person)
    address = person.here
    person.find("form.panel button[value=publish]").click()
    person.find("#done").wait_for()
    person.go(address).find("#decided").wait_for()


def decided_by_another(person: Person) -> None:
    """Somebody else was first."""
    case(person)
    other = person.context.new_page()
    other.goto(person.page.url)
    other.locator("form.panel button[value=publish]").click()
    other.locator("#done").wait_for()
    other.close()
    person.find("form.panel button[value=publish]").click()
    person.find("h1[data-focus]").wait_for()


def texts(person: Person) -> None:
    words = written(person)
    with staff.as_moderator(person):
        staff.send_back(person, words, "unclear", "Which bus?")
    person.go("texts").find("main ol.rows a[href$='/appeal']").wait_for()


def appeal(person: Person) -> None:
    texts(person)
    person.find("main ol.rows a[href$='/appeal']").click()
    person.find("main [name=message]").wait_for()


def report_errors(person: Person) -> None:
    person.go(REPORT).find("main form button").click()
    person.find("[role=alert]").wait_for()


def report_followed(person: Person) -> None:
    person.go(REPORT).find("[name=reason]").first.check()
    person.find("main form button").click()
    person.find("main .panel .big").wait_for()


def rules_errors(person: Person) -> None:
    person.sign_in(staff.COORDINATOR).go("administration/rules")
    person.find("[name=body_sv]").fill("")
    person.find("main form button").click()
    person.find("[role=alert]").wait_for()


def moderation_errors(person: Person) -> None:
    person.sign_in(staff.MODERATOR).go("moderation")
    person.find("[data-return] summary").click()
    person.find("article button[value=return]").click()
    person.find("[role=alert]").wait_for()


KINDS: dict[str, Callable[[Person], None]] = {
    "moderation with an error": moderation_errors,
    "case": case,
    "case with an error": case_errors,
    "case that is decided": decided_case,
    "case decided by another": decided_by_another,
    "log of moderation": moderator("moderation/log"),
    "care for moderators": moderator("moderation/care"),
    "own texts": texts,
    "appeal": appeal,
    "report with an error": report_errors,
    "report followed": report_followed,
    "rules, changed, with an error": rules_errors,
}
