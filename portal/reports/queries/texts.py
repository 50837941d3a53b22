"""The words of phenomena, in the language of the page where they are written in it."""

from collections import defaultdict
from typing import Any

from portal.db import tuples
from portal.i18n import LANGUAGES
from portal.reports.models import PhenomenonText
from portal.upkeep.snapshots import Snapshot

Titles = dict[str, str]
"""By language."""


def titles(these: Any = True) -> dict[int, Titles]:  # noqa: FBT002
    """By phenomenon. One statement."""
    found: dict[int, Titles] = defaultdict(dict)
    for key, code, title_ in tuples(
        PhenomenonText.select(
            PhenomenonText.phenomenon, PhenomenonText.language, PhenomenonText.title
        ).where(these, PhenomenonText.title != "")
    ):
        found[key][code] = title_
    return dict(found)


def title(words: Titles, language: str) -> tuple[str, str] | None:
    """In this language, or in the first there is; and which that is."""
    for code in (language, *LANGUAGES):
        if words.get(code):
            return words[code], code
    return None


def words(snapshot: Snapshot, name: str, language: str) -> tuple[str, str] | None:
    """What stands under one name, likewise."""
    every = {code: snapshot.get(f"text/{code}/{name}", "") for code in LANGUAGES}
    return title(every, language)
