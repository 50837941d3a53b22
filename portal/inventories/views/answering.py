"""Answering by a signed link, without an account: saved and gone on with at any time,
by one person or several. Reading never changes anything."""

from dataclasses import dataclass, replace
from http import HTTPStatus

from flask import abort, url_for
from flask.typing import ResponseReturnValue

from portal import limits
from portal.i18n import LANGUAGES, language
from portal.inventories import answer_links
from portal.inventories.actions import answers as actions
from portal.inventories.forms.answers import Item, Sheet, form_for
from portal.inventories.grids import Cell, Question
from portal.inventories.models import InventoryAnswer, Respondent
from portal.inventories.queries import questions as sets
from portal.inventories.queries.answers import answers_of, seen_of
from portal.inventories.queries.inventories import Found, inventory_by_id
from portal.inventories.shown import label_of
from portal.inventories.views import bp
from portal.permissions import PUBLIC, access
from portal.vocabulary.queries import Word, vocabulary
from portal.web import NOT_LISTED, render, request, see_other, tag, takes

MOST_BYTES = 2_000_000
"""Sixty answers in full, in any signs, as a browser writes them."""


@dataclass(frozen=True)
class Link:
    """What a link leads to. One that has `ended` shows nothing of it."""

    found: Found
    row: Respondent
    area: Word
    token: str
    ended: bool

    @property
    def is_open(self) -> bool:
        return self.found.is_asking and not self.ended

    @property
    def address(self) -> str:
        return url_for(".answers", slug=self.found.slug, answer_token=self.token)


@bp.get("/inventories/<slug>/answers/<answer_token>")
@access(PUBLIC)
def answers(slug: str, answer_token: str) -> ResponseReturnValue:
    link = found_link(slug, answer_token)
    if not link.is_open:
        read_only = sheet_of(link, posted=False) if not link.ended else Sheet([])
        status = HTTPStatus.GONE if link.ended else HTTPStatus.OK
        return shut(link, list(read_only.items)), status, NOT_LISTED
    return show(link, sheet_of(link, posted=False)), NOT_LISTED


@bp.post("/inventories/<slug>/answers/<answer_token>")
@access(PUBLIC)
@takes(MOST_BYTES)
def save_answers(slug: str, answer_token: str) -> ResponseReturnValue:
    """What can be saved is; the rest comes back as it was written."""
    link = found_link(slug, answer_token)
    sheet = sheet_of(link, posted=True)
    sound = sheet.sound()
    try:
        met = actions.save(
            link.row,
            [one.said for one in sound],
            spoken_in(),
        )
        if not met and not sheet.problems and "done" in request.form:
            actions.set_done(link.row, wanted=request.form["done"] == "1")
    except actions.Shut:
        return shut(link, sheet.changed), HTTPStatus.CONFLICT, NOT_LISTED
    if not met and not sheet.problems:
        place = request.form.get("next", "")
        known = place in {str(one.question.id) for one in sheet.items}
        return see_other(
            url_for(
                ".answers",
                slug=slug,
                answer_token=answer_token,
                saved=None if sheet.tells_danger else f"q{place}" if known else "all",
                _anchor=f"q{place}" if known and not sheet.tells_danger else None,
            )
        )
    there = answers_of(link.row.id)
    items = [settled(one, there.get(one.question.id), met) for one in sheet.items]
    status = HTTPStatus.CONFLICT if met else HTTPStatus.UNPROCESSABLE_ENTITY
    return show(link, replace(sheet, items=items)), status, NOT_LISTED


def found_link(slug: str, token: str) -> Link:
    """What the link leads to, or 404. Guesses are counted."""
    limits.allow(limits.FOLLOW)
    link = answer_links.read(token)
    if link is None:
        limits.count_failure(limits.FOLLOW)
        abort(404)
    row = Respondent.get_or_none(Respondent.id == link.respondent) or abort(404)
    found = inventory_by_id(row.inventory) or abort(404)
    if found.slug != slug or row.area != link.area:
        abort(404)
    ended = row.link_edition != link.edition
    row.link_edition = link.edition
    return Link(found, row, vocabulary().words[row.area], token, ended)


def sheet_of(link: Link, *, posted: bool) -> Sheet:
    """Every question that is put now, and those that were put when the page was read
    and are answered in what was sent."""
    every = sets.every(link.found.id)
    there = answers_of(link.row.id)
    earlier = {
        one.code: (one, there[one.id])
        for one in sorted(every, key=lambda one: one.since)
        if one.until is not None and one.id in there
    }
    items = []
    for one in every:
        asked = one.until is None
        sent = posted and f"q{one.id}-pick_seen" in request.form
        if not (asked or sent):
            continue
        form = form_for(one, language(), there.get(one.id))
        before = earlier.get(one.code) if asked and one.id not in there else None
        items.append(Item(one, form, earlier=said(*before) if before else None))
    return Sheet(items)


def said(question: Question, row: InventoryAnswer) -> tuple[str, str]:
    """An answer in words: what was chosen, what was written."""
    cell = Cell(row.id, row.option, row.words, row.language, row.held)
    return (label_of(question, cell, language()), row.words)


def settled(one: Item, there: InventoryAnswer | None, met: list[int]) -> Item:
    """After saving: what is saved now is what was read, and what a colleague wrote
    stands beside what did not go in."""
    is_met = one.question.id in met
    if is_met or not one.form.problems:
        one.form.pick_seen.data = seen_of(there)
    return replace(one, met=is_met, theirs=there if is_met else None)


def show(link: Link, sheet: Sheet) -> str:
    return render(
        "inventories/answers.html",
        link=link,
        text=link.found.text(language()),
        sheet=sheet,
        theirs={
            one.question.id: said(one.question, one.theirs)
            for one in sheet.items
            if one.theirs
        },
        nothing=tag("", ""),
        saved=request.args.get("saved", ""),
        spoken_in=spoken_in(),
    )


def spoken_in() -> str:
    """The language they said they write in, or that of the page."""
    said = request.form.get("language", "")
    return said if said in LANGUAGES else language()


def shut(link: Link, items: list[Item]) -> str:
    """What stands on the sheet, to be read and copied."""
    return render(
        "inventories/shut.html",
        link=link,
        text=link.found.text(language()),
        written=[
            (one.question, *told)
            for one in items
            for told in [words_of(one)]
            if any(told)
        ],
        sent=request.method == "POST",
        danger=Sheet(items).tells_danger,
    )


def words_of(one: Item) -> tuple[str, str]:
    option, words = one.form.mine
    label = label_of(one.question, Cell(0, option, "", "", held=False), language())
    return (label if option else "", words)
