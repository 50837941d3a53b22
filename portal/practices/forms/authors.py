"""Whose a practice is, and what it is tagged with."""

from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import SelectField
from wtforms.validators import StopValidation

from portal.directory.labels import FACETS
from portal.forms import one_of, options
from portal.practices.snapshots import SCHEMES
from portal.upkeep.forms.fields import Several
from portal.upkeep.forms.screened import ScreenedPartForm
from portal.upkeep.forms.terms import terms


class AuthorsForm(ScreenedPartForm):
    pick_organisation = SelectField(
        _l("Whose practice this is"), validate_choice=False, validators=[one_of()]
    )
    pick_team = SelectField(
        _l("Responsible team"), validate_choice=False, validators=[one_of()]
    )
    pick_authors = Several(_l("Written together with"))

    names = {  # noqa: RUF012  a table
        "pick_organisation": "organisation",
        "pick_team": "team",
        "pick_authors": "authors",
        **{f"pick_tags_{scheme.value}": f"tags/{scheme.value}" for scheme in SCHEMES},
    }

    def offer(
        self,
        owners: dict[str, str],
        organisations: dict[str, str],
        teams: dict[str, tuple[str, str]],
    ) -> None:
        """What can be chosen: owners and organisations by code, teams by code with the
        code of their organisation."""
        self.teams = teams
        self.pick_organisation.choices = options(owners)
        self.pick_authors.choices = options(
            {code: organisations[code] for code in sorted(organisations)}
        )
        self.pick_team.choices = options(
            {"": _("not known"), **{code: name for code, (name, _of) in teams.items()}}
        )

    def validate_pick_team(self, field: Any) -> None:
        if not field.data or field.data not in self.teams:
            return
        looking_after = {self.pick_organisation.data, *(self.pick_authors.data or [])}
        if self.teams[field.data][1] not in looking_after:
            raise StopValidation(_("This team belongs to another organisation"))


for _scheme in SCHEMES:
    setattr(AuthorsForm, f"pick_tags_{_scheme.value}", terms(FACETS[_scheme], _scheme))
