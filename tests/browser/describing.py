"""Pages of those who describe practices and keep materials, each with the way there."""

from collections.abc import Callable

from tests.browser import staff
from tests.browser.library import WORKER, as_one, sent_empty
from tests.browser.people import Person

EDITION, DRAFT = f"{WORKER}/edition", "practices/letters-opened-together"
MATERIAL = "materials/initial-assessment-form-2016"


def begin(person: Person, name: str, lead: str, problem: str) -> str:
    """A new practice with three fields; its slug."""
    person.go("practices/kept").find("main a[href$='/practices/new']").click()
    for field, words in (("name", name), ("lead", lead), ("problem", problem)):
        person.find(f"[name={field}]").fill(words)
    if person.find("[name=pick_organisation]").input_value() == "":
        person.find("[name=pick_organisation]").select_option(index=1)
    person.find("main form button").click()
    person.page.wait_for_url("**/edition?**")
    return person.here.split("/")[1]


def text_errors(person: Person) -> None:
    as_one(staff.EDITOR, f"{EDITION}/text/fi")(person)
    person.find("[name=name]").fill("")
    person.find("button[value=saved]").click()
    person.find(".error-summary").wait_for()


def unsaved_preview(person: Person) -> None:
    as_one(staff.EDITOR, f"{EDITION}/text/sv")(person)
    person.find("button[value=preview]").click()
    person.find("#preview-title").wait_for()


def meeting(person: Person) -> None:
    """The same person in two tabs is two editors as well."""
    as_one(staff.EDITOR, f"{DRAFT}/edition/text/fi")(person)
    words = f"Words of {id(person)}"
    other = person.context.new_page()
    other.goto(person.page.url)
    other.locator("[name=lead]").fill(f"Other {words}")
    other.locator("button[value=saved]").click()
    other.wait_for_url("**/edition?**")
    other.close()
    person.find("[name=lead]").fill(words)
    person.find("button[value=saved]").click()
    person.find("[name=pick_asked]").first.wait_for(state="attached")


def compared(person: Person) -> None:
    as_one(staff.EDITOR, f"{WORKER}/versions")(person)
    person.find("ol.line a").first.click()
    person.find(".changes").first.wait_for()


def stage_errors(person: Person) -> None:
    as_one(staff.EDITOR, f"{DRAFT}/stage")(person)
    person.find("[name=pick_stage][value=spread]").check()
    person.find("main form button").first.click()
    person.find(".error-summary").wait_for()


KINDS: dict[str, Callable[[Person], None]] = {
    "practices to keep": as_one(staff.EDITOR, "practices/kept"),
    "practice, new": as_one(staff.EDITOR, "practices/new"),
    "practice, overview": as_one(staff.EDITOR, EDITION),
    "practice, its text": as_one(staff.EDITOR, f"{EDITION}/text/sv?beside=fi"),
    "practice, its text with errors": text_errors,
    "practice, who looks after it": as_one(staff.EDITOR, f"{EDITION}/authors"),
    "practice, references": as_one(staff.EDITOR, f"{EDITION}/references"),
    "practice, preview": as_one(staff.EDITOR, f"{DRAFT}/preview"),
    "practice, unsaved preview": unsaved_preview,
    "practice, merge": meeting,
    "practice, versions compared": compared,
    "practice, stage": as_one(staff.EDITOR, f"{WORKER}/stage"),
    "practice, stage with an error": stage_errors,
    "practice, files": as_one(staff.EDITOR, f"{WORKER}/files"),
    "practice, files with an error": sent_empty(
        staff.EDITOR, f"{WORKER}/files", "main form button"
    ),
    "practice, links": as_one(staff.EDITOR, f"{WORKER}/links?q=a"),
    "library as one file": as_one(staff.COORDINATOR, "practices/library"),
    "material, new": as_one(staff.COORDINATOR, "materials/new"),
    "material, its facts": as_one(staff.COORDINATOR, f"{MATERIAL}/edition"),
    "material, its practices": as_one(staff.COORDINATOR, f"{MATERIAL}/practices?q=a"),
}
