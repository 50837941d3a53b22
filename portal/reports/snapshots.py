"""How a phenomenon is written down whole, by named texts: `text/fi/title`. All three
languages are there always, so that what two people wrote can be joined."""

from typing import Any

from portal.i18n import LANGUAGES
from portal.reports.models import Phenomenon, PhenomenonText
from portal.upkeep.snapshots import Snapshot

WORDS = ("title", "summary")
ANSWER = ("answer", "action", "effect")
TEXTS = (*WORDS, *ANSWER)
NAMES = tuple(f"text/{code}/{name}" for code in LANGUAGES for name in TEXTS)
EMPTY: Snapshot = dict.fromkeys(NAMES, "")


def snapshot(phenomenon: Phenomenon) -> Snapshot:
    """One statement."""
    rows: Any = PhenomenonText.select().where(
        PhenomenonText.phenomenon == phenomenon.id
    )
    there = {
        f"text/{row.language}/{name}": str(getattr(row, name))
        for row in rows
        for name in TEXTS
    }
    return {**EMPTY, **there}


def write(phenomenon: Phenomenon, _before: Snapshot, after: Snapshot) -> None:
    PhenomenonText.delete().where(PhenomenonText.phenomenon == phenomenon.id).execute()
    for code in LANGUAGES:
        words = {name: after.get(f"text/{code}/{name}", "") for name in TEXTS}
        if any(words.values()):
            PhenomenonText.create(phenomenon=phenomenon.id, language=code, **words)
