"""What methods of voting are called, and when each fits."""

from flask import Flask
from flask_babel import lazy_gettext as _l

from portal.ballots.tallies import Consent, Method

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


def init_app(app: Flask) -> None:
    app.jinja_env.globals.update(METHODS=METHODS, FITS=FITS, STANCES=STANCES)
