"""Pages of inventories: for those who ask, for those who answer, for those who read."""

from collections.abc import Callable

from tests.browser import staff
from tests.browser.library import as_one, sent_empty
from tests.browser.people import Person

INVENTORY = "inventories/adult-social-work-in-the-municipalities"
NUMBER = "0401234567"

PUBLIC = {
    "inventories": "inventories",
    "inventory": INVENTORY,
    "inventory, snapshots": f"{INVENTORY}/snapshots",
    "inventory, on paper": f"{INVENTORY}/paper",
    "inventory, a municipality": f"{INVENTORY}/municipalities/niemi",
}


def first_in(address: str, selector: str) -> Callable[[Person], None]:
    def open_it(person: Person) -> None:
        as_one(staff.COORDINATOR, address)(person)
        with person.page.expect_navigation():
            person.find(selector).first.click()

    return open_it


def answer_link(coordinator: Person, slug: str) -> str:
    """The link of the first municipality that is asked."""
    coordinator.go(f"inventories/{slug}/respondents")
    coordinator.find("main tbody th a").first.click()
    written = coordinator.find("main section bdi").inner_text()
    return written.partition("/inventories/")[2]


def answering(person: Person) -> None:
    person.sign_in(staff.COORDINATOR)
    address = answer_link(person, INVENTORY.partition("/")[2])
    person.context.clear_cookies()
    person.go(f"inventories/{address}").find("main form textarea").first.wait_for()


def answering_errors(person: Person) -> None:
    answering(person)
    person.find("main form textarea").first.fill(f"Call {NUMBER}")
    person.find("main form button").last.click()
    person.find(".error-summary").wait_for()


KINDS: dict[str, Callable[[Person], None]] = {
    "inventory of a coordinator": as_one(staff.COORDINATOR, INVENTORY),
    "inventory, new": as_one(staff.COORDINATOR, "inventories/new"),
    "inventory, settings": as_one(staff.COORDINATOR, f"{INVENTORY}/settings"),
    "inventory, questions": as_one(staff.COORDINATOR, f"{INVENTORY}/questions"),
    "inventory, question with errors": sent_empty(
        staff.COORDINATOR, f"{INVENTORY}/questions", "main form button"
    ),
    "inventory, wording": first_in(
        f"{INVENTORY}/questions", "main a[href$='/wording']"
    ),
    "inventory, a question": first_in(INVENTORY, "main a[href*='/questions/']"),
    "inventory, a cell": first_in(INVENTORY, "main a[href*='/cells/']"),
    "inventory, who answers": as_one(staff.COORDINATOR, f"{INVENTORY}/respondents"),
    "inventory, one who answers": first_in(
        f"{INVENTORY}/respondents", "main tbody th a"
    ),
    "inventory, sheets": as_one(staff.COORDINATOR, f"{INVENTORY}/invitations"),
    "inventory, snapshot": first_in(
        f"{INVENTORY}/snapshots", "main a[href*='/snapshots/']"
    ),
    "inventory, what changed": as_one(staff.COORDINATOR, f"{INVENTORY}/changes"),
    "inventory, answering": answering,
    "inventory, answering with errors": answering_errors,
}
