"""A site tells how it goes, by a signed link and without an account. Reading never
changes anything."""

from dataclasses import dataclass, replace
from http import HTTPStatus

from flask import abort, url_for
from flask.typing import ResponseReturnValue

from portal import limits
from portal.db import today
from portal.i18n import language
from portal.permissions import PUBLIC, access
from portal.pilots import entry_links
from portal.pilots.actions import entries as actions
from portal.pilots.forms.entries import EntrySheet, Item, form_for
from portal.pilots.models import Site
from portal.pilots.periods import Period
from portal.pilots.queries.entries import (
    TAKES_FIGURES,
    Entered,
    by_measure,
    entered,
    periods_of,
    site_of,
    telling,
)
from portal.pilots.queries.shelf import Shelved, ShelvedSite, shelf
from portal.pilots.selection_labels import site_name
from portal.pilots.views import bp
from portal.web import NOT_LISTED, render, request, see_other


@dataclass(frozen=True)
class Link:
    """What a link leads to. One that has `ended` shows nothing of it."""

    pilot: Shelved
    site: ShelvedSite
    token: str
    edition: int
    ended: bool

    @property
    def is_open(self) -> bool:
        return not self.ended and self.pilot.state in TAKES_FIGURES

    @property
    def place(self) -> str:
        return site_name(self.site)

    @property
    def periods(self) -> list[Period]:
        return periods_of(self.pilot)


@bp.get("/pilots/entries/<entry_token>")
@access(PUBLIC)
def entries(entry_token: str) -> ResponseReturnValue:
    """The period that is asked for, or the first of which nothing was told, or the one
    that was over last."""
    link = found_link(entry_token)
    if not link.is_open or not link.periods:
        return shut(link), HTTPStatus.GONE if link.ended else HTTPStatus.OK, NOT_LISTED
    period = asked_period(link) if "period" in request.args else first_to_tell(link)
    return show(link, period, sheet_of(link, period)), NOT_LISTED


@bp.post("/pilots/entries/<entry_token>")
@access(PUBLIC)
def set_entries(entry_token: str) -> ResponseReturnValue:
    link = found_link(entry_token)
    if not link.is_open:
        return shut(link), HTTPStatus.CONFLICT, NOT_LISTED
    period = asked_period(link)
    sheet = sheet_of(link, period)
    if not sheet.validate():
        return show(link, period, sheet), HTTPStatus.UNPROCESSABLE_ENTITY, NOT_LISTED
    try:
        actions.tell(link.site.id, link.edition, period.starts, sheet.given)
    except actions.Ended:
        return shut(found_link(entry_token)), HTTPStatus.CONFLICT, NOT_LISTED
    except actions.Met as met:
        there = entered(link.site.id, period)
        items = [settled(item, there, met.measures) for item in sheet.items]
        return show(link, period, EntrySheet.of(items)), HTTPStatus.CONFLICT, NOT_LISTED
    starts = period.starts.isoformat()
    return see_other(
        url_for(".entries", entry_token=entry_token, period=starts, done="saved")
    )


@bp.get("/pilots/entries/<entry_token>/sheet")
@access(PUBLIC)
def entry_sheet(entry_token: str) -> ResponseReturnValue:
    """The questions on paper, to be filled in by hand."""
    link = found_link(entry_token)
    if not link.is_open or not link.periods:
        return shut(link), HTTPStatus.GONE if link.ended else HTTPStatus.OK, NOT_LISTED
    page = render(
        "pilots/entry_sheet.html", link=link, text=link.pilot.text(language())
    )
    return page, NOT_LISTED


def found_link(token: str) -> Link:
    """What the link leads to, or 404. Guesses are counted."""
    limits.allow(limits.FOLLOW)
    link = entry_links.read(token)
    if link is None:
        limits.count_failure(limits.FOLLOW)
        abort(404)
    pilot = shelf().get(link.pilot) or abort(404)
    site = site_of(pilot, link.site) or abort(404)
    stands = Site.get_by_id(site.id).link_edition
    return Link(pilot, site, token, link.edition, stands != link.edition)


def asked_period(link: Link) -> Period:
    """The period of the address, which has begun, or 404."""
    asked = request.args.get("period", "")
    found = (one for one in link.periods if one.starts.isoformat() == asked)
    return next(found, None) or abort(404)


def first_to_tell(link: Link) -> Period:
    every = link.periods
    over = [one for one in every if one.is_over(today())]
    missing = telling([link.pilot])[link.site.id].missing
    return next(iter([*missing, *reversed(over), *every]))


def sheet_of(link: Link, period: Period) -> EntrySheet:
    return EntrySheet.of(
        [
            Item(measure, form_for(measure, there), there)
            for measure, there in by_measure(link.pilot, entered(link.site.id, period))
        ]
    )


def settled(item: Item, there: dict[int, Entered], met: list[int]) -> Item:
    """What a colleague told stands beside what did not go in; sent once more, it
    does."""
    key = item.measure.id
    stands = there.get(key)
    item.form.seen.data = str(stands.edition) if stands else "0"
    return replace(item, theirs=stands if key in met else None)


def show(link: Link, period: Period, sheet: EntrySheet) -> str:
    told = telling([link.pilot])[link.site.id].told
    return render(
        "pilots/entries.html",
        link=link,
        text=link.pilot.text(language()),
        period=period,
        sheet=sheet,
        told=told,
        is_over=period.is_over(today()),
        saved=request.args.get("done") == "saved" and request.method == "GET",
        met=any(item.theirs for item in sheet.items),
        address=url_for(
            ".set_entries", entry_token=link.token, period=period.starts.isoformat()
        ),
    )


def shut(link: Link) -> str:
    """What was sent and not kept is given back."""
    return render("pilots/shut.html", link=link, sent=sent_back(link))


def sent_back(link: Link) -> list[tuple[str, str]]:
    return [
        (f"{measure.name(language())[0]}. {field.label.text}", str(field.data))
        for measure in link.pilot.measures
        for form in [form_for(measure, None)]
        for field in (form.n, form.total)
        if request.method == "POST" and field.data
    ]
