"""Statements, kept as Markdown files: one for each page and language."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from flask import current_app
from markupsafe import Markup

from portal.text import rendered

FACT = re.compile(r"\{(\w+)\}")
FOLDER = Path(__file__).parent / "statements"


@dataclass(frozen=True)
class Statement:
    title: str
    html: Markup


def statement(name: str, language: str) -> Statement:
    """The statement with the facts of this portal filled in. A line that needs a
    fact nobody has set is left out."""
    lines = source(name, language).splitlines()
    known = facts(language)
    kept = [
        line.format(**known)
        for line in lines
        if all(known[fact] for fact in FACT.findall(line))
    ]
    title = kept[0].removeprefix("# ").strip()
    return Statement(title, rendered("\n".join(kept[1:])))


@cache
def source(name: str, language: str) -> str:
    return (FOLDER / f"{name}.{language}.md").read_text(encoding="utf-8")


def facts(language: str) -> dict[str, str]:
    config = current_app.config
    return {
        "region": config[f"REGION_{language.upper()}"],
        "guidance": telephone_link(config["GUIDANCE_PHONE"]),
        "emergency": telephone_link(config["EMERGENCY_PHONE"]),
        "feedback_days": str(config["FEEDBACK_DAYS"]),
        "email": link(f"mailto:{config['CONTACT_EMAIL']}", config["CONTACT_EMAIL"]),
    }


def telephone_link(number: str) -> str:
    return link(f"tel:{number.replace(' ', '')}", number)


def link(address: str, name: str) -> str:
    return f"[{name}]({address})" if name else ""
