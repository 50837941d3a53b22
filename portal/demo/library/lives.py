"""The steps of practices, who looks after them, and their versions so far."""

import json
from typing import Any

from portal.db import insert_all
from portal.demo.files import entries
from portal.demo.library.keys import noon, organisations
from portal.practices.models import (
    Practice,
    PracticeAuthor,
    PracticeVersion,
    Stage,
    StageChange,
)
from portal.practices.queries.snapshots import snapshot
from portal.upkeep.snapshots import Snapshot


def load(practices: dict[str, int]) -> None:
    codes = organisations()
    lives = entries("practice-lives.toml", "life")
    insert_all(
        PracticeAuthor,
        [
            {"practice": practices[life["practice"]], "organisation": codes[code]}
            for life in lives
            for code in life.get("authors", [])
        ],
    )
    insert_all(
        StageChange,
        [
            {
                "practice": practices[life["practice"]],
                "stage": Stage(stage),
                "changed_at": noon(day),
                "language": "".join(said[:1]),
                "note": "".join(said[1:]),
            }
            for life in lives
            for stage, day, *said in life["steps"]
        ],
    )
    stood = {row.slug: row for row in Practice.select()}
    insert_all(
        PracticeVersion,
        [row for life in lives for row in versions(life, stood[life["practice"]])],
    )
    for life in lives:
        stamp(life, stood[life["practice"]])


def versions(life: dict[str, Any], practice: Practice) -> list[dict[str, Any]]:
    """Earlier ones were as it is now, without some headings; the last is what is."""
    stands = snapshot(practice)
    earlier = life.get("version", [])
    last = {"on": practice.checked_on or life["steps"][-1][1]}
    return [
        {
            "practice": practice.id,
            "edition": number,
            "saved_at": noon(part["on"]),
            "note": part.get("note", ""),
            "language": part.get("language", ""),
            "snapshot": json.dumps(
                without(stands, part.get("without", [])), ensure_ascii=False
            ),
        }
        for number, part in enumerate([*earlier, last], 1)
    ]


def without(stands: Snapshot, headings: list[str]) -> Snapshot:
    return {
        name: "" if name.rpartition("/")[2] in headings else value
        for name, value in stands.items()
    }


def stamp(life: dict[str, Any], practice: Practice) -> None:
    """It was published with its first step, and has changed since."""
    began = noon(life["steps"][0][1])
    changed = noon(practice.checked_on or life["steps"][-1][1])
    Practice.update(
        edition=len(life.get("version", [])) + 1,
        published_at=began if practice.published_at else None,
        updated_at=max(began, changed),
    ).where(Practice.id == practice.id).execute()
