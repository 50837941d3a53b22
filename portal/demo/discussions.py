"""Loading what the demo's workshops have grouped, merged and said."""

from datetime import datetime, time
from itertools import count
from typing import Any

from portal.accounts.models import User, Voice
from portal.demo.files import entries
from portal.demo.workshops import by_key
from portal.moderation.models import Case, Decision
from portal.notices.recipients import participant_key
from portal.proposals.actions import ask_authors, make_cluster, set_consent
from portal.proposals.models import COMMENT, Comment, Proposal, Stance, State
from portal.proposals.wording import Wording
from portal.workshops.models import Participant, Workshop

_numbers = count(1)


def load(moderator: User) -> None:
    for entry in entries("discussions.toml", "workshop"):
        workshop = Workshop.get(Workshop.slug == entry["slug"])
        proposals = by_key(workshop)
        for part in entry.get("cluster", []):
            make_cluster(
                workshop,
                part["title"],
                language=part["language"],
                proposals=[proposals[key].id for key in part["proposals"]],
            )
        for part in entry.get("comment", []):
            load_comment(proposals[part["proposal"]], part, moderator)
        for part in entry.get("merger", []):
            load_merger(workshop, [proposals[key] for key in part["proposals"]], part)


def load_comment(
    proposal: Proposal,
    part: dict[str, Any],
    moderator: User,
    first: Comment | None = None,
) -> None:
    """A comment with its replies; a reply is published."""
    state = State(part.get("state", State.PUBLISHED))
    voice = Voice(part["voice"])
    written = datetime.combine(part["written"], time(12))
    here = (Participant.workshop == proposal.workshop) & (Participant.voice == voice)
    decided = state is not State.WAITING
    comment = Comment.create(
        proposal=proposal,
        replies_to=first,
        author=Participant.select().where(here).order_by(Participant.id.desc()).get(),
        voice=voice,
        stance=Stance(part["stance"]) if "stance" in part else None,
        language=part["language"],
        body=part["body"],
        state=state,
        submission=f"demo-comment-{proposal.id}-{next(_numbers)}",
        written_at=written,
        published_at=written if decided else None,
    )
    Case.create(
        kind=COMMENT,
        item_id=comment.id,
        language=comment.language,
        workshop=proposal.workshop,
        author=participant_key(comment.author.id),
        opened_at=written,
        decided_at=written if decided else None,
        decided_by=moderator if decided else None,
        decision=Decision.PUBLISH if decided else None,
    )
    for reply in part.get("reply", []):
        load_comment(proposal, reply, moderator, comment)


def load_merger(
    workshop: Workshop, parts: list[Proposal], part: dict[str, Any]
) -> None:
    """One to which every author has said yes."""
    merger = ask_authors(
        workshop,
        [proposal.id for proposal in parts],
        Wording(part["suggestion"], part["problem"], part["helps"]),
        language=part["language"],
        asked_by=None,
    )
    for author in dict.fromkeys(proposal.author for proposal in parts):
        set_consent(merger, Participant.get_by_id(author), wanted=True)
