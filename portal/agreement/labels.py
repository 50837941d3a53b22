"""What agreements are called, and how their values are put in words."""

from collections.abc import Sequence

from babel.lists import format_list
from flask import Flask
from flask_babel import get_locale
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from portal.agreement.models import CardState, Decision, Field, RolloutState
from portal.agreement.queries.comparing import Verdict
from portal.agreement.queries.figures import Figure
from portal.directory.labels import ANSWERS, CHARGES, FACETS, LINES
from portal.directory.models import Charge, Known
from portal.i18n import language
from portal.vocabulary.models import Scheme
from portal.vocabulary.queries import vocabulary

FIELDS = {
    Field.TIER: FACETS[Scheme.TIER],
    Field.ACCESS: FACETS[Scheme.ACCESS],
    Field.CHARGE: _l("What it costs"),
    Field.ASSESSMENT: LINES["assessment"],
    Field.RECORDED: LINES["recorded"],
    Field.NAME_ASKED: LINES["name_asked"],
    Field.TOLD: LINES["told"],
    Field.LANGUAGES: _l("Languages"),
    Field.CHANNEL: _l("A way in without bank codes"),
    Field.WAIT: _l("Waiting time is told"),
}
TAGGED = {
    Field.TIER: Scheme.TIER,
    Field.ACCESS: Scheme.ACCESS,
    Field.LANGUAGES: Scheme.LANGUAGE,
}
VERDICTS = {
    Verdict.LATE: _l("The agreed time has run out"),
    Verdict.OPEN: _l("Not decided"),
    Verdict.TO_MEND: _l("To be mended"),
    Verdict.ACCEPTED: _l("Accepted"),
    Verdict.AGREES: _l("As agreed"),
}
VERDICT_LOOKS = {
    Verdict.LATE: ("is-wait", "alert"),
    Verdict.OPEN: ("is-wait", "question"),
    Verdict.TO_MEND: ("is-plain", "pen"),
    Verdict.ACCEPTED: ("", "clock"),
    Verdict.AGREES: ("is-open", "check"),
}
DECISIONS = {
    Decision.ACCEPTED: _l("We accept the difference until a day"),
    Decision.TO_MEND: _l("The service will be mended"),
}
CARD_STATES = {
    CardState.DRAFT: _l("Draft: only coordinators see it"),
    CardState.PUBLISHED: _l("Published: everybody sees it"),
}
ROLLOUT_STATES = {
    RolloutState.NOT_STARTED: _l("Not started"),
    RolloutState.PLANNED: _l("Planned"),
    RolloutState.IN_USE: _l("In use"),
    RolloutState.STOPPED: _l("Stopped"),
}
ROLLOUT_LOOKS = {
    RolloutState.NOT_STARTED: ("is-plain", "clock"),
    RolloutState.PLANNED: ("is-wait", "calendar"),
    RolloutState.IN_USE: ("is-open", "check"),
    RolloutState.STOPPED: ("is-plain", "x"),
}
PARTS = {
    "name": _l("Name"),
    "purpose": _l("Purpose"),
    "includes": _l("What is included"),
    "excludes": _l("What is not included"),
    "criteria": _l("Who can get it"),
    "steps": _l("How it goes"),
    "tier_reason": _l("Why on this tier"),
    "professionals": _l("Who does the work"),
    "indicators": _l("How we follow it"),
}


def value_words(field: Field, codes: Sequence[str]) -> str:
    """What the value of a compared field is called: `Near`, `Finnish and Swedish`."""
    if not codes:
        return _("Not known")
    if field in TAGGED:
        words = vocabulary()
        labels = [words.label(TAGGED[field], code, language()) for code in codes]
        return str(format_list(labels, locale=get_locale()))
    if field is Field.CHARGE:
        return str(CHARGES[Charge(codes[0])])
    return str(ANSWERS[Known(codes[0])])


def share(figure: Figure) -> str:
    """`84 % (27 of 32)`, or that there is nothing to count."""
    if figure.percent is None:
        return _("Nothing to count yet")
    return _(
        "%(percent)s %% (%(part)s of %(n)s)",
        percent=figure.percent,
        part=figure.part,
        n=figure.n,
    )


def init_app(app: Flask) -> None:
    app.jinja_env.globals.update(
        COMPARED=FIELDS,
        COMPARISONS=VERDICTS,
        COMPARISON_LOOKS=VERDICT_LOOKS,
        DECISIONS=DECISIONS,
        CARD_STATES=CARD_STATES,
        ROLLOUT_STATES=ROLLOUT_STATES,
        ROLLOUT_LOOKS=ROLLOUT_LOOKS,
        PARTS=PARTS,
        value_words=value_words,
        share=share,
    )
