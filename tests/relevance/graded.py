"""The graded questions, as they stand in the files."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from portal.i18n import LANGUAGES

FOLDER = Path(__file__).parent
NATIONAL = "gd:"
PARTS = ("queries", "strangers")
"""Files: the set that search was tuned with, and what others asked of it later."""
KINDS = (
    "title",
    "inflected",
    "compound",
    "misspelt",
    "everyday",
    "slang",
    "sentence",
    "other-language",
    "no-dots",
    "situation",
)


@dataclass(frozen=True)
class Query:
    """A question on the pages of a language. `grades` are by the slug of a service of
    the demo region, or `gd:` and the id of a national description."""

    language: str
    question: str
    kind: str
    page: str
    grades: dict[str, int]
    part: str


def queries() -> list[Query]:
    return [
        Query(
            code,
            entry["q"],
            entry["kind"],
            entry.get("page", code),
            entry["grades"],
            part,
        )
        for part in PARTS
        for code in LANGUAGES
        for entry in entries(part, code)
    ]


def entries(part: str, code: str) -> list[dict]:
    path = FOLDER / f"{part}-{code}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))["query"]
