"""What a workshop is set to, for those who change it."""

from collections import defaultdict
from collections.abc import Sequence

from portal.db import tuples
from portal.directory.queries.names import in_language
from portal.i18n import language
from portal.web import tag
from portal.workshops.models import Workshop, WorkshopArea, WorkshopText
from portal.workshops.queries.people import facilitators


def texts(workshop_id: int) -> dict[str, WorkshopText]:
    found = WorkshopText.select().where(WorkshopText.workshop == workshop_id)
    return {text.language: text for text in found}


def titles(ids: Sequence[int]) -> dict[int, str]:
    """What these workshops are called, in the language of the page where they can."""
    found: dict[int, dict[str, str]] = defaultdict(dict)
    for text in WorkshopText.select(
        WorkshopText.workshop, WorkshopText.language, WorkshopText.title
    ).where(WorkshopText.workshop.in_(list(ids))):
        found[text.workshop][text.language] = text.title
    return {
        number: in_language(every, language())[0] for number, every in found.items()
    }


def areas(workshop_id: int) -> list[int]:
    """The ids of the terms of its areas."""
    found = WorkshopArea.select(WorkshopArea.area).where(
        WorkshopArea.workshop == workshop_id
    )
    return [area for (area,) in tuples(found)]


def stamp(workshop_id: int) -> str:
    """Changes whenever what is set in the editor does, and with nothing else."""
    row = {**Workshop.get_by_id(workshop_id).__data__}
    for moved_elsewhere in ("phase_set", "timer_ends_at", "code", "slug"):
        row.pop(moved_elsewhere)
    written = {
        language: sorted((name, str(value)) for name, value in text.__data__.items())
        for language, text in texts(workshop_id).items()
    }
    return tag(
        sorted((name, str(value)) for name, value in row.items()),
        sorted(written.items()),
        sorted(areas(workshop_id)),
        sorted(facilitators(workshop_id)),
    )
