"""Loading what was counted in earlier months."""

from itertools import repeat

from portal.db import insert_all, today
from portal.demo.files import entries
from portal.directory.reviews import months_after
from portal.indicators.actions.taking import take
from portal.indicators.models import IndicatorSnapshot


def load() -> None:
    first = today().replace(day=1)
    for entry in entries("indicators.toml", "indicator"):
        values = entry["value"]
        insert_all(
            IndicatorSnapshot,
            [
                {
                    "code": entry["code"],
                    "part": entry.get("part", ""),
                    "taken_on": months_after(first, back - len(values)),
                    "value": value,
                    "n": n,
                }
                for back, (value, n) in enumerate(
                    zip(values, entry.get("n", repeat(None)), strict=False)
                )
            ],
        )
    take()
