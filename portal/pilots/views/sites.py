"""Who tells how it goes at each site, whether they have, and their links."""

from flask import abort, url_for
from flask.typing import ResponseReturnValue

from portal.i18n import language
from portal.permissions import Permission, access, demand
from portal.pilots import entry_links
from portal.pilots.actions import sites as actions
from portal.pilots.forms.sites import ContactForm
from portal.pilots.queries.entries import Telling, periods_of, telling
from portal.pilots.queries.shelf import Shelved
from portal.pilots.views import bp
from portal.pilots.views.found import found_pilot
from portal.vocabulary.queries import vocabulary
from portal.web import NOT_KEPT, render, request, see_other


@bp.get("/pilots/<slug>/sites")
@access(Permission.PILOT_EDIT)
def sites(slug: str) -> ResponseReturnValue:
    found = found_pilot(slug)
    demand(Permission.PILOT_EDIT, found)
    return page(found), NOT_KEPT


@bp.post("/pilots/<slug>/sites/<id:site_id>")
@access(Permission.PILOT_EDIT)
def set_contact(slug: str, site_id: int) -> ResponseReturnValue:
    found = found_pilot(slug)
    demand(Permission.PILOT_EDIT, found)
    told = site(found, site_id)
    form = ContactForm.read(prefix=f"site{site_id}")
    if not form.validate():
        return page(found, {site_id: form}), 422, NOT_KEPT
    actions.set_email(told.site.id, form.email.data)
    return sites_of(slug, "saved")


@bp.post("/pilots/<slug>/sites/<id:site_id>/link")
@access(Permission.PILOT_EDIT)
def end_link(slug: str, site_id: int) -> ResponseReturnValue:
    """The link that is ended is told by its number: twice is once."""
    found = found_pilot(slug)
    demand(Permission.PILOT_EDIT, found)
    told = site(found, site_id)
    seen = request.form.get("edition", "")
    if seen != str(told.link_edition):
        return sites_of(slug, "ended")
    actions.end_link(site_id, told.link_edition)
    return sites_of(slug, "ended")


@bp.post("/pilots/<slug>/sites/<id:site_id>/invitation")
@access(Permission.PILOT_EDIT)
def invite(slug: str, site_id: int) -> ResponseReturnValue:
    found = found_pilot(slug)
    demand(Permission.PILOT_EDIT, found)
    actions.invite(found, site(found, site_id))
    return sites_of(slug, "sent")


def site(pilot: Shelved, site_id: int) -> Telling:
    return telling([pilot]).get(site_id) or abort(404)


def page(pilot: Shelved, sent: dict[int, ContactForm] | None = None) -> str:
    every = list(telling([pilot]).values())
    forms = {
        one.site.id: ContactForm(data={"email": one.email}, prefix=f"site{one.site.id}")
        for one in every
    }
    return render(
        "pilots/sites.html",
        pilot=pilot,
        text=pilot.text(language()),
        sites=every,
        areas=vocabulary().words,
        periods=periods_of(pilot),
        forms=forms | (sent or {}),
        problems=next(iter(sent.values())) if sent else None,
        links={
            one.site.id: url_for(
                ".entries",
                entry_token=entry_links.signed(one.site.id, pilot.id, one.link_edition),
                _external=True,
            )
            for one in every
        },
    )


def sites_of(slug: str, done: str) -> ResponseReturnValue:
    return see_other(url_for("pilots.sites", slug=slug, done=done))
