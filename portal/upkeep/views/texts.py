"""The words of a thing in one language as a page, beside those in another."""

from typing import Any

from flask import url_for
from flask_babel import gettext as _

from portal.upkeep.forms.texts import TextForm
from portal.upkeep.labels import language_name
from portal.upkeep.snapshots import Snapshot
from portal.upkeep.views.part import Part
from portal.web import request


def text_page(
    kept: Any, code: str, form: type[TextForm], also: Snapshot, folder: str
) -> Part:
    """`also` is what a text that is new begins with."""
    others = [other for other in kept.languages if other != code]
    asked = request.args.get("beside", "")
    source = kept.text(code).get("source", "")
    beside = next((other for other in (asked, source, *others) if other in others), "")
    seen = {other: kept.changed[other].isoformat() for other in others}
    return Part(
        "text",
        _("Text in %(name)s", name=language_name(code)),
        kept,
        url_for(
            f"{folder}.save_text",
            slug=kept.slug,
            text_language=code,
            beside=asked or None,
        ),
        form,
        lambda sent: sent.offer(seen),
        code,
        also,
        {"beside": beside, "others": others, "older": kept.older(code)},
        folder,
    )
