"""The marks of practices: who set them, when and why."""

from typing import Any

from portal.db import insert_all
from portal.demo.files import entries
from portal.demo.library.keys import teams, texts
from portal.practices.models import Mark, MarkSort, MarkText, Practice


def load(practices: dict[str, int]) -> None:
    codes = teams()
    rows = {row.id: row for row in Practice.select()}
    for entry in entries("practice-marks.toml", "mark"):
        practice = rows[practices[entry["practice"]]]
        sort = MarkSort(entry["sort"])
        value, day = stands(practice, sort)
        set_on = entry.get("on", day)
        mark = Mark.create(
            practice=practice,
            sort=sort,
            value=entry.get("value", value),
            team=codes["development"],
            set_on=set_on,
        )
        insert_all(
            MarkText,
            [
                {"mark": mark.id, "language": code, "why": why}
                for code, why in texts(entry).items()
            ],
        )


def stands(practice: Practice, sort: MarkSort) -> tuple[Any, Any]:
    """The mark that the practice bears now, and since when."""
    if sort is MarkSort.EVIDENCE:
        return practice.evidence, practice.evidence_on
    return practice.lived, practice.lived_on
