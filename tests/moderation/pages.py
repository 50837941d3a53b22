"""The queue, as a test reads it."""

from bs4 import BeautifulSoup

from portal.moderation.models import Case
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
    return [heading.text for heading in soup.select("article.card h2")]


def problems(page):
    soup = BeautifulSoup(page.data, "html.parser")
    return [link.text for link in soup.select(".error-summary a")]


def decisions():
    return [
        (row.decision, row.reason, row.note) for row in Case.select().order_by(Case.id)
    ]


def states():
    return [row.state for row in Proposal.select().order_by(Proposal.id)]
