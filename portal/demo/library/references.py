"""What practices rest on."""

from itertools import count

from portal.db import insert_all
from portal.demo.files import entries
from portal.practices.models import PracticeReference


def load(practices: dict[str, int]) -> None:
    positions = count()
    insert_all(
        PracticeReference,
        [
            {
                "practice": practices[entry["practice"]],
                "title": entry["title"],
                "url": entry.get("url", ""),
                "year": entry["year"],
                "language": entry["language"],
                "position": next(positions),
            }
            for entry in entries("practice-references.toml", "reference")
        ],
    )
