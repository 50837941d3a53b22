"""The parts of a service, each on a page of its own."""

from flask.typing import ResponseReturnValue

from portal.i18n import LANGUAGES
from portal.permissions import Permission, access, demand
from portal.upkeep.views import bp
from portal.upkeep.views.all_parts import (
    channels_part,
    easy_part,
    facts_part,
    hours_part,
    places_part,
    text_part,
)
from portal.upkeep.views.parts import find, save, show

IN_A_LANGUAGE = f"<any({', '.join(LANGUAGES)}):text_language>"


@bp.get(f"/services/<slug>/text/{IN_A_LANGUAGE}")
@access(Permission.SERVICE_EDIT)
def text(slug: str, text_language: str) -> ResponseReturnValue:
    kept = find(slug)
    demand(Permission.SERVICE_EDIT, kept.service)
    part = text_part(kept, text_language)
    return show(part, part.filled())


@bp.post(f"/services/<slug>/text/{IN_A_LANGUAGE}")
@access(Permission.SERVICE_EDIT)
def save_text(slug: str, text_language: str) -> ResponseReturnValue:
    kept = find(slug)
    demand(Permission.SERVICE_EDIT, kept.service)
    return save(text_part(kept, text_language))


@bp.get(f"/services/<slug>/text/{IN_A_LANGUAGE}/easy")
@access(Permission.SERVICE_EDIT)
def easy_text(slug: str, text_language: str) -> ResponseReturnValue:
    kept = find(slug)
    demand(Permission.SERVICE_EDIT, kept.service)
    part = easy_part(kept, text_language)
    return show(part, part.filled())


@bp.post(f"/services/<slug>/text/{IN_A_LANGUAGE}/easy")
@access(Permission.SERVICE_EDIT)
def save_easy_text(slug: str, text_language: str) -> ResponseReturnValue:
    kept = find(slug)
    demand(Permission.SERVICE_EDIT, kept.service)
    return save(easy_part(kept, text_language))


@bp.get("/services/<slug>/facts")
@access(Permission.SERVICE_EDIT)
def facts(slug: str) -> ResponseReturnValue:
    kept = find(slug)
    demand(Permission.SERVICE_EDIT, kept.service)
    part = facts_part(kept)
    return show(part, part.filled())


@bp.post("/services/<slug>/facts")
@access(Permission.SERVICE_EDIT)
def save_facts(slug: str) -> ResponseReturnValue:
    kept = find(slug)
    demand(Permission.SERVICE_EDIT, kept.service)
    return save(facts_part(kept))


@bp.get("/services/<slug>/channels")
@access(Permission.SERVICE_EDIT)
def channels(slug: str) -> ResponseReturnValue:
    kept = find(slug)
    demand(Permission.SERVICE_EDIT, kept.service)
    part = channels_part(kept)
    return show(part, part.filled())


@bp.post("/services/<slug>/channels")
@access(Permission.SERVICE_EDIT)
def save_channels(slug: str) -> ResponseReturnValue:
    kept = find(slug)
    demand(Permission.SERVICE_EDIT, kept.service)
    return save(channels_part(kept))


@bp.get("/services/<slug>/hours")
@access(Permission.SERVICE_EDIT)
def hours(slug: str) -> ResponseReturnValue:
    kept = find(slug)
    demand(Permission.SERVICE_EDIT, kept.service)
    part = hours_part(kept)
    return show(part, part.filled())


@bp.post("/services/<slug>/hours")
@access(Permission.SERVICE_EDIT)
def save_hours(slug: str) -> ResponseReturnValue:
    kept = find(slug)
    demand(Permission.SERVICE_EDIT, kept.service)
    return save(hours_part(kept))


@bp.get("/services/<slug>/places")
@access(Permission.SERVICE_EDIT)
def places(slug: str) -> ResponseReturnValue:
    kept = find(slug)
    demand(Permission.SERVICE_EDIT, kept.service)
    part = places_part(kept)
    return show(part, part.filled())


@bp.post("/services/<slug>/places")
@access(Permission.SERVICE_EDIT)
def save_places(slug: str) -> ResponseReturnValue:
    kept = find(slug)
    demand(Permission.SERVICE_EDIT, kept.service)
    return save(places_part(kept))
