"""The words of a phenomenon: what it is, and what its body answers."""

from typing import Any, ClassVar

from flask_babel import gettext as _
from wtforms.validators import StopValidation

from portal.forms import Line, Text, at_most
from portal.i18n import LANGUAGES
from portal.reports.labels_of_phenomena import TEXTS as LABELS
from portal.reports.snapshots import ANSWER
from portal.screening.forms import LONGEST_READ
from portal.upkeep.forms.screened import ScreenedPartForm

LONGEST_TITLE = 200


def a_title(form: Any, field: Any) -> None:
    """In one language at least, and in each in which there is a summary."""
    if field.data:
        return
    code = field.name.removeprefix("title_")
    if form[f"lead_{code}"].data:
        raise StopValidation(_("Give it a title in this language too"))
    if code == next(iter(LANGUAGES)) and not any(
        form[f"title_{other}"].data for other in LANGUAGES
    ):
        raise StopValidation(_("Give it a title in one language at least"))


class WordsForm(ScreenedPartForm):
    names: ClassVar[dict[str, str]] = {
        f"{field}_{code}": f"text/{code}/{name}"
        for code in LANGUAGES
        for field, name in (("title", "title"), ("lead", "summary"))
    }


class AnswerForm(ScreenedPartForm):
    names: ClassVar[dict[str, str]] = {
        f"{name}_{code}": f"text/{code}/{name}" for code in LANGUAGES for name in ANSWER
    }


for _code in LANGUAGES:
    setattr(
        WordsForm,
        f"title_{_code}",
        Line(LABELS["title"], [a_title, at_most(LONGEST_TITLE)]),
    )
    setattr(
        WordsForm, f"lead_{_code}", Text(LABELS["summary"], [at_most(LONGEST_READ)])
    )
    for _name in ANSWER:
        setattr(
            AnswerForm,
            f"{_name}_{_code}",
            Text(LABELS[_name], [at_most(LONGEST_READ)]),
        )
