"""The pages on what is agreed, each with the way there."""

from collections.abc import Callable

from tests.browser import staff
from tests.browser.people import Person

CARD = "definition-cards/social-guidance"
DIFFERENCE = f"{CARD}/deviations?service=social-guidance-niemi&field=recorded"

PUBLIC = {
    "the whole picture": "overview",
    "definition cards": "definition-cards",
    "definition card": CARD,
    "differences": "deviations",
    "differences, none": "deviations?state=agrees",
    "tier board": "tiers",
    "balance": "balance",
    "coverage": "coverage",
    "coverage narrowed": "coverage?language=ru&channel=chat",
    "responsible worker": "rollouts",
}


def coordinator(address: str) -> Callable[[Person], None]:
    def open_it(person: Person) -> None:
        person.sign_in(staff.COORDINATOR).go(address)

    return open_it


def deviation_errors(person: Person) -> None:
    coordinator(DIFFERENCE)(person)
    person.find("[name=state][value=accepted]").check()
    person.find("[name=accepted_until]").fill("")
    person.find("main form button").click()
    person.find("[role=alert]").wait_for()


KINDS: dict[str, Callable[[Person], None]] = {
    "definition card, edited": coordinator(CARD),
    "definition card, new": coordinator("definition-cards/new"),
    "definition card, its text": coordinator(f"{CARD}/text/sv"),
    "definition card, what is agreed": coordinator(f"{CARD}/facts"),
    "definition card, its services": coordinator(f"{CARD}/services?q=a"),
    "difference": coordinator(DIFFERENCE),
    "difference with an error": deviation_errors,
    "responsible worker, edited": coordinator(
        "rollouts?card=social-guidance&area=niemi"
    ),
}
