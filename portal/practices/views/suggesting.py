"""Suggesting other words for a practice, and changing what one suggests."""

from typing import Any

from flask import abort, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from portal.directory.models import TextState
from portal.i18n import language
from portal.permissions import Permission, access, demand
from portal.practices.actions import suggestions as actions
from portal.practices.actions import talk
from portal.practices.actions.saving import PRACTICES
from portal.practices.actions.suggestions import SUGGESTIONS
from portal.practices.forms.suggestions import SuggestionForm, suggestion_form
from portal.practices.models import Practice, Suggestion
from portal.practices.queries.suggested import Stands, stands, values_of
from portal.practices.queries.texts import texts_of
from portal.practices.views import bp
from portal.practices.views.asked import (
    Asked,
    find,
    find_own_suggestion,
    find_suggestion,
    viewer,
)
from portal.upkeep.forms.feedback_answers import seen
from portal.web import render, request, see_other, set_by_value, tag, takes

LARGEST_WRITING = 2 * 1024 * 1024


@bp.get("/practices/<slug>/suggestions/new")
@access(Permission.PRACTICE_TALK)
def new_suggestion(slug: str) -> ResponseReturnValue:
    asked = find(slug)
    demand(Permission.PRACTICE_TALK, asked)
    spoken, others = text_asked(asked.practice, request.args.get("pick_text", ""))
    standing = stands_at(asked.practice, spoken, asked.practice.edition)
    form = suggestion_form(spoken)()
    form.fill(standing.now)
    form.edition.data = str(standing.edition)
    return show(asked, form, spoken, others)


@bp.post("/practices/<slug>/suggestions")
@access(Permission.PRACTICE_TALK)
@takes(LARGEST_WRITING)
def suggest(slug: str) -> ResponseReturnValue:
    asked = find(slug)
    demand(Permission.PRACTICE_TALK, asked)
    spoken, others = text_asked(asked.practice, request.form.get("pick_text", ""))
    form = suggestion_form(spoken).read()
    edition = edition_read(asked.practice, spoken, form.edition.data)
    form.stands = stands_at(asked.practice, spoken, edition).base
    if not form.validate():
        return show(asked, form, spoken, others), 422
    values, why = form.values, form["why"].data
    made = actions.suggest(
        asked.practice,
        current_user,
        values,
        why,
        language=spoken,
        edition=edition,
        submission=tag(form.submission.data, viewer(), asked.slug, values, why),
    )
    return see_other(address(asked, made.id, sent=1))


@bp.get("/practices/<slug>/suggestions/<id:suggestion_id>/wording")
@access(Permission.TALK_REWORD)
def suggestion_wording(slug: str, suggestion_id: int) -> ResponseReturnValue:
    asked, found = find_own_suggestion(slug, suggestion_id)
    demand(Permission.TALK_REWORD, found)
    row = found.suggestion
    if not (asked.is_open and talk.is_unread(row)):
        return see_other(address(asked, suggestion_id))
    form = suggestion_form(row.language)()
    form.fill(stands([row])[row.id].base | values_of(row))
    form["why"].data = row.why
    return show(asked, form, row.language, [], row)


@bp.post("/practices/<slug>/suggestions/<id:suggestion_id>/wording")
@access(Permission.TALK_REWORD)
@takes(LARGEST_WRITING)
def reword_suggestion(slug: str, suggestion_id: int) -> ResponseReturnValue:
    asked = find(slug)
    found = find_suggestion(asked, suggestion_id)
    demand(Permission.TALK_REWORD, found)
    row = found.suggestion
    talk.need_unread(row)
    form = suggestion_form(row.language).read()
    form.stands = stands([row])[row.id].base
    if not form.validate():
        return show(asked, form, row.language, [], row), 422
    actions.reword(suggestion_id, form.values, form["why"].data)
    return see_other(address(asked, suggestion_id, sent=1))


@bp.post("/practices/<slug>/suggestions/<id:suggestion_id>/withdrawal")
@access(Permission.TALK_REWORD)
def set_suggestion_withdrawn(slug: str, suggestion_id: int) -> ResponseReturnValue:
    asked, found = find_own_suggestion(slug, suggestion_id)
    demand(Permission.TALK_REWORD, found)
    talk.set_withdrawn(SUGGESTIONS, suggestion_id, wanted=set_by_value())
    return see_other(address(asked, suggestion_id))


def text_asked(practice: Practice, code: str) -> tuple[str, list[str]]:
    """The language of the text that is asked for, or of the page, or any that is
    published; and the others."""
    published = texts_of([practice.id]).get(practice.id) or abort(404)
    wanted = [one for one in (code, language(), *published) if one in published]
    return wanted[0], [one for one in published if one != wanted[0]]


def edition_read(practice: Practice, spoken: str, sent: str | None) -> int:
    """The edition that the form was filled with, if this text was public in it; else
    the present one."""
    edition = seen(sent)
    kept = PRACTICES.snapshot_at(practice, edition) or {}
    public = kept.get(f"text/{spoken}/state") == TextState.PUBLISHED
    return edition if public else int(practice.edition)


def stands_at(practice: Practice, spoken: str, edition: int) -> Stands:
    row = Suggestion(id=0, practice=practice.id, edition=edition, language=spoken)
    return stands([row])[0]


def address(asked: Asked, number: int, **more: Any) -> str:
    return url_for(".suggestion", slug=asked.slug, suggestion_id=number, **more)


def show(
    asked: Asked,
    form: SuggestionForm,
    spoken: str,
    others: list[str],
    row: Suggestion | None = None,
) -> str:
    """`row` is what is suggested already, if other words for that are written."""
    sent_to = (
        url_for(".reword_suggestion", slug=asked.slug, suggestion_id=row.id)
        if row
        else url_for(".suggest", slug=asked.slug)
    )
    return render(
        "practices/suggestion_form.html",
        asked=asked,
        form=form,
        spoken=spoken,
        others=others,
        row=row,
        sent_to=sent_to,
    )
