"""How the pilots of a thread went."""

from dataclasses import dataclass

from portal.pilots.figures import Figure
from portal.pilots.queries.results import results_of
from portal.pilots.queries.shelf import Shelved, ShelvedMeasure, shelf
from portal.vocabulary.queries import vocabulary

MOST_FIGURES = 3


@dataclass(frozen=True)
class Measured:
    """How a pilot went by one measure: the whole is of five people or more."""

    measure: ShelvedMeasure
    whole: Figure


@dataclass(frozen=True)
class Tried:
    pilot: Shelved
    areas: list[str]
    people: int
    measured: list[Measured]


def trials(ids: list[int], language: str) -> dict[int, Tried]:
    """What pilots measured. One statement, with their shelf warm."""
    if not ids:
        return {}
    words, pilots = vocabulary().words, shelf()
    found = {}
    for key, result in results_of([key for key in ids if key in pilots]).items():
        pilot = pilots[key]
        areas = dict.fromkeys(site.area for site in pilot.sites)
        measured = [
            Measured(one.measure, one.whole) for one in result.measures if one.whole
        ]
        found[key] = Tried(
            pilot,
            [words[area].labels[language] for area in areas],
            result.most,
            measured[:MOST_FIGURES],
        )
    return found
