"""What a group or a question belongs with: found by words, picked one by one."""

from dataclasses import dataclass
from urllib.parse import urlencode

from flask import abort, url_for
from flask.typing import ResponseReturnValue

from portal.groups.actions import groups as actions
from portal.groups.models import KIND, OPEN_QUESTION
from portal.groups.queries.groups import Found
from portal.groups.views import bp
from portal.groups.views.found import edited_group, trail
from portal.groups.views.group import JOINED
from portal.groups.views.questions import PRACTICE, found_question, way
from portal.i18n import language
from portal.permissions import Permission, access, demand
from portal.search.queries import Name, matching, names, related
from portal.search.wishes import words_of
from portal.web import render, request, see_other, set_by_value

MOST_FOUND = 6


@dataclass(frozen=True)
class Linked:
    """A thing, what it can be joined with, and where its pages are."""

    kind: str
    id: int
    kinds: tuple[str, ...]
    title: str
    spoken: str
    address: str
    onward: str
    trail: list[tuple[str, str]]

    def page(self) -> str:
        question = words_of(request.args.get("q"))
        joined = related(self.kind, self.id, self.kinds, language())
        return render(
            "groups/links.html",
            linked=self,
            question=question,
            joined=joined,
            found={
                kind: [
                    name
                    for name in self.matching(kind, question)
                    if name not in joined[kind]
                ]
                for kind in self.kinds
            },
        )

    def matching(self, kind: str, question: str) -> list[Name]:
        return matching(kind, question, MOST_FOUND, language()) if question else []

    def set(self) -> ResponseReturnValue:
        wanted = set_by_value()
        kind, item = request.form.get("thing", ""), request.form.get("pick_id", "")
        is_number = item.isascii() and item.isdecimal() and len(item) < 9  # noqa: PLR2004  as many digits as an id may have
        if kind not in self.kinds or not is_number:
            abort(422)
        if wanted and int(item) not in names(kind, [int(item)], language()):
            abort(404)
        actions.set_link(self.kind, self.id, kind, int(item), wanted=wanted)
        question = words_of(request.form.get("q"))
        return see_other(
            self.address + (f"?{urlencode({'q': question})}" if question else "")
        )


@bp.get("/groups/<slug>/links")
@access(Permission.GROUP_EDIT)
def links(slug: str) -> ResponseReturnValue:
    found = edited_group(slug)
    demand(Permission.GROUP_EDIT, found)
    return of_group(found).page()


@bp.post("/groups/<slug>/links")
@access(Permission.GROUP_EDIT)
def set_link(slug: str) -> ResponseReturnValue:
    found = edited_group(slug)
    demand(Permission.GROUP_EDIT, found)
    return of_group(found).set()


@bp.get("/open-questions/<slug>/links")
@access(Permission.QUESTION_KEEP)
def question_links(slug: str) -> ResponseReturnValue:
    demand(Permission.QUESTION_KEEP)
    return of_question(slug).page()


@bp.post("/open-questions/<slug>/links")
@access(Permission.QUESTION_KEEP)
def set_question_link(slug: str) -> ResponseReturnValue:
    demand(Permission.QUESTION_KEEP)
    return of_question(slug).set()


def of_group(found: Found) -> Linked:
    return Linked(
        KIND,
        found.id,
        JOINED,
        *found.name(language()),
        url_for(".links", slug=found.slug),
        url_for(".group", slug=found.slug),
        trail(found),
    )


def of_question(slug: str) -> Linked:
    asked = found_question(slug)
    return Linked(
        OPEN_QUESTION,
        asked.id,
        (PRACTICE,),
        *asked.words(language()),
        url_for(".question_links", slug=slug),
        url_for(".open_question", slug=slug),
        way(asked),
    )
