"""Pages of groups and of questions that practice asks, each with the way there."""

from collections.abc import Callable

from tests.browser import staff
from tests.browser.library import as_one, sent_empty
from tests.browser.people import Person

GROUP = "groups/adult-social-services-network"
QUESTION = "open-questions/does-one-plan-save-time"

PUBLIC = {
    "groups": "groups",
    "group": GROUP,
    "group that is closed": "groups/night-services-network",
    "group, meetings": f"{GROUP}/meetings",
    "decisions of groups": "groups/decisions",
    "open questions": "open-questions",
    "open question": QUESTION,
}


def coordinator(address: str) -> Callable[[Person], None]:
    return as_one(staff.COORDINATOR, address)


def first_in(address: str, selector: str) -> Callable[[Person], None]:
    def open_it(person: Person) -> None:
        coordinator(address)(person)
        with person.page.expect_navigation():
            person.find(selector).first.click()

    return open_it


KINDS: dict[str, Callable[[Person], None]] = {
    "group of a coordinator": coordinator(GROUP),
    "group, new": coordinator("groups/new"),
    "group, edited": coordinator(f"{GROUP}/edition"),
    "group, members": coordinator(f"{GROUP}/members"),
    "group, links": coordinator(f"{GROUP}/links"),
    "group, meeting": first_in(f"{GROUP}/meetings", "main a[href*='/meetings/']"),
    "group, new meeting": coordinator(f"{GROUP}/meetings/new"),
    "group, decision": first_in(f"{GROUP}/decisions", "main a[href*='/decisions/']"),
    "group, new decision": coordinator(f"{GROUP}/decisions/new"),
    "open question of a keeper": coordinator(QUESTION),
    "open question, new, with errors": sent_empty(
        staff.COORDINATOR, "open-questions/new", "main form button"
    ),
    "open question, edited": coordinator(f"{QUESTION}/edition"),
    "open question, claimed": coordinator(f"{QUESTION}/claims"),
    "open question, its state": coordinator(f"{QUESTION}/state"),
}
