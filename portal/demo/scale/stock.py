"""The words that services are put together from."""

import re
import tomllib
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from pathlib import Path
from random import Random
from typing import Any, TypeVar

from portal.demo.files import entries, in_languages
from portal.i18n import LANGUAGES

FILE = Path(__file__).parent / "stock.toml"
PARTS = ("description", "audience", "access", "cost", "situations")
END = re.compile(r"(?<=[.!?])\s+|\n+")
SHORTEST_SENTENCE, LONGEST_SENTENCE = 3, 30
VOWELS = "aeiouyäö"

Thing = TypeVar("Thing")


class Skewed:
    """Things of which the first is taken most often, by Zipf's law."""

    def __init__(self, things: Sequence[Any], steepness: float = 1.0) -> None:
        self.things = things
        places = range(1, len(things) + 1)
        self.weights = list(accumulate(1 / place**steepness for place in places))

    def one(self, chance: Random) -> Any:
        return chance.choices(self.things, cum_weights=self.weights)[0]


@dataclass(frozen=True)
class Subject:
    words: dict[str, str]
    tags: list[str]


@dataclass(frozen=True)
class Activity:
    """Its forms by language and case; `joints` begin a longer word."""

    forms: dict[str, dict[str, str]]
    joints: dict[str, str]


@dataclass(frozen=True)
class Stock:
    subjects: Skewed
    activities: Skewed
    frames: dict[str, list[str]]
    places: dict[str, list[list[str]]]
    sentences: dict[str, dict[str, list[str]]]
    """By language and by the code of a theme."""

    def place(self, language: str, chance: Random) -> str:
        first, last = self.places[language]
        return chance.choice(first) + chance.choice(last)


@dataclass(frozen=True)
class Compound:
    """A word grown together: as `word["into"]` in a case, `word["Into"]` to begin a
    sentence with."""

    opening: str
    forms: dict[str, str]

    def __getitem__(self, case: str) -> str:
        word = self.opening + self.forms[case.lower()]
        return word if case.islower() else word[0].upper() + word[1:]


def compound(
    language: str, subject: Subject, activity: Activity, middle: Activity | None = None
) -> Compound:
    opening = subject.words[language]
    if middle:
        opening = joined(language, opening, middle.joints[language])
    name = activity.forms[language]["name"]
    return Compound(
        joined(language, opening, name).removesuffix(name), activity.forms[language]
    )


def joined(language: str, first: str, second: str) -> str:
    """Finnish parts a vowel from a like one by a hyphen; English by a space."""
    if language == "en":
        return f"{first} {second}"
    alike = first[-1] == second[0] and first[-1] in VOWELS
    return f"{first}-{second}" if language == "fi" and alike else first + second


@cache
def stock() -> Stock:
    kept = tomllib.loads(FILE.read_text(encoding="utf-8"))
    subjects = [
        Subject(dict(zip(LANGUAGES, entry["words"], strict=True)), entry["tags"])
        for entry in kept["subject"]
    ]
    activities = [activity(entry, kept["cases"]) for entry in kept["activity"]]
    return Stock(
        Skewed(subjects),
        Skewed(activities, steepness=0.8),
        kept["sentences"],
        kept["places"],
        demo_sentences(),
    )


def activity(entry: dict[str, str], cases: dict[str, list[str]]) -> Activity:
    forms = {
        code: dict(
            zip(
                cases[code],
                entry[code].split("," if code == "en" else " "),
                strict=True,
            )
        )
        for code in LANGUAGES
    }
    swedish = forms["sv"]["name"]
    joint_of_swedish = swedish if swedish.endswith("s") else f"{swedish}s"
    return Activity(
        forms,
        {"fi": entry["joint"], "sv": joint_of_swedish, "en": forms["en"]["name"]},
    )


def demo_sentences() -> dict[str, dict[str, list[str]]]:
    """What the services of the demo region say, sentence by sentence."""
    found: dict[str, dict[str, list[str]]] = {
        code: defaultdict(list) for code in LANGUAGES
    }
    for entry in entries("services-*.toml", "service"):
        for code, texts in in_languages(entry).items():
            told = [texts.get(part, "") for part in PARTS]
            lines = [line for text in told for line in in_lines(text)]
            for theme in entry.get("themes", []):
                found[code][theme] += lines
    return found


def in_lines(text: str | list[str]) -> list[str]:
    lines = text if isinstance(text, list) else END.split(text)
    plain = [line.lstrip("- ").strip() for line in lines]
    return [
        line if line.endswith((".", "!", "?")) else f"{line}."
        for line in plain
        if SHORTEST_SENTENCE <= len(line.split()) <= LONGEST_SENTENCE
    ]
