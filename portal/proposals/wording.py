"""What a proposal says, and the state its words are in."""

from dataclasses import astuple, dataclass
from typing import Any, Self

from portal.screening.screen import tells_danger
from portal.web import tag


@dataclass(frozen=True)
class Wording:
    """The words of a proposal."""

    suggestion: str
    problem: str = ""
    helps: str = ""

    @classmethod
    def of(cls, row: Any) -> Self:
        return cls(row.suggestion, row.problem, row.helps)

    @property
    def tells_danger(self) -> bool:
        """Whether they tell that somebody is in danger now."""
        return tells_danger(*astuple(self))

    @property
    def state(self) -> str:
        """Another one for other words."""
        return tag(*astuple(self))
