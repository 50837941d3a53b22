"""What screening finds: of which sort, and where it stands."""

from dataclasses import dataclass
from enum import StrEnum


class Sort(StrEnum):
    """Where two overlap, the one that stands first here is kept."""

    IDENTITY_CODE = "identity-code"
    PHONE = "phone"
    EMAIL = "email"
    ADDRESS = "address"
    PLATE = "plate"
    NAMED_PERSON = "named-person"
    HEALTH = "health"
    INSULT = "insult"
    DANGER = "danger"


@dataclass(frozen=True)
class Finding:
    """`text[start:end]` of the field is what was found."""

    sort: Sort
    field: str
    start: int
    end: int
