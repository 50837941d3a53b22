"""Opening a workshop, changing it, moving it on."""

from collections.abc import Callable
from dataclasses import asdict

from flask_babel import gettext as _

from portal.db import bump, database, upsert
from portal.errors import Refused
from portal.search import actions as search
from portal.text import slugify
from portal.workshops.actions.drafts import Draft, Settings, Text
from portal.workshops.codes import new_code
from portal.workshops.indexing import entries
from portal.workshops.models import (
    Facilitator,
    Phase,
    Workshop,
    WorkshopArea,
    WorkshopText,
)
from portal.workshops.queries import KIND, by_code, changes_of, stamp

RESERVED = {"new"}
ON_OTHER_ENTRY: list[Callable[[int], None]] = []
"""What later rooms do with the id of a workshop when others may read it than before,
inside the transaction that did it."""


def open_workshop(draft: Draft) -> Workshop:
    with database.atomic():
        bump(KIND)
        workshop = Workshop.create(
            slug=free_slug(draft),
            code=draft.code or free_code(),
            phase_set=draft.phase,
            organisation=draft.organisation,
            template=draft.template,
            opened_on=draft.opened_on,
            **_columns(draft),
        )
        _store_rest(workshop, draft)
    return workshop


def change_workshop(workshop: Workshop, settings: Settings, *, seen: str = "") -> bool:
    """Change all that the editor sets; the address and the code stay. False, and
    nothing is changed, if it is no longer what the stamp `seen` stood for."""
    with database.atomic():
        bump(changes_of(workshop.id))
        if seen and stamp(workshop.id) != seen:
            return False
        before = Workshop.get_by_id(workshop.id).entry
        Workshop.update(**_columns(settings)).where(
            Workshop.id == workshop.id
        ).execute()
        _store_rest(workshop, settings)
        if settings.entry is not before:
            for act in ON_OTHER_ENTRY:
                act(int(workshop.id))
    return True


def set_phase(workshop: Workshop, phase: Phase, seen: Phase | None = None) -> None:
    """Put the workshop in a phase, forward or back. What people wrote stays. From
    here on it moves by hand. `seen` is the phase that whoever acts was shown: if
    somebody else has moved the workshop meanwhile, they are told."""
    with database.atomic():
        bump(changes_of(workshop.id))
        now = Workshop.get_by_id(workshop.id).phase
        if seen is not None and now not in {seen, phase}:
            raise Refused(
                _(
                    "Somebody else has moved the workshop meanwhile. Look at the "
                    "phase it is in now, and choose again."
                )
            )
        Workshop.update(phase_set=phase, moves_by_date=False).where(
            Workshop.id == workshop.id
        ).execute()


def free_slug(draft: Draft) -> str:
    first = next(iter(draft.texts.values()))
    wanted = draft.slug or slugify(first.title)
    number, slug = 1, wanted
    while slug in RESERVED or Workshop.get_or_none(Workshop.slug == slug):
        number += 1
        slug = f"{wanted}-{number}"
    return slug


def free_code() -> str:
    code = new_code()
    while by_code(code):
        code = new_code()
    return code


def _columns(settings: Settings) -> dict[str, object]:
    return {
        "team": settings.team,
        "entry": settings.entry,
        "moves_by_date": settings.moves_by_date,
        "in_room": settings.in_room,
        "on_web": settings.on_web,
        "on_paper": settings.on_paper,
        "deletes_on": settings.deletes_on,
        **asdict(settings.timetable),
    }


def _store_rest(workshop: Workshop, settings: Settings) -> None:
    WorkshopArea.delete().where(WorkshopArea.workshop == workshop).execute()
    for word in settings.areas:
        WorkshopArea.create(workshop=workshop, area=word.id)
    if settings.facilitators is not None:
        Facilitator.delete().where(Facilitator.workshop == workshop).execute()
        for user_id in settings.facilitators:
            Facilitator.create(workshop=workshop, user=user_id)
    _store_texts(workshop, settings.texts)


def _store_texts(workshop: Workshop, texts: dict[str, Text]) -> None:
    gone = WorkshopText.language.not_in(list(texts))
    WorkshopText.delete().where(WorkshopText.workshop == workshop, gone).execute()
    for language, text in texts.items():
        key = {"workshop": workshop, "language": language}
        upsert(WorkshopText, key, **asdict(text))
    search.replace(KIND, workshop.id, entries([workshop.id]))
