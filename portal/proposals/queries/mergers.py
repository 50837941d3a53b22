"""Mergers: as those who run a workshop see them, and as an asked author does."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from peewee import Expression

from portal.accounts.models import Voice
from portal.db import now, rows
from portal.proposals.models import (
    Consent,
    Merger,
    MergerPart,
    MergerState,
    Proposal,
    State,
    Support,
)
from portal.proposals.queries.boards import Slip, slips_where
from portal.proposals.queries.proposals import PUBLIC
from portal.workshops.models import Participant, Way

TOLD = timedelta(days=14)
"""For how long an author's board says what came of a merger."""


@dataclass(frozen=True)
class Part:
    """One of the proposals that are to be one, and what its author says."""

    merger: int
    id: int
    suggestion: str
    problem: str
    helps: str
    language: str
    voice: Voice
    state: State
    author: int | None
    way: Way
    consent: Consent

    @property
    def is_shown(self) -> bool:
        """Whether others may read its words: not those that a moderator took off."""
        return self.state in PUBLIC | {State.WITHDRAWN}

    @property
    def may_be_unreachable(self) -> bool:
        return self.author is None or self.way is Way.PAPER


@dataclass(frozen=True)
class Found:
    """A merger with its parts. It is one's own when one wrote any of them."""

    merger: Merger
    parts: list[Part]
    me: int | None = None

    @property
    def own(self) -> list[Part]:
        return [part for part in self.parts if self.me and part.author == self.me]

    @property
    def mine(self) -> bool:
        return bool(self.own)

    @property
    def waiting(self) -> int:
        return sum(part.consent is Consent.ASKED for part in self.parts)


@dataclass(frozen=True)
class Became:
    """What a proposal is part of now."""

    id: int
    suggestion: str
    language: str


def on_board(workshop_id: int, numbers: Sequence[int]) -> list[Slip]:
    """These proposals, where they are on this board."""
    here = (Proposal.workshop == workshop_id) & (Proposal.state == State.PUBLISHED)
    return slips_where(None, here & Proposal.id.in_(list(numbers)))


def mergers(workshop_id: int) -> list[Found]:
    """Those of a workshop, newest first."""
    here = Merger.workshop == workshop_id
    found = list(Merger.select().where(here).order_by(Merger.id.desc()))
    return with_parts(found, None)


def merger(
    workshop_id: int, merger_id: int, me: Participant | None = None
) -> Found | None:
    this = (Merger.workshop == workshop_id) & (Merger.id == merger_id)
    found = list(Merger.select().where(this))
    return with_parts(found, me)[0] if found else None


def asked_of(workshop_id: int, me: Participant | None) -> list[Found]:
    """The mergers that somebody is asked about, and those settled of late."""
    if me is None:
        return []
    these = asked_about(workshop_id, me.id)
    return with_parts(list(Merger.select().where(these).order_by(Merger.id)), me)


def asked_about(workshop_id: int, me: int) -> Expression:
    own = (
        MergerPart.select(MergerPart.merger).join(Proposal).where(Proposal.author == me)
    )
    lately = (Merger.state == MergerState.ASKED) | (Merger.settled_at > now() - TOLD)
    return (Merger.workshop == workshop_id) & Merger.id.in_(own) & lately


def with_parts(found: Sequence[Merger], me: Participant | None) -> list[Found]:
    if not found:
        return []
    parts: dict[int, list[Part]] = defaultdict(list)
    query = (
        MergerPart.select(
            MergerPart.merger,
            Proposal.id,
            Proposal.suggestion,
            Proposal.problem,
            Proposal.helps,
            Proposal.language,
            Proposal.voice,
            Proposal.state,
            Proposal.author,
            Proposal.way,
            MergerPart.consent,
        )
        .join(Proposal)
        .where(MergerPart.merger.in_([row.id for row in found]))
        .order_by(Proposal.id)
    )
    for part in rows(query, Part):
        parts[part.merger].append(part)
    return [Found(row, parts[row.id], me.id if me else None) for row in found]


def origin(number: int) -> Found | None:
    """The merger that a proposal came of."""
    found = list(Merger.select().where(Merger.result == number))
    return with_parts(found, None)[0] if found else None


def part_of(proposal: Proposal) -> Became | None:
    """What a merged proposal is part of."""
    if proposal.merged_into is None:
        return None
    found = results(Proposal.id == proposal.merged_into)
    return found[0] if found else None


def became(workshop_id: int, me: Participant | None) -> list[Became]:
    """What the proposals that somebody supports have become, where they don't support
    that yet. Supports never move by themselves."""
    return results(merged_from_theirs(workshop_id, me.id)) if me else []


def merged_from_theirs(workshop_id: int, me: int) -> Expression:
    mine = Support.participant == me
    part = Proposal.alias()
    merged = (
        part.select(part.merged_into)
        .join(Support, on=(Support.proposal == part.id))
        .where(mine, part.workshop == workshop_id, part.state == State.MERGED)
    )
    supported = Support.select(Support.proposal).where(mine)
    published = Proposal.state == State.PUBLISHED
    return Proposal.id.in_(merged) & Proposal.id.not_in(supported) & published


def results(which: Expression) -> list[Became]:
    query = (
        Proposal.select(Proposal.id, Proposal.suggestion, Proposal.language)
        .where(which, Proposal.state == State.PUBLISHED)
        .order_by(Proposal.id)
    )
    return rows(query, Became)
