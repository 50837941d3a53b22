"""What is agreed, before it is stored."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from portal.agreement.models import CardState, Decision
from portal.agreement.queries.written import FOUR
from portal.directory.models import Charge, Known, Team
from portal.upkeep.snapshots import Snapshot, as_date, is_yes
from portal.vocabulary.models import Scheme
from portal.vocabulary.queries import Word, vocabulary


@dataclass(frozen=True)
class Text:
    """A definition card in one language; Markdown where it is long."""

    name: str
    purpose: str = ""
    includes: str = ""
    excludes: str = ""
    criteria: str = ""
    steps: str = ""
    tier_reason: str = ""
    professionals: str = ""
    indicators: str = ""


@dataclass(frozen=True, kw_only=True)
class Facts:
    """What is agreed, and by whom. What is None is not agreed."""

    state: CardState = CardState.DRAFT
    tier: Word | None = None
    access: Word | None = None
    charge: Charge | None = None
    assessment: Known | None = None
    recorded: Known | None = None
    name_asked: Known | None = None
    told: Known | None = None
    responsible_worker: bool = False
    team: Team | None = None
    agreed_on: date | None = None
    review_on: date | None = None

    @classmethod
    def of(cls, told: Snapshot) -> "Facts":
        """From the texts of a form."""
        words, team = vocabulary(), told["team"]
        answers = {name: Known(told[name]) if told[name] else None for name in FOUR}
        return cls(
            state=CardState(told["state"]),
            tier=words.of(Scheme.TIER).get(told["tier"]),
            access=words.of(Scheme.ACCESS).get(told["access"]),
            charge=Charge(told["charge"]) if told["charge"] else None,
            **answers,
            responsible_worker=is_yes(told["responsible_worker"]),
            team=Team.get_or_none(Team.id == int(team)) if team else None,
            agreed_on=as_date(told["agreed_on"]),
            review_on=as_date(told["review_on"]),
        )

    @property
    def columns(self) -> dict[str, object]:
        return {
            **vars(self),
            "tier": self.tier and self.tier.id,
            "access": self.access and self.access.id,
        }


@dataclass(frozen=True)
class Ruling:
    """What is decided of a difference, why in each language, and until when."""

    state: Decision
    reasons: Mapping[str, str]
    until: date | None = None
