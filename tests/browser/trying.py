"""Pages of what is tried, chosen and reckoned, each with the way there."""

from collections.abc import Callable

from itsdangerous import URLSafeSerializer

from portal.pilots.entry_links import PURPOSE
from tests.browser import staff
from tests.browser.library import as_one, sent_empty
from tests.browser.people import Person

PILOT, RUNNING = "pilots/one-shared-plan-on-three-sites", "pilots/remote-reception"
SELECTION, SCORED = "selections/one-shared-plan-2026", "selections/what-goes-on-in-2027"
STUDY = "cost-studies/long-term-unemployment"

PUBLIC = {
    "pilots": "pilots",
    "pilots, none": "pilots?q=xqzwvk",
    "pilot": PILOT,
    "pilot that runs": "pilots/social-workers-at-health-centres",
    "pilot that was not selected": "pilots/evening-phone-hour",
    "pilot, sites compared": f"{PILOT}/comparison",
    "pilot, roll-out": f"{PILOT}/roll-out",
    "pilot, versions": f"{PILOT}/versions",
    "selections": "selections",
    "selection": SELECTION,
    "cost studies": "cost-studies",
    "cost study": STUDY,
    "cost study, own figures": f"{STUDY}/calculation",
    "cost study, versions": f"{STUDY}/versions",
}


def entry_link(site: int, pilot: int, edition: int) -> str:
    """The address in the letter that asks how it goes."""
    signer = URLSafeSerializer("a key for tests only", salt=PURPOSE)
    return f"pilots/entries/{signer.dumps([site, pilot, edition])}"


def coordinator(address: str) -> Callable[[Person], None]:
    return as_one(staff.COORDINATOR, address)


KINDS: dict[str, Callable[[Person], None]] = {
    "pilot of an editor": coordinator(PILOT),
    "pilot, new": coordinator("pilots/new"),
    "pilot, edited": coordinator(f"{PILOT}/edition"),
    "pilot, its text": coordinator(f"{PILOT}/edition/text/fi"),
    "pilot, its facts": coordinator(f"{PILOT}/edition/facts"),
    "pilot, its measures": coordinator(f"{PILOT}/edition/measures"),
    "pilot, its sites": coordinator(f"{PILOT}/edition/sites"),
    "pilot, letters to sites": coordinator(f"{PILOT}/sites"),
    "pilot, its state": coordinator(f"{RUNNING}/state"),
    "pilot, roll-out, edited": coordinator(f"{PILOT}/roll-out"),
    "selection, new": coordinator("selections/new"),
    "selection, criteria": coordinator(f"{SCORED}/criteria"),
    "selection, scores": coordinator(f"{SCORED}/scores"),
    "selection, decision": coordinator(f"{SELECTION}/decision"),
    "cost study, new": coordinator("cost-studies/new"),
    "cost study, new, with errors": sent_empty(
        staff.COORDINATOR, "cost-studies/new", "main form button"
    ),
    "cost study, edited": coordinator(f"{STUDY}/edition"),
    "cost study, its text": coordinator(f"{STUDY}/edition/text/fi"),
    "cost study, its scenarios": coordinator(f"{STUDY}/edition/scenarios"),
    "cost study, order of lines": coordinator(f"{STUDY}/edition/order"),
    "cost study, links": coordinator(f"{STUDY}/links"),
}
