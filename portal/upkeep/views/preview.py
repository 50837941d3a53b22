"""The card drawn from what is typed."""

import re

from flask import current_app, g, render_template
from flask_babel import force_locale
from markupsafe import Markup

from portal.directory.queries import cards
from portal.directory.views.cards import reader
from portal.upkeep.actions.preview import as_if
from portal.upkeep.actions.saving import SERVICES
from portal.upkeep.queries.services import Kept
from portal.upkeep.snapshots import Snapshot

HEADING = re.compile(r"<(/?)h([1-4])\b")
NAMED = re.compile(r'\b(id|for|aria-labelledby|aria-describedby)="([^"]+)"')
INNER_LINK = re.compile(r'href="#([^"]+)"')
CRUMBS = re.compile(r'<nav class="crumbs.*?</nav>', re.DOTALL)
MAIN = '<main id="content" tabindex="-1">'
LOWER = 2


def drawn(kept: Kept, wanted: Snapshot, spoken: str) -> Markup:
    """The card in one language as if this were saved and published."""
    state = f"text/{spoken}/state"
    shown = {**wanted, **({state: "published"} if state in wanted else {})}
    page_language = g.language
    with as_if(SERVICES, kept.service, kept.snapshot, shown), force_locale(spoken):
        g.language = spoken
        try:
            card = cards.card(kept.slug, spoken, reader())
            views = current_app.view_functions
            html = render_template("directory/card.html", card=card, views=views)
        finally:
            g.language = page_language
    return within(html)


def within(html: str) -> Markup:
    """A page's main part as a part of another page: lower headings, its own ids."""
    html = html.partition(MAIN)[2].partition("</main>")[0]
    html = CRUMBS.sub("", html)
    html = HEADING.sub(lambda h: f"<{h[1]}h{int(h[2]) + LOWER}", html)
    html = NAMED.sub(
        lambda n: f'{n[1]}="{" ".join("preview-" + i for i in n[2].split())}"', html
    )
    return Markup(INNER_LINK.sub(r'href="#preview-\1"', html))  # noqa: S704  ours
