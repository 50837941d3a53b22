"""The parts of a service, each on a page of its own."""

from flask.typing import ResponseReturnValue

from portal.i18n import LANGUAGES
from portal.permissions import Permission, access, demand
from portal.upkeep.views import bp
from portal.upkeep.views.all_parts import PARTS, easy_part, text_part
from portal.upkeep.views.parts import find, save, show

IN_A_LANGUAGE = f"<any({', '.join(LANGUAGES)}):text_language>"
A_PART = f"<any({', '.join(PARTS)}):part>"


@bp.get(f"/services/<slug>/text/{IN_A_LANGUAGE}")
@access(Permission.SERVICE_EDIT)
def text(slug: str, text_language: str) -> ResponseReturnValue:
    kept = find(slug)
    demand(Permission.SERVICE_EDIT, kept.service)
    page = text_part(kept, text_language)
    return show(page, page.filled())


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
    page = easy_part(kept, text_language)
    return show(page, page.filled())


@bp.post(f"/services/<slug>/text/{IN_A_LANGUAGE}/easy")
@access(Permission.SERVICE_EDIT)
def save_easy_text(slug: str, text_language: str) -> ResponseReturnValue:
    kept = find(slug)
    demand(Permission.SERVICE_EDIT, kept.service)
    return save(easy_part(kept, text_language))


@bp.get(f"/services/<slug>/{A_PART}")
@access(Permission.SERVICE_EDIT)
def service_part(slug: str, part: str) -> ResponseReturnValue:
    kept = find(slug)
    demand(Permission.SERVICE_EDIT, kept.service)
    page = PARTS[part](kept)
    return show(page, page.filled())


@bp.post(f"/services/<slug>/{A_PART}")
@access(Permission.SERVICE_EDIT)
def save_service_part(slug: str, part: str) -> ResponseReturnValue:
    kept = find(slug)
    demand(Permission.SERVICE_EDIT, kept.service)
    return save(PARTS[part](kept))
