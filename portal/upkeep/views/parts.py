"""How a part of a service is shown, previewed, saved, and joined with another's."""

from flask import abort, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from portal.i18n import language
from portal.upkeep.actions import saving
from portal.upkeep.actions.saving import Gone, Met
from portal.upkeep.forms.parts import PartForm, resolved
from portal.upkeep.queries import services
from portal.upkeep.queries.services import Kept
from portal.upkeep.snapshots import Snapshot, group
from portal.upkeep.views.meeting import ask
from portal.upkeep.views.part import Pairs, Part
from portal.upkeep.views.preview import drawn
from portal.web import render, request, see_other


def find(slug: str) -> Kept:
    """The service with all that editors may change, or 404."""
    return services.kept(services.service(slug) or abort(404))


def show(part: Part, form: PartForm, **more: object) -> str:
    context = {"preview": None, "preview_language": "", **part.context, **more}
    return render(
        "upkeep/part.html",
        fragment="preview",
        part=part,
        kept=part.kept,
        form=form,
        **context,
    )


def save(part: Part) -> ResponseReturnValue:
    pairs, left_open = resolved(request.form.items(multi=True))
    if left_open:
        base = request.form.get("pick_base", "")
        pairs = [pair for pair in pairs if pair[0] != "edition"] + [("edition", base)]
    form = part.sent(pairs)
    if not form.validate():
        return show(part, form), 422
    if request.form.get("wanted") == "preview":
        return preview(part, form)
    return store(part, form, pairs, form.read_at, left_open)


def store(
    part: Part, form: PartForm, pairs: Pairs, edition: int, left_open: list[str]
) -> ResponseReturnValue:
    try:
        saved = saving.save(
            part.kept.service,
            {**part.also, **form.values},
            edition=edition,
            by=current_user,
            note=form.note.data,
            removed=form.removed,
        )
    except Gone:
        abort(404)
    except Met as met:
        known = set(form.names.values())
        conflicts = [found for found in met.merged.conflicts if found.name in known]
        if not conflicts:
            return store(part, form, pairs, met.edition, left_open)
        return ask(part, form, pairs, met, conflicts, left_open), 409
    done = "saved" if saved.changed else "same"
    return see_other(
        url_for(
            "upkeep.overview",
            slug=part.kept.slug,
            done=done,
            beside=saved.beside,
            read=edition if saved.beside else None,
            revived=len(saved.revived) or None,
        )
    )


def preview(part: Part, form: PartForm) -> str:
    """The page with the card as it would be, in its own language or the page's."""
    wanted = saving.wanted(
        part.kept.snapshot, None, {**part.also, **form.values}, form.removed
    )
    whole = {name: value for name, value in wanted.items() if is_whole(name, wanted)}
    languages = [part.spoken, language(), *part.kept.languages]
    spoken = next(code for code in languages if f"text/{code}/name" in whole)
    card = drawn(part.kept, whole, spoken)
    return show(part, form, preview=card, preview_language=spoken)


def is_whole(name: str, snapshot: Snapshot) -> bool:
    """Not a scrap of a text that nobody has begun."""
    part = group(name)
    return not part.startswith("text/") or f"{part}/state" in snapshot
