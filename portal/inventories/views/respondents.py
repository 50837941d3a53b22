"""Who answers for which municipality: their links, by mail and on paper."""

from flask import abort, url_for
from flask.typing import ResponseReturnValue
from markupsafe import Markup

from portal.addresses import plain, scannable
from portal.directory.queries.areas import municipalities
from portal.i18n import language, speaking
from portal.inventories import answer_links
from portal.inventories.actions import respondents as actions
from portal.inventories.forms.respondents import ContactForm, RespondentForm
from portal.inventories.models import Respondent
from portal.inventories.queries import questions as sets
from portal.inventories.queries import respondents as queries
from portal.inventories.queries.inventories import Found
from portal.inventories.queries.respondents import Asked
from portal.inventories.views import bp
from portal.inventories.views.found import found_inventory, number
from portal.permissions import Permission, access, demand
from portal.vocabulary.queries import vocabulary
from portal.web import NOT_KEPT, render, request, see_other, set_by_value


@bp.get("/inventories/<slug>/respondents")
@access(Permission.INVENTORY_RUN)
def respondents(slug: str) -> ResponseReturnValue:
    demand(Permission.INVENTORY_RUN)
    form = RespondentForm(data={"language": language()})
    return show(found_inventory(slug), form), NOT_KEPT


@bp.post("/inventories/<slug>/respondents")
@access(Permission.INVENTORY_RUN)
def add_respondent(slug: str) -> ResponseReturnValue:
    demand(Permission.INVENTORY_RUN)
    found = found_inventory(slug)
    form = offered(RespondentForm.read())
    if not form.validate():
        return show(found, form), 422
    area = municipalities(vocabulary())[form.pick_area.data]
    actions.add(found.row, area.id, form.contact)
    return see_other(url_for(".respondents", slug=slug))


@bp.get("/inventories/<slug>/respondents/<id:respondent_id>")
@access(Permission.INVENTORY_RUN)
def respondent(slug: str, respondent_id: int) -> ResponseReturnValue:
    demand(Permission.INVENTORY_RUN)
    found = found_inventory(slug)
    row = found_respondent(found, respondent_id)
    return show_one(found, row, ContactForm.of(row)), NOT_KEPT


@bp.post("/inventories/<slug>/respondents/<id:respondent_id>")
@access(Permission.INVENTORY_RUN)
def set_respondent(slug: str, respondent_id: int) -> ResponseReturnValue:
    demand(Permission.INVENTORY_RUN)
    found = found_inventory(slug)
    row = found_respondent(found, respondent_id)
    form = ContactForm.read()
    if not form.validate():
        return show_one(found, row, form), 422
    actions.change(row, form.contact)
    return see_other(url_for(".respondents", slug=slug))


@bp.post("/inventories/<slug>/respondents/<id:respondent_id>/link")
@access(Permission.INVENTORY_RUN)
def end_link(slug: str, respondent_id: int) -> ResponseReturnValue:
    """End the link whose number is sent; the next one begins."""
    demand(Permission.INVENTORY_RUN)
    row = found_respondent(found_inventory(slug), respondent_id)
    actions.end_link(row, number(request.form.get("edition")) or abort(422))
    return see_other(url_for(".respondent", slug=slug, respondent_id=respondent_id))


@bp.post("/inventories/<slug>/respondents/<id:respondent_id>/removal")
@access(Permission.INVENTORY_RUN)
def remove_respondent(slug: str, respondent_id: int) -> ResponseReturnValue:
    demand(Permission.INVENTORY_RUN)
    found = found_inventory(slug)
    row = queries.respondent(found.id, respondent_id)
    if set_by_value() and row:
        actions.remove(row)
    return see_other(url_for(".respondents", slug=slug))


@bp.post("/inventories/<slug>/invitations")
@access(Permission.INVENTORY_RUN)
def invite(slug: str) -> ResponseReturnValue:
    """Send their links to all who were not sent theirs, or to one of them."""
    demand(Permission.INVENTORY_RUN)
    found = found_inventory(slug)
    one = request.form.get("pick_respondent")
    sent = actions.invite(found, None if one is None else number(one))
    return see_other(url_for(".respondents", slug=slug, sent=sent))


@bp.get("/inventories/<slug>/invitations")
@access(Permission.INVENTORY_RUN)
def invitations(slug: str) -> ResponseReturnValue:
    """Sheets to hand over, each with a link and its picture."""
    demand(Permission.INVENTORY_RUN)
    found = found_inventory(slug)
    wanted = request.args.get("respondent")
    every = [
        one
        for one in queries.respondents(found.id)
        if wanted in {None, str(one.row.id)}
    ]
    page = render(
        "inventories/invitations.html",
        found=found,
        text=found.text(language()),
        sheets=[sheet(found, one) for one in every],
    )
    return page, NOT_KEPT


def sheet(found: Found, one: Asked) -> Markup:
    """The sheet of one municipality, in the language it is written to in."""
    path = address(found, one.row)
    with speaking(one.row.language):
        drawn = render(
            "inventories/sheet.html",
            found=found,
            text=found.text(language()),
            one=one,
            address=plain(path),
            picture=scannable(path),
        )
    return Markup(drawn)  # noqa: S704  drawn by our own template


def address(found: Found, row: Respondent) -> str:
    token = answer_links.signed(row)
    return url_for(
        ".answers", slug=found.slug, answer_token=token, language=row.language
    )


def found_respondent(found: Found, respondent_id: int) -> Respondent:
    return queries.respondent(found.id, respondent_id) or abort(404)


def offered(
    form: RespondentForm, taken: frozenset[int] = frozenset()
) -> RespondentForm:
    """With the municipalities to choose from, those that are not asked yet."""
    free = {
        code: word.labels[language()]
        for code, word in municipalities(vocabulary()).items()
        if word.id not in taken
    }
    return form.offer({"": "", **free})


def show(found: Found, form: RespondentForm) -> str:
    every = queries.respondents(found.id)
    return render(
        "inventories/respondents.html",
        found=found,
        text=found.text(language()),
        asked=every,
        questions=len(sets.asked_now(found.id)),
        to_invite=sum(bool(one.row.email) and not one.row.asked_at for one in every),
        form=offered(form, frozenset(one.area.id for one in every)),
    )


def show_one(found: Found, row: Respondent, form: ContactForm) -> str:
    asked = Asked(row, vocabulary().words[row.area], 0)
    path = address(found, row)
    return render(
        "inventories/respondent.html",
        found=found,
        text=found.text(language()),
        asked=asked,
        form=form,
        address=plain(path),
        picture=scannable(path),
    )
