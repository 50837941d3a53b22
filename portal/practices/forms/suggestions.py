"""Other words for a practice, under the headings of its editors."""

from functools import cache
from typing import Any, ClassVar

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import HiddenField
from wtforms.validators import StopValidation

from portal.differences import gone_and_come
from portal.forms import (
    BaseForm,
    Line,
    Text,
    at_most,
    required,
    submission_field,
)
from portal.practices.forms.editing import field_names, fields
from portal.practices.models import SuggestionState
from portal.screening.forms import ScreenedForm
from portal.upkeep.forms.feedback_answers import seen
from portal.upkeep.merging import as_read
from portal.upkeep.snapshots import Snapshot

LONGEST_WHY = 300
TAKEN = SuggestionState.TAKEN.value
DECLINED = SuggestionState.DECLINED.value
OFFERED = SuggestionState.OFFERED.value


class SuggestionForm(ScreenedForm):
    """`names` tells which name of a snapshot each field holds; `stands` is what was
    read, and only paragraphs that are new are looked through."""

    names: ClassVar[dict[str, str]] = {}
    stands: Snapshot = {}  # noqa: RUF012  each form is given its own
    edition = HiddenField()
    submission = submission_field()

    def fill(self, snapshot: Snapshot) -> None:
        for name, key in self.names.items():
            self[name].data = snapshot.get(key, "")

    @property
    def values(self) -> Snapshot:
        """What is otherwise than it was read, by the names of a snapshot."""
        found = {
            key: as_read(self.stands.get(key, ""), self[name].data or "")
            for name, key in self.names.items()
        }
        return {
            key: text for key, text in found.items() if text != self.stands.get(key, "")
        }

    @property
    def words(self) -> dict[str, str]:
        changed = self.values
        return {
            name: gone_and_come(self.stands.get(self.names[name], ""), written)[1]
            if name in self.names
            else written
            for name, written in super().words.items()
            if self.names.get(name, name) in {*changed, "why"}
        }

    def validate_why(self, _field: Any) -> None:
        if not self.values:
            raise StopValidation(_("You have not changed any words yet"))


@cache
def suggestion_form(language: str) -> type[SuggestionForm]:
    why = Line(
        _l("Why would these words be better?"),
        [
            required(_l("Write in a few words why these would be better")),
            at_most(LONGEST_WHY),
        ],
    )
    members = fields() | {"why": why, "names": field_names(language)}
    return type("SuggestionForm", (SuggestionForm,), members)


class SettlingForm(BaseForm):
    """What those who look after a practice do with a suggestion."""

    state = HiddenField()
    edition = HiddenField()
    answer = Text(_l("Why not?"), [at_most(LONGEST_WHY)])

    @property
    def seen_edition(self) -> int:
        return seen(self.edition.data)

    def validate_answer(self, field: Any) -> None:
        if self.state.data == DECLINED and not field.data:
            raise StopValidation(_("Write why, so that the reader understands"))
