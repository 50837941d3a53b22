"""What a vote is about, and what a ballot can say."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

# What one voter says, as it comes out of JSON: its shape depends on the method.
#   approval, budget   [option, …]
#   dots, score        {option: number}
#   ranking            [[option, …], …], best first, those tied together
#   consent            {option: word of Consent}
Choice = Any


class Method(StrEnum):
    APPROVAL = "approval"
    DOTS = "dots"
    SCORE = "score"
    RANKING = "ranking"
    CONSENT = "consent"
    BUDGET = "budget"


class Consent(StrEnum):
    AGREE = "agree"
    AGREE_IF = "agree-if"
    CONCERN = "concern"
    OBJECT = "object"


@dataclass(frozen=True)
class Option:
    """What can be voted for. The cost is in whole euros."""

    id: int
    cost: int = 0
    withdrawn: bool = False


@dataclass(frozen=True)
class Settings:
    dots: int = 5
    most_dots: int = 3
    top_score: int = 5
    budget: int = 0


def standing(options: Sequence[Option]) -> list[Option]:
    return [option for option in options if not option.withdrawn]
