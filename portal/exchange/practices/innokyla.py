"""The headings of Innokylä, under the names they have there, and which of ours each
holds. What is not among them is ours alone."""

from flask_babel import lazy_gettext as _l

from portal.practices.headings import HEADINGS

BASICS = _l("Basic facts")
DESCRIPTION = _l("Description of the model")
PATH = _l("Path of development")
OURS = _l("What this library asks besides")
NAMES = {
    "summary": _l("Short description"),
    "place": _l("Where it is carried out"),
    "funder": _l("Funder"),
    "whole": _l("Whole that the model belongs to"),
    "authors": _l("Made by"),
    "how": _l("Core idea of the solution"),
    "needs_of": _l("What it takes to work and to be taken in use"),
    "setting": _l("Setting of the work"),
    "problem": _l("Starting point and needs"),
    "audience": _l("Target group"),
    "insight": _l("Insight into clients"),
    "co_developers": _l("Who took part in developing"),
    "change": _l("Intended change"),
    "indicators": _l("How the change is measured"),
    "results": _l("Results of evaluation in brief"),
    "tips": _l("Tips for those who apply it"),
}
PARTS = {
    DESCRIPTION: ("how", "needs_of"),
    PATH: (
        "setting",
        "problem",
        "audience",
        "insight",
        "co_developers",
        "change",
        "indicators",
        "results",
        "tips",
    ),
}
OWN = tuple(name for name in HEADINGS if name not in NAMES)
