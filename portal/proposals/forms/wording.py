from typing import Self

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, Field, Form, HiddenField
from wtforms.validators import StopValidation

from portal.forms import Line, Text, Validator, at_most, required
from portal.proposals.wording import Wording
from portal.screening.forms import ScreenedForm

LONGEST_SUGGESTION = 120
LONGEST_PROBLEM = 600
LONGEST_HELPS = 160
MANY_TIMES = 3


def one_idea(limit: int) -> Validator:
    """No longer than `limit`; what is many times longer is more than one idea."""
    too_long = at_most(limit)

    def check(form: Form, field: Field) -> None:
        if len(field.data or "") > limit * MANY_TIMES:
            raise StopValidation(
                _(
                    "There is room for one idea here, at most %(limit)s characters. "
                    "Send your ideas one at a time; what you wrote is kept below.",
                    limit=limit,
                )
            )
        too_long(form, field)

    check.limit = limit  # type: ignore[attr-defined]
    return check


class WordingForm(ScreenedForm):
    suggestion = Line(
        _l("What should change?"),
        [required(_l("Write what should change")), one_idea(LONGEST_SUGGESTION)],
    )
    problem = Text(_l("What is the problem now?"), [one_idea(LONGEST_PROBLEM)])
    helps = Line(_l("Whom does it help?"), [one_idea(LONGEST_HELPS)])

    @property
    def wording(self) -> Wording:
        return Wording(self.suggestion.data, self.problem.data, self.helps.data)


class RewordingForm(WordingForm):
    """`version` is the state of the words the form was filled with."""

    version = HiddenField()
    pick_hidden = BooleanField(_l("Don't show the earlier words to anybody"))

    @classmethod
    def of(cls, words: Wording, *, hides_earlier: bool) -> Self:
        chosen = {"pick_hidden": hides_earlier, "version": words.state}
        return cls(data={**vars(words), **chosen})
