"""The facts of a service: who gives it, how one reaches it, and its tags."""

from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import RadioField, SelectField
from wtforms.validators import StopValidation

from portal.directory.labels import ANSWERS, CHARGES, LINES
from portal.forms import Line, at_most, one_of, options, required
from portal.upkeep.forms.fields import (
    Day,
    Tick,
    a_phone,
    an_email,
    whole_number,
)
from portal.upkeep.forms.parts import PartForm
from portal.upkeep.forms.terms import terms
from portal.upkeep.labels import FACT_LABELS
from portal.upkeep.snapshots import Snapshot
from portal.vocabulary.models import Scheme

LONGEST_PHONE = 40
LONGEST_EMAIL = 200
LONGEST_WAIT = 3650
LONGEST_REVIEW = 60
PICKED = (*LINES, "charge", "interpreter")


class FactsForm(PartForm):
    pick_organisation = SelectField(
        FACT_LABELS["organisation"], validate_choice=False, validators=[one_of()]
    )
    pick_team = SelectField(
        FACT_LABELS["team"], validate_choice=False, validators=[one_of()]
    )
    phone = Line(FACT_LABELS["phone"], [at_most(LONGEST_PHONE), a_phone])
    email = Line(FACT_LABELS["email"], [at_most(LONGEST_EMAIL), an_email])
    wait_days = Line(FACT_LABELS["wait_days"], [whole_number(0, LONGEST_WAIT)])
    wait_checked_on = Day(FACT_LABELS["wait_checked_on"])
    review_months = Line(
        FACT_LABELS["review_months"],
        [
            required(_l("Write after how many months this is checked again")),
            whole_number(1, LONGEST_REVIEW),
        ],
    )
    review_email = Line(FACT_LABELS["review_email"], [at_most(LONGEST_EMAIL), an_email])
    pick_sensitive = Tick(FACT_LABELS["sensitive"])

    names = {  # noqa: RUF012  a table
        "pick_organisation": "organisation",
        "pick_team": "team",
        "pick_sensitive": "sensitive",
        **{
            name: name
            for name in (
                "phone",
                "email",
                "wait_days",
                "wait_checked_on",
                "review_months",
                "review_email",
            )
        },
        **{f"pick_{name}": name for name in PICKED},
        **{f"pick_tags_{scheme.value}": f"tags/{scheme.value}" for scheme in Scheme},
    }

    def offer(
        self, organisations: dict[str, str], teams: dict[str, tuple[str, str]]
    ) -> None:
        """What can be chosen: organisations by code, teams by code with the code of
        their organisation."""
        self.teams = teams
        self.pick_organisation.choices = options({"": _("not known"), **organisations})
        self.pick_team.choices = options(
            {"": _("not known"), **{code: name for code, (name, _of) in teams.items()}}
        )

    def validate_pick_team(self, field: Any) -> None:
        if not field.data or field.data not in self.teams:
            return
        if self.teams[field.data][1] != self.pick_organisation.data:
            raise StopValidation(_("This team belongs to another organisation"))

    @property
    def values(self) -> Snapshot:
        found = super().values
        # "012" and "12" months are the same.
        for name in ("wait_days", "review_months"):
            found[name] = str(int(found[name])) if found[name] else ""
        return found


for _name in PICKED:
    _choices = CHARGES if _name == "charge" else ANSWERS
    setattr(
        FactsForm,
        f"pick_{_name}",
        RadioField(
            FACT_LABELS[_name],
            choices=options(_choices),
            validate_choice=False,
            validators=[one_of()],
        ),
    )
for _scheme in Scheme:
    setattr(
        FactsForm,
        f"pick_tags_{_scheme.value}",
        terms(FACT_LABELS[f"tags/{_scheme.value}"], _scheme),
    )
