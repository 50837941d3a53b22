"""Questions that practice wants answered: proposing, wording and ending
them."""

from collections.abc import Mapping
from typing import ClassVar, Self

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import Field, Form, RadioField, SelectField
from wtforms.validators import StopValidation

from portal.forms import (
    Line,
    Text,
    at_most,
    language_field,
    one_of,
    options,
    required,
)
from portal.groups.forms.fields import (
    LONGEST_URL,
    in_languages,
    in_some_language,
    on_the_web,
    sending,
    text_names,
)
from portal.groups.models import OpenQuestionState
from portal.i18n import LANGUAGES
from portal.screening.findings import Sort
from portal.screening.forms import ScreenedForm
from portal.upkeep.forms.snapshots import ReadForm

LONGEST_QUESTION = 300
LONGEST_WHY = 3000
ENDINGS = {
    OpenQuestionState.OPEN: _l("It is on the list"),
    OpenQuestionState.ANSWERED: _l("It has its answer"),
    OpenQuestionState.DROPPED: _l("We drop it"),
}
LABELS = {
    "words": _l("The question"),
    "why": _l("Why practice wants to know"),
}


def theme_field() -> SelectField:
    return SelectField(_l("Theme"), validate_choice=False, validators=[one_of()])


class QuestionForm(ScreenedForm):
    """As staff and partners propose it, in one language."""

    passes: ClassVar[frozenset[Sort]] = frozenset({Sort.HEALTH})
    words_asked = Text(
        LABELS["words"],
        [required(_l("Write the question")), at_most(LONGEST_QUESTION)],
    )
    why = Text(LABELS["why"], [at_most(LONGEST_WHY)])
    pick_theme = theme_field()
    language = language_field()
    submission = sending()

    def offer(self, themes: Mapping[str, str]) -> Self:
        self.pick_theme.choices = options({"": "", **themes})
        return self


class WordingForm(ScreenedForm, ReadForm):
    """As a coordinator words it, in every language."""

    passes: ClassVar[frozenset[Sort]] = frozenset({Sort.HEALTH})
    theme = theme_field()
    group = SelectField(
        _l("Group that asks"), validate_choice=False, validators=[one_of()]
    )
    names: ClassVar[dict[str, str]] = {
        "theme": "theme",
        "group": "group",
        **text_names("words", "why"),
    }

    def offer(self, themes: Mapping[str, str], groups: Mapping[str, str]) -> Self:
        self.theme.choices = options({"": "", **themes})
        self.group.choices = options({"": "", **groups})
        return self


in_languages(
    WordingForm,
    {
        "words": (
            Text,
            LABELS["words"],
            [
                at_most(LONGEST_QUESTION),
                in_some_language(
                    ("why",),
                    _l("Write the question in one language at least"),
                    _l("Write the question in this language too"),
                ),
            ],
        ),
        "why": (Text, LABELS["why"], [at_most(LONGEST_WHY)]),
    },
)


def an_ending(form: Form, field: Field) -> None:
    """An answer, or the reason why it is dropped, in one language at least."""
    state = form["state"].data
    first = field.name == f"answer_{next(iter(LANGUAGES))}"
    if not first or any(form[f"answer_{code}"].data for code in LANGUAGES):
        return
    if state == OpenQuestionState.ANSWERED:
        raise StopValidation(_("Write the answer in a few words"))
    if state == OpenQuestionState.DROPPED:
        raise StopValidation(_("Tell why, so that whoever proposed it hears it"))


def a_link_with_an_answer(form: Form, field: Field) -> None:
    if form["state"].data == OpenQuestionState.ANSWERED and not field.data:
        raise StopValidation(_("Write where the whole answer can be read"))


class EndingForm(ScreenedForm, ReadForm):
    """What a coordinator makes of a question."""

    passes: ClassVar[frozenset[Sort]] = frozenset({Sort.HEALTH})
    state = RadioField(
        _l("What becomes of it"),
        choices=options(ENDINGS),
        validate_choice=False,
        validators=[one_of(_l("Choose what becomes of it"))],
    )
    answer_url = Line(
        _l("Web address of the answer"),
        [at_most(LONGEST_URL), on_the_web, a_link_with_an_answer],
    )
    names: ClassVar[dict[str, str]] = {
        "state": "state",
        "answer_url": "answer_url",
        **text_names("answer"),
    }


in_languages(
    EndingForm,
    {
        "answer": (
            Text,
            _l("The answer in short, or why it is dropped"),
            [at_most(LONGEST_WHY), an_ending],
        )
    },
)
