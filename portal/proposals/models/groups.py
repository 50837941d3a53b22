"""Proposals put together: clusters on the board, and mergers their authors are asked
about."""

from enum import StrEnum

from peewee import CharField, DateTimeField, TextField
from playhouse.fields import EnumField

from portal.accounts.models import User
from portal.db import BaseModel, now, reference
from portal.proposals.models.proposals import Proposal
from portal.workshops.models import Workshop

MERGER = "merger"


class MergerState(StrEnum):
    ASKED = "asked"
    DONE = "done"
    DROPPED = "dropped"
    UNDONE = "undone"


class Merger(BaseModel):
    """Several proposals into one new one, once every author agrees. Supports stay
    where they are; supporters are told and choose for themselves."""

    workshop = reference(Workshop, on_delete="CASCADE", backref="mergers")
    result = reference(Proposal, null=True, on_delete="SET NULL", backref="mergers")
    state = EnumField(MergerState, max_length=10, default=MergerState.ASKED)
    language = CharField(max_length=2)
    suggestion = CharField(max_length=160)
    problem = TextField(default="")
    helps = CharField(max_length=200, default="")
    asked_by = reference(User, null=True, on_delete="SET NULL")
    asked_at = DateTimeField(default=now)
    settled_at = DateTimeField(null=True)


class Consent(StrEnum):
    """`unreachable` is set by a facilitator for an author who has left or wrote on
    paper, and is told in public."""

    ASKED = "asked"
    YES = "yes"
    NO = "no"
    UNREACHABLE = "unreachable"


class MergerPart(BaseModel):
    merger = reference(Merger, on_delete="CASCADE", backref="parts")
    proposal = reference(Proposal, on_delete="CASCADE", backref="merger_parts")
    consent = EnumField(Consent, max_length=12, default=Consent.ASKED)
    answered_at = DateTimeField(null=True)

    class Meta:
        indexes = ((("merger", "proposal"), True),)
