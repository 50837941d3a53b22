"""What a moderator decides, of one thing or of several."""

from collections.abc import Iterable, Mapping
from typing import Self

from flask_babel import lazy_gettext as _l
from wtforms import Field, Form, RadioField
from wtforms.validators import StopValidation

from portal.forms import BaseForm, Line, Text, at_most, one_of, options
from portal.moderation.actions import Ruling
from portal.moderation.labels import REASONS
from portal.moderation.models import Decision, Reason
from portal.web import request

LONGEST_NOTE = 600
LONGEST_PASSAGE = 300
NEED_REASON = {
    Decision.RETURN: _l("Choose why it goes back to the writer"),
    Decision.HIDE: _l("Choose why it is hidden"),
    Decision.UPHOLD: _l("Choose why it stays as it was decided"),
}


def needed_with_this(form: Form, field: Field) -> None:
    """The writer must be able to see what to change."""
    message = NEED_REASON.get(form["decision"].data)
    if message and not field.data:
        raise StopValidation(str(message))


def needed_to_merge(form: Form, field: Field) -> None:
    if form["decision"].data == Decision.MERGE and not field.data:
        raise StopValidation(str(_l("Choose which one it says the same as")))


class SeveralForm(BaseForm):
    decision = RadioField(
        choices=options(dict.fromkeys(Decision, "")),
        validate_choice=False,
        validators=[one_of(_l("Choose whether to publish or to return this"))],
    )
    reason = RadioField(
        _l("Why"),
        choices=options({"": _l("No reason"), **REASONS}),
        default="",
        validate_choice=False,
        validators=[one_of(), needed_with_this],
    )
    note = Text(_l("In your own words"), [at_most(LONGEST_NOTE)])

    @property
    def reason_given(self) -> Reason | None:
        """Why it is not published; a choice left from before publishing means
        nothing."""
        given = self.reason.data if self.decision.data in NEED_REASON else ""
        return Reason(given) if given else None

    @property
    def ruling(self) -> Ruling:
        return Ruling(Decision(self.decision.data), self.reason_given, self.note.data)


class DecisionForm(SeveralForm):
    """One thing. What screening found in it is offered as the part to be changed, and
    what is like it as what it may be joined with."""

    pick_passage = RadioField(_l("Which part?"), default="", validate_choice=False)
    passage = Line(_l("Another part, in its own words"), [at_most(LONGEST_PASSAGE)])
    pick_into = RadioField(
        _l("Which one says the same?"),
        choices=[],
        default="",
        validate_choice=False,
        validators=[one_of(), needed_to_merge],
    )

    @classmethod
    def about(cls, found: Iterable[str], like: Mapping[int, str]) -> Self:
        """The form with what can be chosen for one thing."""
        form = cls(request.form if request.method == "POST" else None)
        parts = {words: words for words in found}
        form.pick_passage.choices = options({"": _l("No part of it"), **parts})
        form.pick_into.choices = options({"": _l("None"), **like})
        return form

    @property
    def ruling(self) -> Ruling:
        chosen = self.passage.data or self.pick_passage.data or ""
        decision = Decision(self.decision.data)
        return Ruling(
            decision,
            self.reason_given,
            self.note.data,
            chosen[:LONGEST_PASSAGE] if decision is Decision.RETURN else "",
            int(self.pick_into.data) if decision is Decision.MERGE else None,
        )
