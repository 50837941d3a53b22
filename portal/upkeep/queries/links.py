"""The addresses of the web that cards lead to."""

import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from portal.db import tuples
from portal.directory.models import (
    Channel,
    EasyText,
    Origin,
    Service,
    ServiceLaw,
    ServiceText,
)
from portal.upkeep.models import LinkCheck, LinkUse
from portal.upkeep.queries import elsewhere
from portal.upkeep.queries.elsewhere import LONGEST_URL, PROOF
from portal.upkeep.queries.scope import kept

IN_TEXT = re.compile(r"https?://[^\s<>\"')\]]+")
AFTER = ".,;:!?…"
TEXTS = (
    "description",
    "audience",
    "situations",
    "access",
    "cost",
    "criteria",
    "deadline",
    "processing_time",
    "validity",
    "promise",
)


@dataclass(frozen=True)
class Failing:
    """An address that failed more than once in a row, and a card that leads to it."""

    service_id: int
    url: str
    status: int
    problem: str
    failing_since: datetime


def in_use() -> dict[str, set[int]]:
    """Every address, with the cards of the region that lead to it; none, if only other
    rooms do. Four statements, and those of the other rooms."""
    found: dict[str, set[int]] = defaultdict(set)
    for model, columns in (
        (Channel, [Channel.contact]),
        (ServiceLaw, [ServiceLaw.url]),
        (ServiceText, [getattr(ServiceText, name) for name in TEXTS]),
        (EasyText, [EasyText.body]),
    ):
        for service_id, *texts in tuples(_of_region(model, columns)):
            for url in _addresses(" ".join(texts)):
                found[url].add(service_id)
    for url in elsewhere.addresses():
        found.setdefault(url, set())
    return found


def failing(
    mine: frozenset[int] | None = None, team: str = "", organisation: str = ""
) -> list[Failing]:
    """What fails again and again, the longest first. One statement."""
    query = (
        LinkUse.select(
            LinkUse.service,
            LinkCheck.url,
            LinkCheck.status,
            LinkCheck.problem,
            LinkCheck.failing_since,
        )
        .join(LinkCheck)
        .switch(LinkUse)
        .join(Service)
        .where(LinkCheck.failures >= PROOF, kept(mine, team, organisation))
        .order_by(LinkCheck.failing_since, LinkCheck.url, LinkUse.service)
    )
    return [Failing(*row) for row in tuples(query)]


def _of_region(model: Any, columns: list[Any]) -> Any:
    return (
        model.select(model.service, *columns)
        .join(Service)
        .where(Service.origin == Origin.REGION)
    )


def _addresses(text: str) -> set[str]:
    found = {url.rstrip(AFTER) for url in IN_TEXT.findall(text)}
    return {url for url in found if len(url) <= LONGEST_URL}
