"""Paper: how many sheets to print, and what a clerk reads from one."""

from collections.abc import Mapping
from typing import Any, ClassVar

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from werkzeug.datastructures import MultiDict
from wtforms import IntegerField, RadioField
from wtforms.validators import NumberRange

from portal.accounts.models import Voice
from portal.ballots.actions.paper import content_of
from portal.ballots.forms.marks import Marks
from portal.ballots.sealing import Content
from portal.ballots.tallies import Consent, Method
from portal.forms import BaseForm, one_of, options
from portal.i18n import LANGUAGES, language

MOST_SHEETS = 200


class SheetsForm(BaseForm):
    count = IntegerField(
        _l("How many sheets"),
        [
            NumberRange(
                1,
                MOST_SHEETS,
                _l("Write a number from 1 to %(most)s", most=MOST_SHEETS),
            )
        ],
    )
    pick_language = RadioField(
        _l("Language of the sheets"),
        choices=options(LANGUAGES),
        default=language,
        validate_choice=False,
        validators=[one_of()],
    )


class SheetMarks(Marks):
    """The marks on a sheet, in the order of that sheet. A sheet that breaks the rules
    is entered as one that can't be counted. Whoever objects may say no more. Words are
    entered as they stand on the sheet; they are screened when the vote has closed."""

    with_words: ClassVar[tuple[Consent, ...]] = ()
    voice: str = Voice.RESIDENT.value
    spoilt: bool = False

    def _screen(self) -> None:
        """Two clerks read the same words, and neither may change them."""

    def take(self, sent: MultiDict[str, str]) -> "SheetMarks":
        self.voice = sent.get("voice", "")
        self.spoilt = "spoilt" in sent
        return self

    def validate(self) -> bool:
        if self.voice not in set(Voice):
            self.problems.append(("voice", _("Choose whose voice it is")))
        if not self.spoilt:
            super().validate()
        return not self.problems

    @property
    def content(self) -> Content:
        if self.spoilt:
            return content_of(nothing(self.method), self.voice, {})
        return content_of(self.choice, self.voice, self.reasons)

    def fill(self, content: Content) -> None:
        """Hold what this says, to be looked at and changed."""
        self.voice = content.voice
        self.spoilt = not content.choice
        self.by_option = written(self.method, content.choice)
        self.words = {int(key): said[2] for key, said in content.reasons.items()}


def nothing(method: Method) -> object:
    """A choice that names nothing."""
    by_number = {Method.DOTS, Method.SCORE, Method.CONSENT}
    return {} if method in by_number else []


def written(method: Method, choice: Any) -> dict[int, str]:
    """What stands beside each option on a sheet that says this."""
    match method:
        case Method.RANKING:
            tiers = enumerate(choice, 1)
            return {option: str(place) for place, tier in tiers for option in tier}
        case Method.APPROVAL | Method.BUDGET:
            return dict.fromkeys(choice, "1")
        case _:
            return {int(key): str(said) for key, said in choice.items()}


def alike(first: Mapping[int, str], second: Mapping[int, str]) -> dict[int, str]:
    """What two readings have in common."""
    return {key: said for key, said in first.items() if second.get(key) == said}
