"""Statements, kept as Markdown files: one for each page and language."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from markupsafe import Markup

from portal.text import rendered

FOLDER = Path(__file__).parent / "statements"


@dataclass(frozen=True)
class Statement:
    title: str
    html: Markup


@cache
def statement(name: str, language: str) -> Statement:
    source = (FOLDER / f"{name}.{language}.md").read_text(encoding="utf-8")
    heading, _, body = source.partition("\n")
    return Statement(heading.removeprefix("# ").strip(), rendered(body))
