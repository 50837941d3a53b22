"""Opening a workshop, changing it, moving it on."""

from collections.abc import Callable
from dataclasses import asdict

from flask_babel import gettext as _

from portal.accounts.models import User
from portal.db import bump, database, insert_all, upsert
from portal.errors import Refused
from portal.moderation.actions.rules import keep
from portal.notices.recipients import user_key
from portal.search import actions as search
from portal.slugs import free_slug
from portal.text import slugify
from portal.web import tag
from portal.workshops.actions.drafts import Draft, Settings, Text
from portal.workshops.actions.notifying import tell_of_phase
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


def open_workshop(
    draft: Draft, submission: str = "", by: User | None = None
) -> Workshop:
    """A new workshop. The same form sent twice opens one."""
    with database.atomic():
        bump(KIND)
        name = tag(submission, draft) if submission else None
        if name and (made := Workshop.get_or_none(Workshop.submission == name)):
            return made
        first = next(iter(draft.texts.values()))
        wanted = draft.slug or slugify(first.title)
        workshop = Workshop.create(
            submission=name,
            slug=free_slug(Workshop.slug, wanted, RESERVED),
            code=draft.code or free_code(),
            phase_set=draft.phase,
            organisation=draft.organisation,
            template=draft.template,
            opened_on=draft.opened_on,
            **_columns(draft),
        )
        _store_rest(workshop, draft)
        keep(workshop.id, rules_of(draft), by)
    return workshop


def change_workshop(
    workshop: Workshop, settings: Settings, *, seen: str = "", by: User | None = None
) -> bool:
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
        keep(workshop.id, rules_of(settings), by)
    return True


def rules_of(settings: Settings) -> dict[str, str]:
    """The workshop's own rules of discussion, by language."""
    return {language: text.rules for language, text in settings.texts.items()}


def set_phase(
    workshop: Workshop,
    phase: Phase,
    seen: Phase | None = None,
    by: User | None = None,
) -> None:
    """Put the workshop in a phase, forward or back. What people wrote stays, and they
    are told that it moved on. From here on it moves by hand. `seen` is the phase that
    whoever acts was shown: if somebody else has moved the workshop meanwhile, they
    are told."""
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
        phases = list(Phase)
        if phases.index(phase) > phases.index(now):
            tell_of_phase(workshop, phase, user_key(by.id) if by else "")


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
    areas = [{"workshop": workshop, "area": word.id} for word in settings.areas]
    insert_all(WorkshopArea, areas)
    if settings.facilitators is not None:
        Facilitator.delete().where(Facilitator.workshop == workshop).execute()
        users = [{"workshop": workshop, "user": one} for one in settings.facilitators]
        insert_all(Facilitator, users)
    _store_texts(workshop, settings.texts)


def _store_texts(workshop: Workshop, texts: dict[str, Text]) -> None:
    gone = WorkshopText.language.not_in(list(texts))
    WorkshopText.delete().where(WorkshopText.workshop == workshop, gone).execute()
    for language, text in texts.items():
        key = {"workshop": workshop, "language": language}
        upsert(WorkshopText, key, **asdict(text))
    search.replace(KIND, workshop.id, entries([workshop.id]))
