"""What methods of voting, figures and ways are called, and when each method fits."""

from flask import Flask
from flask_babel import lazy_gettext as _l

from portal.accounts.models import Voice
from portal.ballots.tallies import Consent, Method
from portal.ballots.tallies.outcomes import Verdict
from portal.workshops.models import Way

METHODS = {
    Method.APPROVAL: _l("Approval: tick all that you could live with"),
    Method.DOTS: _l("Dots: share a few dots between the proposals"),
    Method.SCORE: _l("Score: give each proposal a number"),
    Method.RANKING: _l("Ranking: put them in order, the best first"),
    Method.CONSENT: _l("Consent: can we go on with this?"),
    Method.BUDGET: _l("Budget: choose what the money is used for"),
}
FITS = {
    Method.APPROVAL: _l("Easy for everybody. Fits a first choice among many."),
    Method.DOTS: _l("Shows how much people care. Fits a lively evening."),
    Method.SCORE: _l("Fits when each proposal can be judged by itself."),
    Method.RANKING: _l("Fits when one of a few is chosen. Takes some thought."),
    Method.CONSENT: _l("Finds what stands in the way. Fits one proposal, or two."),
    Method.BUDGET: _l("Fits when proposals cost money and the sum is fixed."),
}
STANCES = {
    Consent.AGREE: _l("I agree"),
    Consent.AGREE_IF: _l("I agree if …"),
    Consent.CONCERN: _l("I have a concern, but it does not stop us"),
    Consent.OBJECT: _l("I object, since …"),
}
VERDICTS = {
    Verdict.AGREED: _l("Agreed: nobody objects"),
    Verdict.CONDITIONS: _l("Agreed on conditions"),
    Verdict.BLOCKED: _l("Not agreed: somebody objects"),
    Verdict.SILENT: _l("Nobody said anything"),
}
# The figures of a result, by name.
FIGURES = {
    "approvals": _l("Approvals"),
    "dots": _l("Dots"),
    "givers": _l("People who gave dots"),
    "points": _l("Points"),
    "opinions": _l("Opinions"),
    "no_opinion": _l("No opinion"),
    "mean": _l("Mean"),
    "share": _l("Share"),
    "beats": _l("Beats"),
    "beaten_by": _l("Is beaten by"),
    "first": _l("Put first by"),
    "ranked": _l("Ranked by"),
    "agree": _l("Agree"),
    "agree_if": _l("Agree if …"),
    "concern": _l("Concern"),
    "object": _l("Object"),
    "silent": _l("Said nothing"),
    "supporters": _l("Supporters"),
    "cost": _l("Cost"),
}
# The figure that stands beside each option, and what the bars are shares of.
MAIN_FIGURES = {
    Method.APPROVAL: "approvals",
    Method.DOTS: "dots",
    Method.SCORE: "points",
    Method.RANKING: "beats",
    Method.CONSENT: "object",
    Method.BUDGET: "supporters",
}
BARS = {
    Method.APPROVAL: _l("The bars tell how many could live with it."),
    Method.DOTS: _l("The bars tell how many gave it one dot or more."),
    Method.SCORE: _l("The bars tell the mean of the numbers it was given."),
    Method.RANKING: _l("The bars tell how many put it first."),
    Method.CONSENT: _l("The bars tell how many agree without conditions."),
    Method.BUDGET: _l("The bars tell how many would use money for it."),
}
WAYS = {
    Way.WEB: _l("On the web"),
    Way.ROOM: _l("In the room"),
    Way.KIOSK: _l("On the shared tablet"),
    Way.PAPER: _l("On paper"),
}
# How a voice is drawn where colours are not seen.
SHAPES = {
    Voice.RESIDENT: "M-6 0a6 6 0 1 0 12 0a6 6 0 1 0-12 0",
    Voice.EXPERT: "M-6-6h12v12h-12z",
    Voice.PARTNER: "M0-8 8 0 0 8-8 0z",
    Voice.STAFF: "M0-8 8 6-8 6z",
}


def init_app(app: Flask) -> None:
    app.jinja_env.globals.update(
        METHODS=METHODS,
        FITS=FITS,
        STANCES=STANCES,
        CONSENT_RESULTS=VERDICTS,
        FIGURES=FIGURES,
        MAIN_FIGURES=MAIN_FIGURES,
        BARS=BARS,
        WAYS=WAYS,
        SHAPES=SHAPES,
    )
