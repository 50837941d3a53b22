"""A group as its editors write it, and its members."""

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import Field, Form, SelectField
from wtforms.validators import StopValidation

from portal.forms import Line, Text, at_most, one_of, options
from portal.groups.forms.fields import (
    LONGEST_NAME,
    LONGEST_TEXT,
    GroupsForm,
    in_languages,
    in_some_language,
    sending,
    text_names,
)
from portal.i18n import LANGUAGES
from portal.screening.findings import Sort
from portal.screening.forms import ScreenedForm
from portal.upkeep.forms.fields import Day, Tick, an_email
from portal.upkeep.snapshots import as_number

LABELS = {
    "name": _l("Name"),
    "purpose": _l("What the group is for"),
    "joining": _l("How to join"),
}


class GroupForm(GroupsForm):
    unshown: ClassVar[frozenset[str]] = frozenset({"mailbox"})
    organisation = SelectField(
        _l("Organisation that looks after it"),
        validate_choice=False,
        validators=[one_of(_l("Choose an organisation"))],
    )
    mailbox = Line(_l("Mailbox of the group"), [at_most(LONGEST_NAME), an_email])
    closed_on = Day(_l("Closed since"))
    public = Tick(_l("Everybody may see the group"))
    submission = sending()

    names: ClassVar[dict[str, str]] = {
        **{name: name for name in ("organisation", "mailbox", "closed_on", "public")},
        **text_names(*LABELS),
    }

    def offer(self, organisations: Mapping[str, str]) -> Self:
        self.organisation.choices = options(organisations)
        return self


in_languages(
    GroupForm,
    {
        "name": (
            Line,
            LABELS["name"],
            [
                at_most(LONGEST_NAME),
                in_some_language(
                    ("purpose", "joining"),
                    _l("Give the group a name in one language at least"),
                    _l("Give the group a name in this language too"),
                ),
            ],
        ),
        "purpose": (Text, LABELS["purpose"], [at_most(LONGEST_TEXT)]),
        "joining": (Text, LABELS["joining"], [at_most(LONGEST_TEXT)]),
    },
)


def one_or_the_other(form: Form, field: Field) -> None:
    chosen = form["pick_organisation"].data
    if bool(chosen) is bool(field.data):
        message = (
            _("Choose an organisation or write its name, not both")
            if chosen
            else _("Choose an organisation, or write its name")
        )
        raise StopValidation(message)


class MemberForm(ScreenedForm):
    """A role, such as a social worker; never a person."""

    passes: ClassVar[frozenset[Sort]] = frozenset({Sort.HEALTH})
    pick_organisation = SelectField(
        _l("Organisation or office"), validate_choice=False, validators=[one_of()]
    )
    other = Line(
        _l("Or one that is not in the list"), [at_most(LONGEST_NAME), one_or_the_other]
    )

    def offer(self, organisations: Mapping[str, str]) -> Self:
        self.pick_organisation.choices = options({"": "", **organisations})
        return self

    @property
    def member(self) -> dict[str, Any]:
        """What `add_member` wants to know."""
        return {
            "roles": {
                code: self[f"role_{code}"].data
                for code in LANGUAGES
                if self[f"role_{code}"].data
            },
            "organisation": as_number(self.pick_organisation.data or ""),
            "other": self.other.data,
        }


in_languages(
    MemberForm,
    {
        "role": (
            Line,
            _l("Role"),
            [
                at_most(LONGEST_NAME),
                in_some_language((), _l("Write the role in one language at least"), ""),
            ],
        )
    },
)
