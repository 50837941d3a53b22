"""Which rules of discussion hold where, and how they stood before."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path

from peewee import JOIN, fn

from portal.db import tuples
from portal.i18n import LANGUAGES
from portal.memory import remembered
from portal.moderation.models import RulesText, RulesVersion

RULES = "rules"
"""What changes with every version of any rules."""
HEADING = re.compile(r"^#+ +(.+)$", re.MULTILINE)
FOLDER = Path(__file__).parent.parent / "data"


@dataclass(frozen=True)
class Version:
    """The rules as they stood from a moment on, in Markdown by language. What is
    shown before any version is kept has no moment and the number 0."""

    number: int
    since: datetime | None
    texts: dict[str, str]

    def text(self, language: str) -> tuple[str, str]:
        """The rules in this language, else in another, and which that is."""
        spoken = language if language in self.texts else next(iter(self.texts))
        return self.texts[spoken], spoken


def rules_in_force(workshop: int | None) -> int | None:
    """The version that holds in a workshop: its own, else that of the whole site."""
    return rules_of([workshop])[workshop]


def rules_of(workshops: Iterable[int | None]) -> dict[int | None, int | None]:
    """The version that holds in each of these workshops. An own one without words is
    that a workshop has none any more."""
    wanted = set(workshops)
    own = RulesVersion.workshop.in_([one for one in wanted if one is not None])
    newest: dict[int | None, int | None] = {}
    for workshop, version, words in tuples(
        RulesVersion.select(
            RulesVersion.workshop, RulesVersion.id, fn.COUNT(RulesText.id)
        )
        .join(RulesText, JOIN.LEFT_OUTER)
        .where(own | RulesVersion.workshop.is_null())
        .group_by(RulesVersion.workshop, RulesVersion.id, RulesVersion.number)
        .order_by(RulesVersion.number)
    ):
        newest[workshop] = version if words else None
    return {one: newest.get(one) or newest.get(None) for one in wanted}


@remembered(RULES)
def in_force() -> dict[int | None, Version]:
    """The newest version of each workshop that has own rules, and of the whole site."""
    newest = RulesVersion.select(fn.MAX(RulesVersion.id)).group_by(
        RulesVersion.workshop
    )
    return {one: held[0] for one, held in _read(RulesVersion.id.in_(newest)).items()}


def site_rules() -> Version:
    return in_force().get(None) or as_delivered()


def own_rules(workshop: int | None) -> Version | None:
    """What holds in a workshop beside the rules of the whole site."""
    return None if workshop is None else in_force().get(workshop)


def versions(workshop: int | None = None) -> list[Version]:
    """All versions of a workshop's rules or of the whole site's, newest first."""
    of = RulesVersion.workshop == workshop
    found = _read(RulesVersion.workshop.is_null() if workshop is None else of)
    return found.get(workshop, [])


def _read(which: object) -> dict[int | None, list[Version]]:
    rows: dict[tuple[int | None, int, datetime], dict[str, str]] = defaultdict(dict)
    for workshop, number, since, language, body in tuples(
        RulesVersion.select(
            RulesVersion.workshop,
            RulesVersion.number,
            RulesVersion.made_at,
            RulesText.language,
            RulesText.body,
        )
        .join(RulesText)
        .where(which)
        .order_by(RulesVersion.number.desc(), RulesText.id)
    ):
        rows[workshop, number, since][language] = body
    found: dict[int | None, list[Version]] = defaultdict(list)
    for (workshop, number, since), texts in rows.items():
        found[workshop].append(Version(number, since, texts))
    return found


def without_headings(body: str) -> str:
    """Rules that stand inside something else: what were headings are strong words."""
    return HEADING.sub(r"**\1**", body)


@cache
def as_delivered() -> Version:
    """The rules that a new portal begins with."""
    texts = {}
    for language in LANGUAGES:
        written = (FOLDER / f"rules.{language}.md").read_text(encoding="utf-8")
        texts[language] = written.partition("\n")[2].strip()
    return Version(0, None, texts)
