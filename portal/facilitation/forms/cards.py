"""Forms for paper cards: how many to print, one card, and many lines at once."""

import re
import unicodedata
from typing import Self

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import Field, Form, IntegerField, RadioField, TextAreaField
from wtforms.validators import StopValidation

from portal.accounts.models import Voice
from portal.db import LARGEST_ID
from portal.facilitation.actions.cards import (
    MOST_CARDS,
    MOST_LINES,
    Writer,
    Written,
)
from portal.forms import BaseForm, Line, one_of, options, submission_field
from portal.i18n import LANGUAGES, language
from portal.proposals.forms.wording import LONGEST_PROBLEM as LONGEST
from portal.proposals.forms.wording import WordingForm, one_idea
from portal.proposals.models import Relation
from portal.text import CONTROLS
from portal.web import request
from portal.workshops.labels import VOICES

NUMBERED = re.compile(r"^\s*(\d{1,12})\s*[\t;]\s*(?=\S)")
DIGITS = re.compile(r"\d+")
LARGEST = LARGEST_ID
TOLD_LINES = 5
COLUMNS = 3
"""What should change, the problem, whom it helps."""

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

    number = Line(_l("Number of the card"), [a_number])
    problem = Line(  # type: ignore[assignment]
        WordingForm.problem.args[0], [one_idea(LONGEST)]
    )

    @property
    def card(self) -> Written:
        found = DIGITS.findall(self.number.data)
        return Written(int(found[0]) if found else None, self.wording)


class Lines(TextAreaField):
    """Lines whose columns have tabs between them, as a spreadsheet gives them."""

    data: str

    def process_formdata(self, valuelist: list[str]) -> None:
        text = unicodedata.normalize("NFC", valuelist[0] if valuelist else "")
        lines = CONTROLS.sub("", text).replace("\r\n", "\n").replace("\r", "\n")
        self.data = "\n".join(line for line in lines.split("\n") if line.strip())


def readable(form: "LinesForm", field: Lines) -> None:
    if not field.data:
        raise StopValidation(_("Paste at least one line"))
    lines = field.data.split("\n")
    if len(lines) > MOST_LINES and not form.only_first:
        raise StopValidation(
            _(
                "There are %(count)s lines, and room for %(most)s at a time. All of "
                "them are still below: send the first %(most)s, and the rest stay.",
                count=len(lines),
                most=MOST_LINES,
            )
        )
    wrong = [
        _("Line %(line)s: %(problem)s.", line=place, problem=problem.rstrip("."))
        for place, card in enumerate(form.cards, 1)
        if (problem := fault(card))
    ]
    if wrong:
        more = _("And others.") if len(wrong) > TOLD_LINES else ""
        raise StopValidation(" ".join([*wrong[:TOLD_LINES], more]).strip())


def fault(card: Written) -> str:
    if card.number is not None and card.number > LARGEST:
        return _("Write the number that stands on the card")
    form = WordingForm(data=vars(card.wording))
    form.validate()
    return next((message for _id, message in form.problems), "")


def card_in(line: str) -> Written:
    found = NUMBERED.match(line)
    words = line[found.end() :] if found else line
    cells = [" ".join(cell.split()) for cell in words.strip("\t").split("\t")]
    first, problem, *rest = [*cells, "", ""]
    helps = " ".join(filter(None, rest))
    number = int(found[1]) if found else None
    return Written(
        number,
        WordingForm(
            data={"suggestion": first, "problem": problem, "helps": helps}
        ).wording,
    )


class LinesForm(WriterForm):
    """Many cards, one on each line."""

    lines = Lines(_l("One card on each line"), [readable])

    @property
    def only_first(self) -> bool:
        """Whether the first ones are to be sent and the rest kept."""
        return request.form.get("pick_first") == "1"

    @property
    def cards(self) -> list[Written]:
        return [card_in(line) for line in self.lines.data.split("\n")[:MOST_LINES]]

    @property
    def rest(self) -> str:
        return "\n".join(self.lines.data.split("\n")[MOST_LINES:])
