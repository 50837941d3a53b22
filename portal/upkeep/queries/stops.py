"""The stops of a mobile service, as a snapshot tells them."""

from collections import defaultdict
from datetime import date
from typing import Any

from portal.directory.models import Service, Stop, StopException, StopText
from portal.i18n import LANGUAGES
from portal.upkeep.snapshots import YES, Snapshot
from portal.upkeep.timetables import WRITTEN_IN
from portal.upkeep.timetables.stops import chosen, different_lines, times_line
from portal.vocabulary.queries import vocabulary


def stops(service: Service) -> Snapshot:
    rows = list(
        Stop.select().where(Stop.service == service.id).order_by(Stop.first_on, Stop.id)
    )
    ids = [row.id for row in rows]
    texts: dict[int, dict[str, StopText]] = defaultdict(dict)
    for text in StopText.select().where(StopText.stop.in_(ids)):
        texts[text.stop][text.language] = text
    different: dict[int, dict[date, Any]] = defaultdict(dict)
    for told in StopException.select().where(StopException.stop.in_(ids)):
        times = None if told.opens is None else (told.opens, told.closes)
        different[told.stop][told.day] = times
    found: Snapshot = {}
    for row in rows:
        every, days = chosen(row.rule, row.first_on)
        told_of = {
            "area": vocabulary().words[row.area].code,
            "every": every,
            "days": " ".join(days),
            "first_on": row.first_on.isoformat(),
            "last_on": row.last_on.isoformat() if row.last_on else "",
            "times": times_line(row.opens, row.closes),
            "different": different_lines(different[row.id], WRITTEN_IN),
            "on_holidays": YES if row.on_holidays else "",
        }
        for language in LANGUAGES:
            words = texts[row.id].get(language)
            told_of[f"spot/{language}"] = words.spot if words else ""
            told_of[f"note/{language}"] = words.note if words else ""
        found |= {f"stop/{row.id}/{name}": value for name, value in told_of.items()}
    return found
