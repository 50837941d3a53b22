"""What is the same of a pilot in every language."""

import re
from datetime import date
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import SelectField
from wtforms.validators import StopValidation

from portal.forms import Line, at_most, one_of, options
from portal.i18n import language
from portal.pilots.labels import FACTS, WEEKS
from portal.practices.queries.texts import practice
from portal.upkeep.forms.fields import Day, whole_number
from portal.upkeep.forms.screened import ScreenedPartForm
from portal.vocabulary.models import Scheme
from portal.vocabulary.queries import vocabulary

LONGEST_ADDRESS = 300
LAST_PART = re.compile(r"(?:\S*/practices/)?([a-z0-9-]{1,120})/?")
LAST_EDITION = 9999


class PracticeLine(Line):
    """The address of a practice, or its last part."""

    def process_text(self, value: str) -> str:
        return value

    @property
    def text(self) -> str:
        found = LAST_PART.fullmatch(self.data or "")
        return found[1] if found else ""


class FactsForm(ScreenedPartForm):
    practice = PracticeLine(FACTS["practice"], [at_most(LONGEST_ADDRESS)])
    practice_edition = Line(FACTS["practice_edition"], [whole_number(1, LAST_EDITION)])
    pick_group = SelectField(
        FACTS["group"], validate_choice=False, validators=[one_of()]
    )
    pick_organisation = SelectField(
        FACTS["organisation"], validate_choice=False, validators=[one_of()]
    )
    pick_team = SelectField(FACTS["team"], validate_choice=False, validators=[one_of()])
    starts_on = Day(FACTS["starts_on"])
    ends_on = Day(FACTS["ends_on"])
    pick_entry_weeks = SelectField(
        FACTS["entry_weeks"],
        choices=options({str(weeks): label for weeks, label in WEEKS.items()}),
        validate_choice=False,
        validators=[one_of(_l("Choose how often the places tell"))],
    )

    names = {  # noqa: RUF012  a table
        "practice": "practice",
        "practice_edition": "practice_edition",
        "pick_group": "group",
        "pick_organisation": "organisation",
        "pick_team": "team",
        "starts_on": "starts_on",
        "ends_on": "ends_on",
        "pick_entry_weeks": "entry_weeks",
    }
    unshown = frozenset({"practice", "practice_edition", "starts_on", "ends_on"})

    def offer(self, owners: dict[str, str], teams: dict[str, tuple[str, str]]) -> None:
        """Owners by code, teams by code with the code of their organisation."""
        self.teams = teams
        self.pick_organisation.choices = options(owners)
        self.pick_team.choices = options(
            {"": _("not known"), **{code: name for code, (name, _of) in teams.items()}}
        )
        groups = vocabulary().of(Scheme.GROUP)
        self.pick_group.choices = options(
            {"": "", **{code: word.labels[language()] for code, word in groups.items()}}
        )

    def validate_practice(self, field: Any) -> None:
        """Also fills in the version that stands, where none is told."""
        self.found = practice(field.text) if field.data else None
        if field.data and self.found is None:
            raise StopValidation(
                _("There is no practice at this address. Copy it from the practice.")
            )
        if self.found and not self.practice_edition.data:
            self.practice_edition.data = str(self.found.edition)

    def validate_practice_edition(self, field: Any) -> None:
        found = getattr(self, "found", None)
        if not field.data:
            return
        if found is None:
            raise StopValidation(_("Tell first which practice this is a version of"))
        if int(field.data) > found.edition:
            raise StopValidation(
                _("The practice has come to version %(number)s", number=found.edition)
            )

    def validate_ends_on(self, field: Any) -> None:
        begins = self.starts_on.data
        if not field.data or self.starts_on.errors:
            return
        if not begins:
            raise StopValidation(_("Tell first when it begins"))
        if date.fromisoformat(field.data) < date.fromisoformat(begins):
            raise StopValidation(_("It ends before it begins. Look at both days."))

    def validate_pick_team(self, field: Any) -> None:
        if not field.data or field.data not in self.teams:
            return
        if self.teams[field.data][1] != self.pick_organisation.data:
            raise StopValidation(_("This team belongs to another organisation"))
