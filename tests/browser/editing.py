"""Pages of those who edit cards."""

from collections.abc import Callable

from tests.browser.keeping import CARD, SENSITIVE, editor, visitor
from tests.browser.people import Person

OTHER = "services/housing-guidance"


def text_errors(person: Person) -> None:
    editor(f"{CARD}/text/fi")(person)
    person.find("[name=name]").fill("")
    person.find("button[value=saved]").click()
    person.find(".error-summary").wait_for()


def hours_errors(person: Person) -> None:
    editor(f"{CARD}/hours")(person)
    person.find("[name=phone_hours]").fill("whenever")
    person.find("button[value=saved]").click()
    person.find(".error-summary").wait_for()


def preview(person: Person) -> None:
    editor(f"{CARD}/text/fi")(person)
    person.find("button[value=preview]").click()
    person.find("#preview-title").wait_for()


def merge(person: Person) -> None:
    """The same person in two tabs is two editors as well."""
    editor(f"{OTHER}/text/sv")(person)
    words = f"Words of {id(person)}"
    other = person.context.new_page()
    other.goto(person.page.url)
    other.locator("[name=lead]").fill(f"Other {words}")
    other.locator("button[value=saved]").click()
    other.wait_for_url("**/upkeep?**")
    other.close()
    person.find("[name=lead]").fill(words)
    person.find("button[value=saved]").click()
    person.find("[name=pick_asked]").wait_for(state="attached")


def compared(person: Person) -> None:
    merge(person)
    person.find("[name=pick_take-lead]").first.check()
    person.find("main form button").click()
    person.page.wait_for_url("**/upkeep?**")
    person.go(f"{OTHER}/versions").find("ol.line a").first.click()
    person.find(".changes").first.wait_for()


def several_checked(person: Person) -> None:
    editor("upkeep/services")(person)
    person.find("[name=service]").last.check()
    person.find("button[value=checked]").click()
    person.find("main [role=status]").first.wait_for()


def place_errors(person: Person) -> None:
    editor(f"{CARD}/places")(person)
    person.find("main fieldset a[href*='/places/']").first.click()
    person.find("[name=name_fi]").fill("")
    person.find("main form button").click()
    person.find(".error-summary").wait_for()


def lost_words(person: Person) -> None:
    """What an editor wrote is given back when their session is gone."""
    editor(f"{CARD}/text/en")(person)
    words = "A sentence that took a long evening to write down"
    person.find("[name=lead]").fill(words)
    person.context.clear_cookies()
    person.find("button[value=saved]").click()
    person.find("textarea").filter(has_text=words).wait_for()


KINDS: dict[str, Callable[[Person], None]] = {
    "services to keep": editor("upkeep/services"),
    "services to keep, some checked": several_checked,
    "new service": editor("services/new"),
    "overview of a service": editor(f"{CARD}/upkeep"),
    "overview of a sensitive service": editor(f"{SENSITIVE}/upkeep"),
    "text beside another": editor(f"{CARD}/text/sv?beside=fi"),
    "text with errors": text_errors,
    "easy text": editor(f"{CARD}/text/fi/easy"),
    "facts": editor(f"{CARD}/facts"),
    "channels": editor(f"{CARD}/channels"),
    "hours": editor(f"{CARD}/hours"),
    "hours with errors": hours_errors,
    "places of a service": editor(f"{CARD}/places"),
    "place with errors": place_errors,
    "preview": preview,
    "merge": merge,
    "versions": visitor(f"{CARD}/versions"),
    "versions compared": compared,
    "lost words": lost_words,
}
