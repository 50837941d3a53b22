"""Pages of what is tried, chosen and reckoned, each with the way there."""

from collections.abc import Callable

from tests.browser import staff
from tests.browser.library import as_one, sent_empty
from tests.browser.people import Person

PILOT = "pilots/one-shared-plan-on-three-sites"
TRIED = "pilots/social-workers-at-health-centres"
SELECTION = "selections/remote-or-evening-2026"
STUDY = "cost-studies/long-term-unemployment"

PUBLIC = {
    "pilots": "pilots",
    "pilot": PILOT,
    "pilot that runs": TRIED,
    "pilot that was not selected": "pilots/evening-phone-hour",
    "pilot, sites compared": f"{PILOT}/comparison",
    "pilot, roll-out": f"{PILOT}/roll-out",
    "selections": "selections",
    "selection": SELECTION,
    "selection that is locked": "selections/what-goes-on-in-2027",
    "cost studies": "cost-studies",
    "cost study": STUDY,
    "cost study, own figures": f"{STUDY}/calculation",
}


def entry_link(coordinator: Person, pilot: str) -> str:
    """The link of the first place."""
    coordinator.go(f"{pilot}/sites")
    return coordinator.find("main input[readonly]").first.input_value()


def telling(person: Person) -> None:
    link = entry_link(person.sign_in(staff.COORDINATOR), PILOT)
    person.context.clear_cookies()
    person.page.goto(link)
    person.find("main form [name$=total]").first.wait_for()


def telling_errors(person: Person) -> None:
    telling(person)
    person.find("main form [name$=total]").first.fill("many")
    person.find("main form button").last.click()
    person.find(".error-summary").wait_for()


def coordinator(address: str) -> Callable[[Person], None]:
    return as_one(staff.COORDINATOR, address)


KINDS: dict[str, Callable[[Person], None]] = {
    "pilot of an editor": coordinator(PILOT),
    "pilot, new": coordinator("pilots/new"),
    "pilot, edited": coordinator(f"{PILOT}/edition"),
    "pilot, its text": coordinator(f"{PILOT}/edition/text/fi"),
    "pilot, its measures": coordinator(f"{PILOT}/edition/measures"),
    "pilot, its sites": coordinator(f"{PILOT}/edition/sites"),
    "pilot, letters to sites": coordinator(f"{PILOT}/sites"),
    "pilot, its state": coordinator(f"{TRIED}/state"),
    "pilot, roll-out, edited": coordinator(f"{PILOT}/roll-out"),
    "pilot, figures of a place": telling,
    "pilot, figures with errors": telling_errors,
    "selection, new": coordinator("selections/new"),
    "selection, scores": coordinator(f"{SELECTION}/scores"),
    "selection, decision": coordinator(f"{SELECTION}/decision"),
    "cost study, new, with errors": sent_empty(
        staff.COORDINATOR, "cost-studies/new", "main form button"
    ),
    "cost study, edited": coordinator(f"{STUDY}/edition"),
    "cost study, its scenarios": coordinator(f"{STUDY}/edition/scenarios"),
}
