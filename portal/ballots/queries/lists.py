"""The published list of the ballots of a closed poll."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from portal.ballots.models import Poll
from portal.ballots.tallies import Method

A_PAGE = 100


@dataclass(frozen=True)
class Published:
    """`ballots` are (receipt or nothing, choice); `receipts` are those that stand
    apart from the choices, since the ballots are few."""

    method: Method
    ballots: Sequence[tuple[str, Any]]
    receipts: frozenset[str]

    @property
    def apart(self) -> bool:
        return bool(self.receipts)

    def find(self, receipt: str) -> tuple[bool, Any]:
        """Whether this ballot was counted, and what it says where that is told."""
        for own, choice in self.ballots:
            if own == receipt:
                return True, choice
        return receipt in self.receipts, None


def published(poll: Poll) -> Published:
    held = json.loads(poll.ballots)
    return Published(
        poll.method,
        [(one.get("receipt", ""), one["choice"]) for one in held["ballots"]],
        frozenset(held["receipts"]),
    )


def brief(method: Method, choice: Any) -> str:
    """What a ballot says, by the numbers of the options."""
    match method:
        case Method.RANKING:
            return " > ".join(" = ".join(map(str, tier)) for tier in choice)
        case Method.APPROVAL | Method.BUDGET:
            return ", ".join(map(str, choice))
        case _:
            return ", ".join(f"{key}: {said}" for key, said in choice.items())


def by_option(method: Method, choice: Any) -> Mapping[int, str]:
    """What a ballot says of each option it names; nothing where naming says it all."""
    match method:
        case Method.RANKING:
            places = enumerate(choice, 1)
            return {option: str(place) for place, tier in places for option in tier}
        case Method.APPROVAL | Method.BUDGET:
            return dict.fromkeys(choice, "")
        case _:
            return {int(key): str(said) for key, said in choice.items()}
