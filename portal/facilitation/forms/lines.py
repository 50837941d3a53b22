"""The form for many paper cards at once, one on each line."""

import re
import unicodedata
from collections.abc import Iterable
from itertools import groupby

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import TextAreaField
from wtforms.validators import StopValidation

from portal.facilitation.actions.cards import MOST_LINES, Written
from portal.facilitation.forms.cards import LARGEST, WriterForm
from portal.proposals.forms.wording import WordingForm
from portal.screening.findings import Finding
from portal.screening.forms import ScreenedForm, sentences
from portal.text import CONTROLS
from portal.web import request

NUMBERED = re.compile(r"^\s*(\d{1,12})\s*[\t;]\s*(?=\S)")
TOLD_LINES = 5


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
        line(place, problem)
        for place, card in enumerate(form.cards, 1)
        if (problem := fault(card))
    ]
    if wrong:
        more = _("And others.") if len(wrong) > TOLD_LINES else ""
        raise StopValidation(" ".join([*wrong[:TOLD_LINES], more]).strip())


def line(place: int, problem: str) -> str:
    return _("Line %(line)s: %(problem)s.", line=place, problem=problem.rstrip("."))


def fault(card: Written) -> str:
    if card.number is not None and card.number > LARGEST:
        return _("Write the number that stands on the card")
    form = WordingForm(data={**vars(card.wording), "asks_reader": True})
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


class LinesForm(WriterForm, ScreenedForm):
    """Many cards, one on each line."""

    lines = Lines(_l("One card on each line"), [readable])

    @property
    def words(self) -> dict[str, str]:
        return {"lines": "\n".join(self.lines.data.split("\n")[:MOST_LINES])}

    def told(self, findings: Iterable[Finding]) -> list[tuple[str, list[str]]]:
        """With the line in which each was found, and whether there are more."""
        text = self.words["lines"]
        lines = [
            (place, list(found))
            for place, found in groupby(
                findings, key=lambda one: text.count("\n", 0, one.start) + 1
            )
        ]
        said = [
            line(place, sentence)
            for place, found in lines[:TOLD_LINES]
            for sentence in sentences(text, found)
        ]
        more = [_("And others.")] if len(lines) > TOLD_LINES else []
        return [("lines", [*said, *more])]

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
