"""What is written about one service."""

from dataclasses import dataclass
from random import Random
from typing import NamedTuple

from portal.demo.scale.stock import Activity, Stock, Subject, compound
from portal.i18n import LANGUAGES

# The last sentence, of at most 30 words, may go over what is enough.
FEWEST_WORDS, ENOUGH_WORDS, USUAL_WORDS = 54, 120, 80
LONGEST_SUMMARY = 150
FROM_DEMO = 0.55
WITH_PLACE = 0.4


class Told(NamedTuple):
    """A service in one language."""

    name: str
    summary: str
    audience: str
    situations: str
    description: str


@dataclass(frozen=True)
class Topic:
    subject: Subject
    activity: Activity
    theme: str
    with_place: bool


def topic(stock: Stock, chance: Random) -> Topic:
    subject = stock.subjects.one(chance)
    themes = [
        tag.removeprefix("theme:") for tag in subject.tags if tag.startswith("theme:")
    ]
    activity = stock.activities.one(chance)
    theme = chance.choice(themes) if themes else ""
    return Topic(subject, activity, theme, chance.random() < WITH_PLACE)


class Writer:
    """Writes of one service in one language until enough words are written."""

    def __init__(self, stock: Stock, language: str, about: Topic, seed: float) -> None:
        self.chance = chance = Random(seed)  # noqa: S311  words, not secrets
        self.about, self.count = about, 0
        kept = stock.sentences[language]
        self.sentences = kept.get(about.theme) or kept["home"]
        self.frames = chance.sample(frames := stock.frames[language], len(frames))
        subject, activity = stock.subjects, stock.activities
        self.words = {
            "one": compound(language, about.subject, about.activity),
            "other": compound(language, subject.one(chance), activity.one(chance)),
            "long": compound(
                language,
                subject.one(chance),
                activity.one(chance),
                activity.one(chance),
            ),
        }
        self.place = stock.place(language, chance)

    def name(self) -> str:
        name = self.words["one"]["Name"]
        with_place = self.about.with_place
        return self.counted(f"{name}, {self.place}" if with_place else name)

    def framed(self) -> str:
        text = self.frames.pop().format(place=self.place, **self.words)
        return self.counted(text[:LONGEST_SUMMARY])

    def sentence(self) -> str:
        if self.frames and self.chance.random() > FROM_DEMO:
            return self.framed()
        return self.counted(self.chance.choice(self.sentences))

    def counted(self, text: str) -> str:
        self.count += len(text.split())
        return text

    def told(self) -> Told:
        wanted = int(self.chance.triangular(FEWEST_WORDS, ENOUGH_WORDS, USUAL_WORDS))
        head = (self.name(), self.framed(), self.sentence())
        situations = "\n".join(f"- {self.sentence()}" for _ in range(2))
        body = [self.sentence()]
        while self.count < wanted:
            body.append(self.sentence())
        return Told(*head, situations, " ".join(body))


def told(stock: Stock, about: Topic, chance: Random) -> dict[str, Told]:
    """The service in every language, with words of its own in each."""
    return {
        language: Writer(stock, language, about, chance.random()).told()
        for language in LANGUAGES
    }
