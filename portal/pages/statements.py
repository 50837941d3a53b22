"""Statements, kept as Markdown files: one for each page and language."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from markupsafe import Markup

from portal.facts import filled
from portal.text import rendered

FOLDER = Path(__file__).parent / "statements"


@dataclass(frozen=True)
class Statement:
    title: str
    html: Markup


def statement(name: str, language: str) -> Statement:
    """The statement with the facts of this portal filled in."""
    first, *rest = filled(source(name, language), language).splitlines()
    return Statement(first.removeprefix("# ").strip(), rendered("\n".join(rest)))


@cache
def source(name: str, language: str) -> str:
    return (FOLDER / f"{name}.{language}.md").read_text(encoding="utf-8")
