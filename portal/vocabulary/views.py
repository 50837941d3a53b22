"""Administration: its front page, and the words that people use for things."""

from http import HTTPStatus

from flask import Blueprint, abort, url_for
from flask.typing import ResponseReturnValue

from portal.i18n import language
from portal.paging import page_of
from portal.permissions import Permission, access, demand
from portal.text import tidy
from portal.vocabulary import actions, queries
from portal.vocabulary.forms import SCHEMES, ConceptForm
from portal.vocabulary.labels import SCHEME_NAMES
from portal.vocabulary.queries import Concept, vocabulary
from portal.web import render, request, see_other

bp = Blueprint("vocabulary", __name__, url_prefix="/<language>/administration")

PAGE_SIZE = 30


@bp.get("")
@access(Permission.ADMINISTRATION_SEE)
def administration() -> ResponseReturnValue:
    demand(Permission.ADMINISTRATION_SEE)
    return render("vocabulary/administration.html")


@bp.get("/synonyms")
@access(Permission.VOCABULARY_EDIT)
def synonyms() -> ResponseReturnValue:
    demand(Permission.VOCABULARY_EDIT)
    asked = tidy(request.args.get("q"))
    found = queries.holding(asked, language())
    page = page_of(found, PAGE_SIZE)
    return render(
        "vocabulary/synonyms.html",
        fragment="groups",
        asked=asked,
        count=len(found),
        found=page.items,
        number=page.number,
        pages=page.pages,
        removed=queries.removed_concepts(),
        just_removed=request.args.get("removed"),
        words=vocabulary().words,
    )


@bp.post("/synonyms")
@access(Permission.VOCABULARY_EDIT)
def create_synonyms() -> ResponseReturnValue:
    demand(Permission.VOCABULARY_EDIT)
    return store(ConceptForm.read())


@bp.get("/synonyms/new")
@access(Permission.VOCABULARY_EDIT)
def new_synonyms() -> ResponseReturnValue:
    demand(Permission.VOCABULARY_EDIT)
    return show(ConceptForm())


@bp.get("/synonyms/<code>")
@access(Permission.VOCABULARY_EDIT)
def synonym_group(code: str) -> ResponseReturnValue:
    demand(Permission.VOCABULARY_EDIT)
    concept = queries.concept(code) or abort(404)
    return show(ConceptForm.of(concept), concept)


@bp.post("/synonyms/<code>")
@access(Permission.VOCABULARY_EDIT)
def change_synonyms(code: str) -> ResponseReturnValue:
    demand(Permission.VOCABULARY_EDIT)
    concept = queries.concept(code) or abort(404)
    if wanted := request.form.get("wanted"):
        actions.set_concept(code, wanted=wanted == "1")
        if wanted == "1":
            return saved(code)
        return see_other(url_for("vocabulary.synonyms", removed=code))
    form = ConceptForm.read()
    form.kept_leads = frozenset(concept.leads)
    return store(form, concept)


def store(form: ConceptForm, concept: Concept | None = None) -> ResponseReturnValue:
    if not form.validate():
        return show(form, concept), 422
    code = concept.code if concept else ""
    try:
        stored = actions.store_concept(code, form.draft, seen=form.seen.data or "")
    except actions.Outdated as outdated:
        form.seen.data = outdated.now.state
        return show(form, outdated.now, outdated=True), HTTPStatus.CONFLICT
    return saved(stored)


def saved(code: str) -> ResponseReturnValue:
    return see_other(url_for("vocabulary.synonym_group", code=code, saved=1))


def show(
    form: ConceptForm, concept: Concept | None = None, *, outdated: bool = False
) -> str:
    return render(
        "vocabulary/synonym_group.html",
        form=form,
        concept=concept,
        outdated=outdated,
        saved="saved" in request.args,
        schemes={scheme: vocabulary().of(scheme).values() for scheme in SCHEMES},
        names=SCHEME_NAMES,
    )
