"""How far each municipality has come in taking up what was selected."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from peewee import JOIN

from portal.agreement.queries.figures import Figure
from portal.db import tuples
from portal.directory.queries.areas import municipalities
from portal.directory.queries.names import in_language
from portal.pilots.models import TakeUp, TakeUpState, TakeUpText
from portal.pilots.queries.shelf import Shelved
from portal.practices.models import Practice
from portal.vocabulary.queries import Word, vocabulary


@dataclass(frozen=True)
class Place:
    """One municipality; no state is not known. `reasons` by language."""

    area: Word
    state: TakeUpState | None = None
    edition: int | None = None
    since: date | None = None
    reasons: dict[str, str] = field(default_factory=dict)

    def reason(self, language: str) -> tuple[str, str]:
        return in_language(self.reasons or {language: ""}, language)


@dataclass(frozen=True)
class RollOut:
    """`edition` is the newest of the practice that is taken up."""

    places: list[Place]
    edition: int | None

    @property
    def in_use(self) -> Figure:
        """Of all municipalities; one of which nothing is known is not in use."""
        used = sum(place.state is TakeUpState.IN_USE for place in self.places)
        return Figure(used, len(self.places))

    @property
    def unknown(self) -> int:
        return sum(place.state is None for place in self.places)

    @property
    def is_told(self) -> bool:
        return self.unknown < len(self.places)

    @property
    def is_everywhere(self) -> bool:
        return self.in_use.n > 0 and self.in_use.part == self.in_use.n

    def is_behind(self, place: Place) -> bool:
        """Whether it uses an older version than there is."""
        return bool(place.edition and self.edition and place.edition < self.edition)


def roll_out(pilot: Shelved) -> RollOut:
    """Two statements, one where no practice is tried."""
    known = places(pilot.id)
    areas = municipalities(vocabulary()).values()
    return RollOut(
        [known.get(area.id) or Place(area) for area in areas],
        newest_edition(pilot.practice),
    )


def newest_edition(practice: int | None) -> int | None:
    if practice is None:
        return None
    rows = tuples(Practice.select(Practice.edition).where(Practice.id == practice))
    return int(rows[0][0]) if rows else None


def places(pilot_id: int) -> dict[int, Place]:
    """What is known, by the id of the area. One statement."""
    words = vocabulary().words
    found: dict[int, Place] = {}
    reasons: dict[int, dict[str, str]] = defaultdict(dict)
    for area, state, edition, since, code, reason in tuples(
        TakeUp.select(
            TakeUp.area,
            TakeUp.state,
            TakeUp.practice_edition,
            TakeUp.since,
            TakeUpText.language,
            TakeUpText.reason,
        )
        .join(TakeUpText, JOIN.LEFT_OUTER)
        .where(TakeUp.pilot == pilot_id)
    ):
        if code:
            reasons[area][code] = reason
        found[area] = Place(words[area], state, edition, since, reasons[area])
    return found
