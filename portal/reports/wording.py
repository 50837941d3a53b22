"""The words of a report, which nobody reads in public."""

from dataclasses import dataclass, fields
from typing import Any, Self


@dataclass(frozen=True)
class ReportWords:
    seen: str
    consequence: str = ""
    tried: str = ""
    suggestion: str = ""
    addressee: str = ""

    @classmethod
    def of(cls, row: Any) -> Self:
        return cls(*(getattr(row, name) for name in WORDS))


WORDS = tuple(field.name for field in fields(ReportWords))
ERASED = dict.fromkeys(WORDS, "")
