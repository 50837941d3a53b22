"""The signed links by which those who are asked answer, without an account."""

from dataclasses import dataclass

from portal import signing
from portal.inventories.models import Respondent

PURPOSE = "verstas.inventories.answers"


@dataclass(frozen=True)
class AnswerLink:
    """Whose answers a link leads to, and which of their links it is. The area tells
    them apart from a later one that a database may give the same number."""

    respondent: int
    area: int
    edition: int


def signed(row: Respondent) -> str:
    return signing.sign(PURPOSE, row.id, row.area, row.link_edition)


def read(token: str) -> AnswerLink | None:
    """What a link leads to, or None if it is not one of ours."""
    parts = signing.read(PURPOSE, token)
    return AnswerLink(*parts) if parts else None
