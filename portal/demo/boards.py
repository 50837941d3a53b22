"""Loading what came to the demo's boards on paper, what is pinned, and pictures."""

from typing import Any

from portal.accounts.models import User
from portal.demo.drawings import drawing
from portal.demo.files import entries
from portal.demo.workshops import by_key
from portal.facilitation.actions.cards import print_cards
from portal.proposals.actions.pins import set_pinned
from portal.proposals.models import Attachment, PaperCard, Proposal
from portal.workshops.models import Way, Workshop


def load() -> None:
    for entry in entries("boards.toml", "workshop"):
        workshop = Workshop.get(Workshop.slug == entry["slug"])
        proposals = by_key(workshop)
        numbers = print_cards(workshop, entry["printed"])
        clerk = User.get(User.email == entry["enters"])
        for key, place in entry["cards"].items():
            load_card(proposals[key], numbers[place - 1], clerk)
        for key in entry["pinned"]:
            set_pinned(proposals[key], wanted=True)
        for part in entry["picture"]:
            load_picture(proposals[part["proposal"]], part)


def load_card(proposal: Proposal, number: int, clerk: User) -> None:
    """It came on this card, so nobody's seat has written it."""
    Proposal.update(way=Way.PAPER, author=None, entered_by=clerk).where(
        Proposal.id == proposal.id
    ).execute()
    PaperCard.update(proposal=proposal.id).where(PaperCard.id == number).execute()


def load_picture(proposal: Proposal, part: dict[str, Any]) -> None:
    picture = drawing(part["drawing"])
    Attachment.create(
        proposal=proposal,
        picture=picture.content,
        width=picture.width,
        height=picture.height,
        description=part["description"],
    )
