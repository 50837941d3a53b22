from typing import Self

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import Field, Form, HiddenField, RadioField
from wtforms.validators import StopValidation

from portal.forms import BaseForm, Line, Text, at_most, one_of, options
from portal.i18n import LANGUAGES, language
from portal.inventories.drafts import Draft, drafts_of, seen_of
from portal.inventories.grids import Question

LONGEST_WORDS = 300
LONGEST_HELP = 1000
LONGEST_OPTION = 60
MOST_OPTIONS = 12
LONGEST_OPTIONS = (LONGEST_OPTION + 1) * MOST_OPTIONS
CODED, FREE = "coded", "free"
SORTS = {
    CODED: _l("By choosing one of these answers, and a note"),
    FREE: _l("In their own words"),
}


def worded(form: Form, field: Field) -> None:
    """The question in one language at least, and in each that has anything."""
    code = field.name.removeprefix("words_")
    if field.data:
        return
    if form[f"help_{code}"].data or form[f"options_{code}"].data:
        raise StopValidation(_("Write the question in this language too"))
    if code == language() and not any(form[f"words_{one}"].data for one in LANGUAGES):
        raise StopValidation(_("Write the question"))


def as_many(form: "AskedForm", field: Field) -> None:
    """As many answers in each language, so that line matches line."""
    code = field.name.removeprefix("options_")
    if form.pick_sort.data != CODED or not form[f"words_{code}"].data:
        return
    lines = form.lines(code)
    if not 2 <= len(lines) <= MOST_OPTIONS:  # noqa: PLR2004  one is no choice
        raise StopValidation(
            _("Write two to %(most)s answers, one on each line", most=MOST_OPTIONS)
        )
    if len(set(lines)) < len(lines):
        raise StopValidation(_("Two answers are the same"))
    if too_long := [line for line in lines if len(line) > LONGEST_OPTION]:
        raise StopValidation(
            _(
                "Shorten this line to %(most)s characters: %(line)s…",
                most=LONGEST_OPTION,
                line=too_long[0][:LONGEST_OPTION],
            )
        )
    first = next(one for one in LANGUAGES if form[f"words_{one}"].data)
    if len(lines) != len(form.lines(first)):
        raise StopValidation(
            _("Write as many answers in each language, in the same order")
        )


class AskedForm(BaseForm):
    """A question and its answers, side by side in the languages."""

    pick_sort = RadioField(
        _l("How is it answered?"),
        choices=options(SORTS),
        default=CODED,
        validate_choice=False,
        validators=[one_of()],
    )
    pick_seen = HiddenField()

    @classmethod
    def of(cls, asked: Question) -> Self:
        given = {
            "pick_sort": CODED if asked.coded else FREE,
            "pick_seen": seen_of(asked),
        }
        for code, draft in drafts_of(asked).items():
            given[f"words_{code}"] = draft.words
            given[f"help_{code}"] = draft.help
            given[f"options_{code}"] = "\n".join(draft.options)
        return cls(data=given)

    def lines(self, code: str) -> tuple[str, ...]:
        written = (self[f"options_{code}"].data or "").splitlines()
        return tuple(filter(None, written))

    @property
    def drafts(self) -> dict[str, Draft]:
        return {
            code: Draft(
                self[f"words_{code}"].data,
                self[f"help_{code}"].data,
                self.lines(code) if self.pick_sort.data == CODED else (),
            )
            for code in LANGUAGES
            if self[f"words_{code}"].data
        }


for _code in LANGUAGES:
    setattr(
        AskedForm,
        f"words_{_code}",
        Line(_l("Question"), [at_most(LONGEST_WORDS), worded]),
    )
    setattr(
        AskedForm,
        f"help_{_code}",
        Text(_l("A hint for those who answer"), [at_most(LONGEST_HELP)]),
    )
    setattr(
        AskedForm,
        f"options_{_code}",
        Text(_l("Answers to choose from"), [at_most(LONGEST_OPTIONS), as_many]),
    )
