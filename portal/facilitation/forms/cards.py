"""Forms for paper cards: how many to print, and one card."""

import re
from typing import Self

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import Field, Form, IntegerField, RadioField
from wtforms.validators import StopValidation

from portal.accounts.models import Voice
from portal.db import LARGEST_ID
from portal.facilitation.actions.cards import (
    MOST_CARDS,
    Writer,
    Written,
)
from portal.forms import BaseForm, Line, one_of, options, submission_field
from portal.i18n import LANGUAGES, language
from portal.proposals.forms.wording import LONGEST_PROBLEM as LONGEST
from portal.proposals.forms.wording import WordingForm, one_idea
from portal.proposals.models import Relation
from portal.web import request
from portal.workshops.labels import VOICES

DIGITS = re.compile(r"\d+")
LARGEST = LARGEST_ID

WHOSE = {
    Relation.OWN: _l("The person's own words"),
    Relation.ASSISTED: _l("Written down with help"),
    Relation.PROXY: _l("Told by somebody close"),
}
SIZES = {"4": _l("4 on a page"), "8": _l("8 on a page")}


def how_many(_form: Form, field: Field) -> None:
    if field.data is None or not 1 <= field.data <= MOST_CARDS:
        field.errors = []
        raise StopValidation(_("Write a number from 1 to %(most)s", most=MOST_CARDS))


class PrintForm(BaseForm):
    count = IntegerField(_l("How many cards"), [how_many])
    pick_size = RadioField(
        _l("Size"),
        choices=options(SIZES),
        default="4",
        validate_choice=False,
        validators=[one_of()],
    )


class WriterForm(BaseForm):
    """Who wrote: kept from card to card."""

    voice = RadioField(
        _l("The person takes part as"),
        choices=options(VOICES),
        validate_choice=False,
        validators=[one_of(_l("Choose whose voice it is"))],
    )
    language = RadioField(
        _l("Language of the card"),
        choices=options(LANGUAGES),
        default=language,
        validate_choice=False,
        validators=[one_of(_l("Choose the language of the card"))],
    )
    pick_relation = RadioField(
        _l("Whose words are these?"),
        choices=options(WHOSE),
        default=Relation.OWN.value,
        validate_choice=False,
        validators=[one_of()],
    )
    submission = submission_field()

    @classmethod
    def kept(cls) -> Self:
        """An empty form with the choices of the card before."""
        names = ("voice", "language", "pick_relation")
        asked = {name: request.args[name] for name in names if name in request.args}
        return cls(data=asked)

    @property
    def writer(self) -> Writer:
        relation = Relation(self.pick_relation.data)
        return Writer(Voice(self.voice.data), self.language.data, relation)

    @property
    def kept_choices(self) -> dict[str, str]:
        names = ("voice", "language", "pick_relation")
        return {name: self[name].data for name in names}


def a_number(_form: Form, field: Field) -> None:
    found = DIGITS.findall(field.data or "")
    if field.data and (len(found) != 1 or int(found[0][:12]) > LARGEST):
        raise StopValidation(_("Write the number that stands on the card"))


class CardForm(WriterForm, WordingForm):
    """One card."""

    unshown = frozenset({"number"})

    number = Line(_l("Number of the card"), [a_number])
    problem = Line(  # type: ignore[assignment]
        WordingForm.problem.args[0], [one_idea(LONGEST)]
    )

    @property
    def card(self) -> Written:
        found = DIGITS.findall(self.number.data)
        return Written(int(found[0]) if found else None, self.wording)
