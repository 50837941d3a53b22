"""What the common kinds of workshop start from: texts, ways and dates."""

import tomllib
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Any

from portal.workshops.actions import Settings, Text
from portal.workshops.forms.workshops import KEPT_DAYS, spread
from portal.workshops.models import Entry, Template

FILE = Path(__file__).parent / "data" / "templates.toml"


@cache
def read() -> dict[str, Any]:
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


def starting_point(template: Template) -> Settings:
    """Settings to change into one's own, beginning today."""
    kind, common = read()[template.value], read()["common"]
    texts = {
        code: Text(**{**common[code], **kind[code]}) for code in ("fi", "sv", "en")
    }
    timetable = spread(kind["days"])
    return Settings(
        texts=texts,
        timetable=timetable,
        entry=Entry(kind["entry"]),
        in_room="in_room" in kind["ways_in"],
        on_web="on_web" in kind["ways_in"],
        on_paper="on_paper" in kind["ways_in"],
        deletes_on=timetable.answer_until + timedelta(days=KEPT_DAYS),
    )
