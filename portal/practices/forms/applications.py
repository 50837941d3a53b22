"""Telling how a practice is used in one place."""

from collections.abc import Mapping
from typing import Any, Self

from flask_babel import lazy_gettext as _l
from wtforms import Field, Form, HiddenField, RadioField, SelectField
from wtforms.validators import StopValidation

from portal.forms import (
    Line,
    Text,
    at_most,
    email_or_nothing,
    one_of,
    options,
    required,
    submission_field,
)
from portal.i18n import language
from portal.practices.actions.applications import UsedHere
from portal.practices.forms.months import Month, is_to_come, of_our_time
from portal.practices.labels import USES
from portal.practices.models import Use
from portal.practices.queries.applications import WORDS, Applied
from portal.practices.queries.editions import Editions
from portal.screening.forms import ScreenedForm
from portal.screening.roles import names_somebody
from portal.upkeep.forms.feedback_answers import seen
from portal.vocabulary.queries import Word

LONGEST_WORDS = 4000
LONGEST_ROLE = 160
LONGEST_EMAIL = 200
WHERE = _l("Choose where you use it")
NONE_OF_THESE = _l("None of these, or I don’t know")
NOT_BEGUN = {Use.PLANNED, Use.STOPPED}
"""It may stop before the month in which it was to begin."""


def begun(form: Form, field: Field) -> None:
    if is_to_come(field.data) and form["state"].data not in NOT_BEGUN:
        raise StopValidation(
            str(_l("This month is still to come. Choose “Planned”, or another month."))
        )


def ended(form: Form, field: Field) -> None:
    if form["state"].data != Use.STOPPED or field.errors:
        return
    since = form["since"].data
    if not field.data:
        raise StopValidation(str(_l("Tell when it stopped")))
    if is_to_come(field.data):
        raise StopValidation(
            str(_l("This month is still to come. Tell it when it has stopped."))
        )
    if since and field.data < since and not is_to_come(since):
        raise StopValidation(str(_l("It can’t stop before it begins")))


def needed_to_stop(form: Form, field: Field) -> None:
    told = field.data or form.told_elsewhere  # type: ignore[attr-defined]
    if form["state"].data == Use.STOPPED and not told:
        raise StopValidation(
            str(
                _l("Write why it stopped. One sentence is enough, and it helps others.")
            )
        )


def a_role(_form: Form, field: Field) -> None:
    if names_somebody(field.data or ""):
        raise StopValidation(
            str(_l("Write a role here, such as team leader, and no person’s name"))
        )


class UseForm(ScreenedForm):
    """How it stands, in the language of the page."""

    state = RadioField(
        _l("How does it stand?"),
        choices=options(USES),
        validate_choice=False,
        validators=[one_of(_l("Choose how it stands"))],
    )
    pick_version = SelectField(
        _l("Which version do you use?"), validate_choice=False, validators=[one_of()]
    )
    since = Month(_l("Since when?"), [of_our_time, begun])
    note = Text(_l("What did you change from the core?"), [at_most(LONGEST_WORDS)])
    result = Text(_l("What came of it?"), [at_most(LONGEST_WORDS)])
    contact = Line(_l("Whom to ask: a role"), [at_most(LONGEST_ROLE), a_role])
    until = Month(_l("When did it stop?"), [of_our_time, ended])
    stopped = Text(_l("Why did it stop?"), [at_most(LONGEST_WORDS), needed_to_stop])

    told_elsewhere = False
    """Why it stopped is told in another language."""

    def offer_versions(self, found: Editions, day: Any, *, used: int | None) -> None:
        taken = set() if used is None else {used}
        numbers = sorted({*found.saved, *taken}, reverse=True)
        named = {str(number): version_name(number, found, day) for number in numbers}
        self.pick_version.choices = options({"": _l("Not known"), **named})

    def used(self, area: int, organisation: int | None, email: str) -> UsedHere:
        version = self.pick_version.data
        state, since = Use(self.state.data), self.since.data
        never = state is Use.STOPPED and is_to_come(since)
        return UsedHere(
            area=area,
            organisation=organisation,
            state=state,
            since=None if never else since,
            until=self.until.data,
            version=int(version) if version else None,
            email=email,
            language=language(),
            words={name: self[name].data or "" for name in WORDS},
        )

    @staticmethod
    def filled(applied: Applied) -> dict[str, Any]:
        """What is told of it, in the language of the page."""
        here = language()
        return {
            "state": applied.state.value,
            "pick_version": str(applied.version or ""),
            "since": applied.since,
            "until": applied.until,
            **{name: applied.words.get(name, {}).get(here, "") for name in WORDS},
        }


def version_name(number: int, found: Editions, day: Any) -> str:
    if number == found.newest:
        return str(_l("Version %(number)s, the present one", number=number))
    saved = found.saved.get(number)
    if saved is None:
        return str(_l("Version %(number)s", number=number))
    return f"{_l('Version %(number)s', number=number)}: {day(saved)}"


class ApplicationForm(UseForm):
    """Where it is used, too, by whom, and whom we ask once a year."""

    unshown = frozenset({"email"})
    pick_area = SelectField(
        _l("Where?"), validate_choice=False, validators=[required(WHERE), one_of(WHERE)]
    )
    pick_organisation = SelectField(
        _l("Which organisation?"), validate_choice=False, validators=[one_of()]
    )
    email = Line(
        _l("E-mail for one question a year"), [at_most(LONGEST_EMAIL), email_or_nothing]
    )
    edition = HiddenField()
    submission = submission_field()

    @classmethod
    def of(cls, applied: Applied) -> Self:
        return cls(
            data={
                **cls.filled(applied),
                "pick_area": applied.area.code,
                "pick_organisation": str(applied.organisation or ""),
                "email": applied.email,
                "edition": str(applied.edition),
            }
        )

    def offer(
        self, areas: Mapping[str, str], organisations: Mapping[int, tuple[str, str]]
    ) -> None:
        named = sorted(
            ((str(key), name) for key, (name, _spoken) in organisations.items()),
            key=lambda pair: pair[1].casefold(),
        )
        self.pick_area.choices = options({"": "", **areas})
        self.pick_organisation.choices = options({"": NONE_OF_THESE, **dict(named)})

    def used_in(self, areas: Mapping[str, Word]) -> UsedHere:
        owner = self.pick_organisation.data
        area = areas[self.pick_area.data]
        return self.used(area.id, int(owner) if owner else None, self.email.data or "")

    @property
    def seen_edition(self) -> int:
        return seen(self.edition.data)
