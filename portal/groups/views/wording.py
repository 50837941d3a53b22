"""What a coordinator does with a question: its words, and what becomes of it."""

from functools import partial
from typing import Any

from flask import url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from portal.db import now
from portal.groups.actions import questions as actions
from portal.groups.forms.questions import EndingForm, WordingForm
from portal.groups.queries.groups import listing
from portal.groups.queries.questions import Asked
from portal.groups.queries.written import written
from portal.groups.snapshots import ENDING, QUESTION
from portal.groups.views import bp
from portal.groups.views.questions import found_question, way
from portal.i18n import language
from portal.permissions import Permission, access, demand
from portal.upkeep.views.both import Edited
from portal.vocabulary.models import Scheme
from portal.vocabulary.queries import vocabulary
from portal.web import render


@bp.get("/open-questions/<slug>/edition")
@access(Permission.QUESTION_KEEP)
def question_edition(slug: str) -> ResponseReturnValue:
    demand(Permission.QUESTION_KEEP)
    return worded(found_question(slug)).opened()


@bp.post("/open-questions/<slug>/edition")
@access(Permission.QUESTION_KEEP)
def set_question_edition(slug: str) -> ResponseReturnValue:
    demand(Permission.QUESTION_KEEP)
    return worded(found_question(slug)).changed()


@bp.get("/open-questions/<slug>/state")
@access(Permission.QUESTION_KEEP)
def question_state(slug: str) -> ResponseReturnValue:
    demand(Permission.QUESTION_KEEP)
    return ended(found_question(slug)).opened()


@bp.post("/open-questions/<slug>/state")
@access(Permission.QUESTION_KEEP)
def set_question_state(slug: str) -> ResponseReturnValue:
    demand(Permission.QUESTION_KEEP)
    return ended(found_question(slug)).changed()


def worded(asked: Asked) -> Edited:
    def make(sent: Any) -> WordingForm:
        return WordingForm(sent).offer(themes_by_id(), groups_by_id())

    return Edited(
        partial(written, QUESTION, asked.id),
        make,
        lambda form: show(
            asked, form, "groups/question_edition.html", _("Edit the words")
        ),
        partial(render, "groups/merge.html", trail=way(asked)),
        lambda values, base: actions.save(asked.id, values, base=base),
        address=url_for(".set_question_edition", slug=asked.slug),
        onward=url_for(".open_question", slug=asked.slug),
    )


def ended(asked: Asked) -> Edited:
    return Edited(
        partial(written, ENDING, asked.id),
        EndingForm,
        lambda form: show(
            asked, form, "groups/question_state.html", _("What becomes of it")
        ),
        partial(render, "groups/merge.html", trail=way(asked)),
        lambda values, base: actions.set_ending(
            asked.id, values, base=base, by=current_user
        ),
        address=url_for(".set_question_state", slug=asked.slug),
        onward=url_for(".open_question", slug=asked.slug),
    )


def show(asked: Asked, form: Any, template: str, title: str) -> str:
    return render(template, asked=asked, form=form, title=title, trail=way(asked))


def themes_by_id() -> dict[str, str]:
    words = vocabulary().of(Scheme.THEME).values()
    return {str(word.id): word.labels[language()] for word in words}


def groups_by_id() -> dict[str, str]:
    every = listing(now(), None)
    return {str(one.found.id): one.found.name(language())[0] for one in every}
