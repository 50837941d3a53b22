"""Pages of what is seen in the work and of what came of it, each with the way there."""

from collections.abc import Callable

from tests.browser import staff
from tests.browser.inventories import NUMBER
from tests.browser.library import PARTNER, as_one, sent_empty
from tests.browser.people import Person

PHENOMENON = "phenomena/telling-it-again-and-again"
THREAD = "threads/do-not-make-me-tell-it-twice"

PUBLIC = {
    "what we see in the work": "reports",
    "phenomenon": PHENOMENON,
    "digests": "reports/digests",
    "threads": "threads",
    "threads, none": "threads?q=xqzwvk",
    "thread": THREAD,
    "thread, how it went": f"{THREAD}/effects",
    "what changed": "changes",
    "indicators": "indicators",
    "indicator by municipality": "indicators/uniformity",
}


def digest(person: Person) -> None:
    person.go("reports/digests").find("main .rows a").first.click()
    person.find("main table").first.wait_for()


def first_report(person: Person) -> None:
    as_one(staff.EDITOR, "reports/own")(person)
    person.find("main .rows a[href*='/reports/']").first.click()
    person.find("main ol.line").first.wait_for()


def reporting_errors(person: Person) -> None:
    """One who tells of a person, and of nothing else."""
    as_one(PARTNER, "reports/new")(person)
    person.find("[name=seen]").fill(f"Call {NUMBER}")
    person.find("#report .actions button").first.click()
    person.find(".error-summary").wait_for()


def effect_followed(person: Person) -> None:
    person.go(f"{THREAD}/effects").find("main form [name=body]").fill("It went well.")
    person.find("[name=pick_went]").first.check()
    person.find("[name=pick_voice]").first.check()
    person.find("main form button").last.click()
    person.page.wait_for_url("**/effects/*")


def coordinator(address: str) -> Callable[[Person], None]:
    return as_one(staff.COORDINATOR, address)


KINDS: dict[str, Callable[[Person], None]] = {
    "digest": digest,
    "report to write": as_one(PARTNER, "reports/new"),
    "report to write, with errors": reporting_errors,
    "own reports": as_one(staff.EDITOR, "reports/own"),
    "own report": first_report,
    "reports to gather": coordinator("reports/gathering"),
    "reports to gather, with errors": sent_empty(
        staff.COORDINATOR, "reports/gathering", "#results form button"
    ),
    "phenomena to answer": as_one(staff.EDITOR, "reports/asked"),
    "phenomenon of a coordinator": coordinator(PHENOMENON),
    "phenomenon, its reports": coordinator(f"{PHENOMENON}/reports"),
    "phenomenon, edited": coordinator(f"{PHENOMENON}/edition"),
    "phenomenon, answered": coordinator(f"{PHENOMENON}/answer"),
    "phenomenon, how far": coordinator(f"{PHENOMENON}/progress"),
    "phenomenon, versions": coordinator(f"{PHENOMENON}/versions"),
    "thread of an editor": coordinator(THREAD),
    "thread, edited": coordinator(f"{THREAD}/edition"),
    "thread, how it went, followed": effect_followed,
    "what a practice led to": coordinator("outcomes/practice/1?q=lanka"),
}
