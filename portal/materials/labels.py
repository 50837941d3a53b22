"""What the verdicts on a material are called, and how they look."""

from flask import Flask
from flask_babel import lazy_gettext as _l

from portal.directory.labels import FACETS as TERMS
from portal.materials.models import MaterialVerdict
from portal.vocabulary.models import Scheme

VERDICTS = {
    MaterialVerdict.USE: _l("Use"),
    MaterialVerdict.USE_IN_PART: _l("Use in part"),
    MaterialVerdict.DO_NOT_USE: _l("Do not use"),
    MaterialVerdict.NOT_READ: _l("Not read yet"),
}
VERDICT_LOOKS = {
    MaterialVerdict.USE: ("is-open", "check"),
    MaterialVerdict.USE_IN_PART: ("is-wait", "scale"),
    MaterialVerdict.DO_NOT_USE: ("is-plain", "x"),
    MaterialVerdict.NOT_READ: ("is-plain", "question"),
}
FACETS = {
    "verdict": _l("Verdict"),
    "theme": TERMS[Scheme.THEME],
    "language": _l("Language of the material"),
    "year": _l("Year"),
}
FIELDS = {
    "url": _l("Web address"),
    "source": _l("Who made it"),
    "year": _l("Year"),
    "licence": _l("Licence"),
    "language": _l("Language of the material"),
    "verdict": _l("Do we use it?"),
    "verdict_by": _l("Team that read it"),
    "verdict_on": _l("When it was read"),
    "tags/theme": TERMS[Scheme.THEME],
    "tags/need": TERMS[Scheme.NEED],
    "tags/group": TERMS[Scheme.GROUP],
}
TEXTS = {
    "title": _l("Title"),
    "summary": _l("What it is"),
    "reason": _l("Why, and which part"),
}


def init_app(app: Flask) -> None:
    app.jinja_env.globals.update(
        MATERIAL_VERDICTS=VERDICTS,
        MATERIAL_LOOKS=VERDICT_LOOKS,
        MATERIAL_FACETS=FACETS,
    )
