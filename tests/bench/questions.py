"""The questions that search is asked at each size."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qsl

from portal.directory.queries.finding import Wish
from portal.vocabulary.models import Scheme

FILE = Path(__file__).parent / "questions.toml"
FACETS = "facets"


@dataclass(frozen=True)
class Asked:
    kind: str
    language: str
    wish: Wish


def questions() -> list[Asked]:
    return [
        Asked(kind, language, wish(kind, text))
        for kind, by_language in tomllib.loads(FILE.read_text("utf-8")).items()
        for language, texts in by_language.items()
        for text in texts
    ]


def wish(kind: str, text: str) -> Wish:
    if kind != FACETS:
        return Wish(text)
    return Wish(chosen={Scheme(name): (code,) for name, code in parse_qsl(text)})
