from flask_babel import lazy_gettext as _l
from wtforms import RadioField

from portal.forms import (
    Line,
    Text,
    at_most,
    email_or_nothing,
    one_of,
    options,
    required,
)
from portal.i18n import language
from portal.screening.findings import Sort
from portal.screening.forms import ScreenedForm, no_identity_code
from portal.upkeep.actions.feedback import Said
from portal.upkeep.feedback_labels import ABOUTS, MISSING
from portal.upkeep.models import About, Source

LONGEST_MESSAGE = 2000
LONGEST_QUESTION = 200
LONGEST_EMAIL = 200


class FeedbackForm(ScreenedForm):
    """Numbers and addresses of services are what it is about; of people, nothing."""

    unshown = frozenset({"email"})
    passes = frozenset(
        {Sort.IDENTITY_CODE, Sort.PHONE, Sort.EMAIL, Sort.ADDRESS, Sort.INSULT}
    )
    about = RadioField(
        _l("What is wrong?"),
        choices=options(ABOUTS),
        validate_choice=False,
        validators=[one_of(_l("Choose what is wrong"))],
    )
    message = Text(
        _l("In your own words"),
        [
            required(_l("Write what is wrong")),
            at_most(LONGEST_MESSAGE),
            no_identity_code,
        ],
    )
    email = Line(_l("Your e-mail"), [at_most(LONGEST_EMAIL), email_or_nothing])

    source = Source.CARD

    @property
    def said(self) -> Said:
        return Said(
            source=self.source,
            about=About(self.about.data),
            message=self.message.data,
            email=self.email.data,
            language=language(),
        )


class SearchFeedbackForm(FeedbackForm):
    about = RadioField(
        _l("What is wrong?"),
        choices=options(MISSING),
        validate_choice=False,
        validators=[one_of(_l("Choose what is wrong"))],
    )
    question = Line(
        _l("What were you looking for?"),
        [
            required(_l("Write what you were looking for")),
            at_most(LONGEST_QUESTION),
            no_identity_code,
        ],
    )
    message = Text(
        _l("What would help you?"), [at_most(LONGEST_MESSAGE), no_identity_code]
    )

    source = Source.SEARCH

    @property
    def said(self) -> Said:
        values = vars(super().said)
        return Said(**{**values, "question": self.question.data})
