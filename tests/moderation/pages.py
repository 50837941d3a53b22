"""The queue, as a test reads it."""

from bs4 import BeautifulSoup

from portal.moderation.models import Case, LogEntry
from portal.proposals.models import Proposal, State
from tests.factories import make_proposal

HTMX = {
    "HX-Request": "true",
    "HX-Target": "div#queue",
    "HX-Request-Type": "partial",
}


def waiting(workshop, *words):
    """Proposals that wait, and the address at which each case is decided."""
    proposals = [
        make_proposal(workshop, text, state=State.WAITING) for text in words or [""]
    ]
    return [
        f"/en/moderation/{Case.get(Case.item_id == proposal.id).id}"
        for proposal in proposals
    ]


def cards(page):
    soup = BeautifulSoup(page.data, "html.parser")
    return [link.text for link in soup.select("#queue a[data-case]")]


def problems(page):
    soup = BeautifulSoup(page.data, "html.parser")
    return [link.text for link in soup.select(".error-summary a")]


def decisions():
    return [
        (row.decision, row.reason, row.note) for row in Case.select().order_by(Case.id)
    ]


def states():
    return [row.state for row in Proposal.select().order_by(Proposal.id)]


def case_of(thing, kind="proposal"):
    """The newest case of a thing."""
    these = (Case.item_id == thing.id) & (Case.kind == kind)
    return Case.select().where(these).order_by(Case.id.desc()).get()


def last_lines(count):
    """The events of the last lines of the log, with what they are about and who did
    it, oldest first."""
    found = LogEntry.select().order_by(LogEntry.number.desc()).limit(count)
    return [(row.event, row.case_id, row.reason, row.actor) for row in found][::-1]
