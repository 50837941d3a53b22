"""The letters to those who answer an inventory."""

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from portal.i18n import day
from portal.inventories import answer_links
from portal.inventories.queries.inventories import Found
from portal.inventories.queries.respondents import Asked
from portal.notices.letters import in_the_language, signed

Letter = tuple[str, str]


def invitation(found: Found, asked: Asked) -> Letter:
    with in_the_language(asked.row.language):
        title = found.text(asked.row.language).title
        area = asked.area.labels[asked.row.language]
        body = [
            _("We ask every municipality the same questions: %(title)s.", title=title),
            _("You answer for %(area)s. Here is the link:", area=area)
            + f"\n{address(found, asked)}",
            due(found),
            _(
                "You need no account. Save and go on whenever you like; you can pass "
                "the link on to a colleague. “We don't know” is an answer too."
            ),
        ]
        subject = _("Questions for %(area)s: %(title)s", area=area, title=title)
        return subject, signed(body, asked.row.language)


def reminder(found: Found, asked: Asked) -> Letter:
    """Says how far they are, and how to end these letters: by saying they are done."""
    with in_the_language(asked.row.language):
        title = found.text(asked.row.language).title
        area = asked.area.labels[asked.row.language]
        body = [
            _(
                "The questions for %(area)s still wait: %(title)s.",
                area=area,
                title=title,
            ),
            ngettext(
                "You have answered %(num)s question so far.",
                "You have answered %(num)s questions so far.",
                asked.answered,
            ),
            _("Go on here:") + f"\n{address(found, asked)}",
            due(found),
            _(
                "If you are done, say so at the end of the page, and we won't remind "
                "you again. We write once a week at most."
            ),
        ]
        subject = _("Still to answer for %(area)s: %(title)s", area=area, title=title)
        return subject, signed(body, asked.row.language)


def address(found: Found, asked: Asked) -> str:
    token = answer_links.signed(asked.row)
    return url_for(
        "inventories.answers", slug=found.slug, answer_token=token, _external=True
    )


def due(found: Found) -> str:
    if not found.row.due_on:
        return ""
    return _("We hope for your answers by %(date)s.", date=day(found.row.due_on))
