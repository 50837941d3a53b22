"""Making one proposal of several whose authors agreed, and taking it apart again."""

from dataclasses import asdict

from portal.db import now
from portal.links.actions import join
from portal.links.queries import linked
from portal.moderation.actions import close_cases
from portal.proposals.actions.publishing import show_title
from portal.proposals.actions.reading import let_read
from portal.proposals.models import (
    KIND,
    Merger,
    MergerPart,
    Proposal,
    ProposalTheme,
    Rewording,
    State,
)
from portal.proposals.queries.drafts import LINKED
from portal.proposals.wording import Wording


def merge(merger: Merger) -> Proposal:
    """The new proposal, on the board. It is nobody's own; its parts and their supports
    stay where they are and lead to it."""
    parts = parts_of(merger)
    first = parts[0]
    result = Proposal.create(
        workshop=merger.workshop,
        voice=first.voice,
        language=merger.language,
        state=State.PUBLISHED,
        submission=f"merger-{merger.id}",
        cluster=first.cluster,
        pinned=any(part.pinned for part in parts),
        published_at=now(),
        **asdict(Wording.of(merger)),
    )
    ids = [part.id for part in parts]
    Proposal.update(state=State.MERGED, merged_into=result).where(
        Proposal.id.in_(ids)
    ).execute()
    bring_together(ids, result)
    for number in [*ids, result.id]:
        show_title(number)
    close_cases(KIND, ids)
    return result


def part_again(merger: Merger) -> None:
    """The parts are on the board as they were; what they became is off it."""
    parts = parts_of(merger)
    ids = [part.id for part in parts]
    these = Proposal.id.in_(ids)
    merged = these & (Proposal.state == State.MERGED)
    Proposal.update(state=State.PUBLISHED).where(merged).execute()
    Proposal.update(merged_into=None).where(these).execute()
    Proposal.update(state=State.WITHDRAWN).where(Proposal.id == merger.result).execute()
    waiting = Rewording.select().where(Rewording.proposal.in_(ids), ~Rewording.returned)
    new_words = {row.proposal: Wording.of(row) for row in waiting}
    for number in [*ids, merger.result]:
        show_title(number)
    for part in parts:
        if part.id in new_words:
            let_read(part, new_words[part.id])


def parts_of(merger: Merger) -> list[Proposal]:
    """In the order of their numbers."""
    held = MergerPart.select(MergerPart.proposal).where(MergerPart.merger == merger.id)
    return list(Proposal.select().where(Proposal.id.in_(held)).order_by(Proposal.id))


def bring_together(parts: list[int], result: Proposal) -> None:
    """The themes, services and practices of the parts are those of the result."""
    themes = ProposalTheme.select().where(ProposalTheme.proposal.in_(parts))
    for theme in sorted({row.theme for row in themes}):
        ProposalTheme.create(proposal=result, theme=theme)
    for number in parts:
        for kind, items in linked(KIND, number).items():
            for item_id in items if kind in LINKED else ():
                join(KIND, result.id, kind, item_id)
