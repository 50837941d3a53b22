"""How far a phenomenon has come, who must answer it and by when."""

from datetime import date
from typing import Any, Self

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import RadioField, SelectField
from wtforms.validators import StopValidation

from portal.db import today
from portal.forms import Line, at_most, one_of, options
from portal.i18n import language
from portal.reports.labels import PROGRESS
from portal.reports.labels_of_phenomena import LACKS
from portal.reports.models import Progress
from portal.reports.stages import ORDER, Lack, lacks, steps_back
from portal.screening.forms import ScreenedForm
from portal.upkeep.forms.fields import Day
from portal.upkeep.notes import Note
from portal.upkeep.snapshots import Snapshot, as_date

LONGEST_NOTE = 300
NOT_OF_BODY = {Progress.GATHERED, Progress.TAKEN_UP}


class ProgressForm(ScreenedForm):
    """`stands` are the words that are there, `now` how far it is, `since` the first day
    on which an answer may be due."""

    stands: Snapshot
    now: Progress
    body: int | None
    offered: set[str]
    since: date

    pick_progress = RadioField(
        _l("How far it has come"), validate_choice=False, validators=[one_of()]
    )
    pick_team = SelectField(
        _l("Team that must answer"), validate_choice=False, validators=[one_of()]
    )
    due_on = Day(_l("Answer by"))
    note = Line(_l("Why, if you step back"), [at_most(LONGEST_NOTE)])

    def offer(self, row: Any, stands: Snapshot, teams: dict[str, str]) -> Self:
        """To whom may not choose who answers, no teams are offered."""
        self.stands, self.now, self.body = stands, row.progress, row.team
        self.since = min(row.taken_up_on or today(), row.due_on or date.max)
        labels = {
            progress.value: label
            for progress, label in PROGRESS.items()
            if teams or progress not in NOT_OF_BODY or progress is self.now
        }
        self.offered = set(labels)
        self.pick_progress.choices = options(labels)
        if teams:
            self.pick_team.choices = options({"": "", **teams})
        else:
            del self.pick_team, self.due_on
        return self

    def filled(self, *, with_next: bool = False) -> Self:
        """With the next step chosen where the words it needs are there."""
        after = ORDER[ORDER.index(self.now) + 1 :][:1]
        ready = with_next and after and not lacks(after[0], self.stands, team=self.body)
        self.pick_progress.data = (after[0] if ready else self.now).value
        if self.pick_team:
            self.pick_team.data = str(self.body or "")
        return self

    def validate_pick_progress(self, field: Any) -> None:
        found = [
            lack
            for lack in lacks(self.wanted, self.stands, team=self.team)
            if lack is not Lack.TEAM
        ]
        if found:
            raise StopValidation(str(LACKS[found[0]]))
        del field

    def validate_pick_team(self, field: Any) -> None:
        if not self.is_offered:
            return
        if Lack.TEAM in lacks(self.wanted, self.stands, team=self.team):
            raise StopValidation(str(LACKS[Lack.TEAM]))
        del field

    def validate_due_on(self, field: Any) -> None:
        if self.due and self.due < self.since:
            raise StopValidation(_("This day is before it is taken up"))
        del field

    def validate_note(self, field: Any) -> None:
        if not self.is_offered or field.data:
            return
        if steps_back(self.now, self.wanted):
            raise StopValidation(_("Write why it steps back, in a few words"))

    @property
    def is_offered(self) -> bool:
        return self.pick_progress.data in self.offered

    @property
    def wanted(self) -> Progress:
        return Progress(self.pick_progress.data)

    @property
    def team(self) -> int | None:
        """The one that is chosen, or the one that stands where none can be."""
        chosen = str(self.pick_team.data or "") if self.pick_team else ""
        right = chosen.isascii() and chosen.isdigit()
        return int(chosen) if right else self.body

    @property
    def due(self) -> date | None:
        return as_date(self.due_on.data or "") if self.due_on else None

    @property
    def said(self) -> Note:
        words = self.note.data or ""
        return Note(words, language() if words else "")
