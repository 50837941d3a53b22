"""The shelf as a list."""

from dataclasses import replace

from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from portal.directory.models import CHANGES as DIRECTORY
from portal.directory.queries.names import team_names
from portal.freshness import kept
from portal.i18n import LANGUAGES, language
from portal.materials.labels import VERDICTS
from portal.materials.models import CHANGES, KIND
from portal.materials.queries.finding import PAGE_SIZE, Wish, find, labels, row
from portal.materials.queries.shelf import Facet
from portal.materials.views import bp
from portal.paging import page_of
from portal.permissions import PUBLIC, access
from portal.search.concepts import CHANGES as PHRASES
from portal.search.lexicon import changes_of
from portal.search.wishes import address, chosen, query_of, question_asked
from portal.spreadsheet import csv_file
from portal.vocabulary.queries import CHANGES as WORDS
from portal.web import render


@bp.get("/materials")
@access(PUBLIC)
@kept(CHANGES, DIRECTORY, WORDS, PHRASES, changes_of(KIND))
def materials() -> ResponseReturnValue:
    wish = read_wish()
    found = find(wish, language())
    shown = page_of(found.materials, PAGE_SIZE)
    return render(
        "materials/materials.html",
        fragment="results",
        wish=wish,
        found=found,
        rows=[row(material, language()) for material in shown.items],
        number=shown.number,
        pages=shown.pages,
        chosen=chosen_links(wish),
        meant=address_of(replace(wish, question=found.ranking.meant)),
        as_table=address("materials.materials_sheet", query_of(wish)),
    )


@bp.get("/materials.csv")
@access(PUBLIC)
@kept(CHANGES, DIRECTORY, WORDS, PHRASES, changes_of(KIND))
def materials_sheet() -> ResponseReturnValue:
    headings = (
        _("Title"),
        _("Who made it"),
        _("Year"),
        _("Licence"),
        _("Language of the material"),
        _("Web address"),
        _("Verdict"),
        _("Why, and which part"),
        _("Team that read it"),
        _("When it was read"),
    )
    teams = team_names(language())
    lines = [
        (
            found.text.title,
            material.source,
            material.year,
            material.licence,
            LANGUAGES[material.language],
            material.url,
            VERDICTS[material.verdict],
            found.reason[0] if found.reason else "",
            teams[material.team][0] if material.team in teams else "",
            material.verdict_on,
        )
        for material in find(read_wish(), language()).materials
        for found in [row(material, language())]
    ]
    return csv_file("materials", headings, lines)


def read_wish() -> Wish:
    """What the address asks for; values that no material can have are left out."""
    question, _too_long = question_asked()
    return Wish(question, chosen({facet: labels(facet, language()) for facet in Facet}))


def address_of(wish: Wish) -> str:
    return address("materials.materials", query_of(wish))


def chosen_links(wish: Wish) -> list[tuple[str, str]]:
    """What is chosen, each with the address that leaves it out."""
    return [
        (labels(facet, language())[code], address_of(wish.leaving_out(facet, code)))
        for facet, codes in wish.chosen.items()
        for code in codes
    ]
