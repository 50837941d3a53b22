"""The whole directory seen at once: tiers, balance and coverage."""

from urllib.parse import urlencode

from flask import url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from portal.agreement.queries import balance as balances
from portal.agreement.queries import coverage as coverages
from portal.agreement.queries import tiers as boards
from portal.agreement.queries.coverage import NARROWING, Coverage
from portal.agreement.views import bp
from portal.directory.models import CHANGES
from portal.freshness import kept
from portal.i18n import language
from portal.permissions import PUBLIC, access
from portal.spreadsheet import csv_file
from portal.vocabulary.models import Scheme
from portal.vocabulary.queries import CHANGES as WORDS
from portal.vocabulary.queries import vocabulary
from portal.web import render, request

MOST_ON_A_TIER = 60


@bp.get("/tiers")
@access(PUBLIC)
@kept(CHANGES, WORDS)
def tiers() -> ResponseReturnValue:
    board = boards.board(language())
    return render("agreement/tiers.html", board=board, most=MOST_ON_A_TIER)


@bp.get("/tiers.csv")
@access(PUBLIC)
@kept(CHANGES, WORDS)
def tiers_sheet() -> ResponseReturnValue:
    rows = [
        (tier.word.labels[language()], placed.name, placed.reason)
        for tier in boards.board(language())
        for placed in tier.services
    ]
    return csv_file("tiers", (_("Tier"), _("Service"), _("Reason")), rows)


@bp.get("/balance")
@access(PUBLIC)
@kept(CHANGES, WORDS)
def balance() -> ResponseReturnValue:
    focuses = list(vocabulary().of(Scheme.FOCUS).values())
    rows = balances.balance()
    return render("agreement/balance.html", rows=rows, focuses=focuses)


@bp.get("/balance.csv")
@access(PUBLIC)
@kept(CHANGES, WORDS)
def balance_sheet() -> ResponseReturnValue:
    focuses = [w.labels[language()] for w in vocabulary().of(Scheme.FOCUS).values()]
    headings = (
        _("Municipality"),
        _("Services"),
        *focuses,
        *(_("%(focus)s, per cent", focus=focus) for focus in focuses),
        _("Not known"),
    )
    rows = [
        (
            row.area.labels[language()] if row.area else _("All services together"),
            row.n,
            *(figure.part for figure in row.shares.values()),
            *(figure.percent for figure in row.shares.values()),
            row.unknown,
        )
        for row in balances.balance()
    ]
    return csv_file("balance", headings, rows)


def wanted() -> dict[Scheme, str]:
    return {scheme: request.args.get(scheme.value, "") for scheme in NARROWING}


def address_of(seen: Coverage, scheme: Scheme, code: str) -> str:
    """The table narrowed in one more way, or with no code, in one fewer."""
    codes = {s.value: word.code for s, word in seen.chosen.items()}
    query = {name: c for name, c in {**codes, str(scheme): code}.items() if c}
    return f"{url_for('agreement.coverage')}?{urlencode(query)}".rstrip("?")


@bp.get("/coverage")
@access(PUBLIC)
@kept(CHANGES, WORDS)
def coverage() -> ResponseReturnValue:
    seen = coverages.coverage(wanted())
    return render("agreement/coverage.html", seen=seen, address_of=address_of)


@bp.get("/coverage.csv")
@access(PUBLIC)
@kept(CHANGES, WORDS)
def coverage_sheet() -> ResponseReturnValue:
    seen = coverages.coverage(wanted())
    narrowed = [
        seen.chosen[scheme].labels[language()] if scheme in seen.chosen else _("All")
        for scheme in NARROWING
    ]
    headings = (
        _("Need"),
        _("Municipality"),
        _("Language"),
        _("How you meet"),
        _("Services"),
        _("Gap"),
    )
    rows = [
        (
            need.labels[language()],
            area.labels[language()],
            *narrowed,
            count,
            "" if count else _("Gap"),
        )
        for need in seen.needs
        for area in seen.areas
        for count in [seen.cells[need.code, area.code]]
    ]
    return csv_file("coverage", headings, rows)
