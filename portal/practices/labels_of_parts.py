"""What the parts of a practice are called, and how their values are told."""

from collections.abc import Mapping

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from portal.directory.labels import FACETS
from portal.practices.labels import FACTS, HEADINGS
from portal.practices.queries.stages import Lack
from portal.practices.snapshots import SCHEMES
from portal.upkeep.labels import in_vocabulary, language_name, written

TEXTS = {"name": _l("Name"), "summary": _l("Summary"), **FACTS, **HEADINGS}
OF_A_TEXT = {
    "state": _l("State"),
    "source": _l("Translated from"),
    "source_at": _l("Translated as it stood"),
}
REFERENCE = {
    "title": _l("What it is called"),
    "url": _l("Web address"),
    "year": _l("Year"),
    "language": _l("Language"),
}
WHOLE = {
    "organisation": _l("Whose practice this is"),
    "team": _l("Responsible team"),
    "authors": _l("Written together with"),
    "checked_on": _l("Checked on"),
    **{f"tags/{scheme.value}": FACETS[scheme] for scheme in SCHEMES},
}
LACKS = {
    Lack.WHO_TRIES: _l(
        "Tell who tries it: add where it is on trial, or write where it was made."
    ),
    Lack.RESULTS: _l("Write what is known so far, under that heading."),
    Lack.EVIDENCE: _l("A coordinator sets the mark of evidence first."),
    Lack.IN_USE: _l("Add where it is in use."),
    Lack.PLACES: _l("It has spread once it is in use in two areas or more."),
    Lack.REASON: _l("Write why it is no longer used. Others learn from it."),
}


def label(name: str) -> str:
    """What one name of a snapshot is called: `Suomi: Summary`."""
    first, *rest = name.split("/")
    if first == "text":
        said = (TEXTS | OF_A_TEXT)[rest[1]]
        return f"{language_name(rest[0]).capitalize()}: {said}"
    if first == "reference":
        return f"{_('Reference')}: {REFERENCE[rest[1]]}"
    return str(WHOLE.get(name, name))


def told(name: str, value: str, owners: Mapping[str, str]) -> str:
    """A value as a person reads it; `owners` are organisations and teams by code."""
    last = name.rsplit("/", maxsplit=1)[-1]
    if not value:
        return value
    if name.startswith("tags/"):
        return in_vocabulary(last, value.split())
    if name in {"organisation", "team", "authors"}:
        return "\n".join(owners.get(code, code) for code in value.split())
    if name.startswith("reference/") and last == "language":
        return language_name(value)
    return written(last, value)


def spoken(name: str) -> str:
    """The language that the words of this part are in, if they are in one."""
    first, *rest = name.split("/")
    return rest[0] if first == "text" else ""
