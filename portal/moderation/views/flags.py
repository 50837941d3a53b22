"""Reporting a text that is public, and following what comes of it."""

from flask import abort, session, url_for
from flask.typing import ResponseReturnValue

from portal import limits
from portal.db import LARGEST_ID
from portal.i18n import language
from portal.moderation.actions.flagging import flag
from portal.moderation.forms.rights import FlagForm
from portal.moderation.kinds import KINDS, Item
from portal.moderation.models import Flag
from portal.moderation.queries import flags as queries
from portal.moderation.views.rights import bp
from portal.notices.recipients import mine, shared
from portal.permissions import PUBLIC, access
from portal.web import NOT_LISTED, render, request, see_other

COOKIE_PART = "flags"
MOST_KEPT = 20
DIGEST_LENGTH = 32


@bp.get("/flags", endpoint="flag")
@access(PUBLIC)
def begin() -> ResponseReturnValue:
    kind, item = asked()
    if before := made_before(kind, item.id):
        return see_other(url_for(".followed", code=before.code))
    return show(kind, item, FlagForm())


@bp.post("/flags")
@access(PUBLIC)
def send_flag() -> ResponseReturnValue:
    kind, item = asked()
    if before := made_before(kind, item.id):
        return see_other(url_for(".followed", code=before.code))
    form = FlagForm.read()
    if not form.validate():
        return show(kind, item, form)
    limits.allow(limits.FLAG)
    reader = next(iter(mine()), "") or place()
    made = flag(
        kind,
        item.id,
        form.chosen,
        form.message.data,
        reader,
        language(),
        danger=form.tells_danger,
    )
    limits.count_failure(limits.FLAG)
    keep(made)
    return see_other(url_for(".followed", code=made.code, sent=1))


@bp.get("/flags/<code>")
@access(PUBLIC)
def followed(code: str) -> ResponseReturnValue:
    limits.allow(limits.FOLLOW)
    found = queries.flag_with(code.upper())
    if found is None:
        limits.count_failure(limits.FOLLOW)
        abort(404)
    page = render(
        "moderation/flag_followed.html",
        told=queries.followed(found),
        code=found.code,
        sent="sent" in request.args,
    )
    return page, 200, NOT_LISTED


def asked() -> tuple[str, Item]:
    """The text that the address names, if it is public and may be read."""
    kind = request.args.get("kind", "")
    number = request.args.get("item", default=0, type=int)
    found = queries.reportable(kind, number) if 0 < number <= LARGEST_ID else None
    return kind, found or abort(404)


def made_before(kind: str, item_id: int) -> Flag | None:
    """The report that who looks, or somebody unknown in this browser, has made."""
    code = session.get(COOKIE_PART, {}).get(f"{kind}:{item_id}", "")
    kept = queries.flag_with(code) if code else None
    return kept or queries.flag_of(kind, item_id, mine())


def keep(made: Flag) -> None:
    """Note in the browser of somebody unknown what they have reported, unless others
    will sit there after them."""
    if mine() or shared():
        return
    kept = {**session.get(COOKIE_PART, {}), f"{made.kind}:{made.item_id}": made.code}
    session[COOKIE_PART] = dict(list(kept.items())[-MOST_KEPT:])


def place() -> str:
    """Where somebody unknown is, as a keyed digest."""
    return limits.visitor(limits.FLAG)[:DIGEST_LENGTH]


def show(kind: str, item: Item, form: FlagForm) -> ResponseReturnValue:
    status = 422 if form.problems else 200
    page = render(
        "moderation/flag.html",
        form=form,
        item=item,
        label=KINDS[kind].label,
        address=url_for(".send_flag", kind=kind, item=item.id),
    )
    return page, status, {"X-Robots-Tag": "noindex"}
