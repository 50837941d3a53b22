"""What editors are told of a poor card, with the place to mend it."""

from dataclasses import dataclass

from flask import url_for
from flask_babel import lazy_gettext as _l

from portal.upkeep.forms.texts import FIELDS
from portal.upkeep.labels import TEXT_LABELS
from portal.upkeep.quality import Poor

WARNINGS = {
    "no-summary": _l("There is no summary. Lists show only the name."),
    "summary-is-name": _l("The summary says the same as the name."),
    "long-summary": _l("The summary is %(about)s characters over 150."),
    "phone-in-text": _l(
        "%(field)s: a phone number in the text (%(about)s). Put it among the facts."
    ),
    "email-in-text": _l(
        "%(field)s: an e-mail address in the text (%(about)s). Put it among the facts."
    ),
    "address-in-text": _l(
        "%(field)s: a web address in the text (%(about)s). Put it among the ways in."
    ),
    "year-in-text": _l("%(field)s: a year in the text (%(about)s). It grows old."),
    "long-sentence": _l("%(field)s: a sentence of over 25 words (“%(about)s”)."),
    "long-paragraph": _l(
        "%(field)s: a paragraph of over four sentences (“%(about)s”)."
    ),
    "no-phone-or-email": _l("There is no phone number and no e-mail."),
    "no-area": _l("No area is chosen. Nobody finds this by where they live."),
    "only-by-identification": _l("There is no way in without bank codes or the like."),
}
FACTS = {"phone", "tags/area"}


@dataclass(frozen=True)
class Told:
    """A warning in words, and where to mend it."""

    sentence: str
    address: str


def told(warning: Poor, slug: str, language: str) -> Told:
    field = str(TEXT_LABELS.get(warning.field, ""))
    words = str(WARNINGS[warning.what]) % {"about": warning.about, "field": field}
    return Told(words, address(warning.field, slug, language))


def address(field: str, slug: str, language: str) -> str:
    if field in FACTS:
        anchor = "phone" if field == "phone" else "pick_tags_area"
        return url_for("upkeep.service_part", slug=slug, part="facts", _anchor=anchor)
    if field == "channels":
        return url_for("upkeep.service_part", slug=slug, part="channels")
    anchor = FIELDS.get(field, field)
    return url_for("upkeep.text", slug=slug, text_language=language, _anchor=anchor)
