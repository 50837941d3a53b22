"""Writing the stops of a mobile service."""

from typing import Any

from portal.directory.models import Service, Stop, StopException, StopText
from portal.i18n import LANGUAGES
from portal.upkeep.snapshots import as_date, is_yes
from portal.upkeep.timetables.stops import different_days, rule_of, times
from portal.vocabulary.models import Scheme
from portal.vocabulary.queries import vocabulary


def write_stop(service: Service, key: str, new: dict[str, str]) -> None:
    """Bring the stop with this id to what it is to be: new, changed or gone."""
    known = Stop.service == service.id, Stop.id == (key if key.isdigit() else 0)
    if not new:
        Stop.delete().where(*known).execute()
        return
    opens, closes = times(new["times"])
    values: dict[str, Any] = {
        "area": vocabulary().of(Scheme.AREA)[new["area"]].id,
        "rule": rule_of(new["every"], new["days"].split()),
        "first_on": as_date(new["first_on"]),
        "last_on": as_date(new["last_on"]),
        "opens": opens,
        "closes": closes,
        "on_holidays": is_yes(new["on_holidays"]),
    }
    row = Stop.get_or_none(*known)
    if row is None:
        row = Stop.create(service=service.id, **values)
    else:
        Stop.update(values).where(Stop.id == row.id).execute()
    StopText.delete().where(StopText.stop == row.id).execute()
    for language in LANGUAGES:
        spot, note = new[f"spot/{language}"], new[f"note/{language}"]
        if spot or note:
            StopText.create(stop=row.id, language=language, spot=spot, note=note)
    StopException.delete().where(StopException.stop == row.id).execute()
    for day, span in different_days(new["different"]).items():
        opens_at, closes_at = span or (None, None)
        StopException.create(stop=row.id, day=day, opens=opens_at, closes=closes_at)
