from collections.abc import Callable, Mapping
from typing import Any, Self

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import Field, Form, RadioField, SelectField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]
from wtforms.validators import StopValidation

from portal.forms import (
    Line,
    Text,
    at_most,
    language_field,
    one_of,
    options,
    required,
    submission_field,
)
from portal.i18n import language
from portal.reports.actions.writing import About
from portal.reports.kind import QUESTIONS
from portal.reports.labels import FREQUENCIES, SORTS
from portal.reports.models import Frequency, Sort
from portal.reports.queries.drafts import SUBMISSION
from portal.reports.queries.services import Found, found_by
from portal.reports.wording import WORDS, ReportWords
from portal.screening.forms import ScreenedForm
from portal.vocabulary.models import Scheme
from portal.vocabulary.queries import vocabulary

LONGEST_SEEN = 2000
LONGEST_MORE = 1000
LONGEST_LINE = 200
LONGEST_KEPT = 5000
"""Signs of a field that a draft keeps: more than it may have when it is sent."""
NONE_OF_THESE = "0"


def terms(scheme: Scheme) -> Callable[[], list[SelectChoice]]:
    def choices() -> list[SelectChoice]:
        words = vocabulary().of(scheme)
        labels = {code: word.labels[language()] for code, word in words.items()}
        return options({"": _("Not told"), **labels})

    return choices


def term_field(label: Any, scheme: Scheme) -> SelectField:
    return SelectField(
        label, choices=terms(scheme), validate_choice=False, validators=[one_of()]
    )


def findable(form: Form, field: Field) -> None:
    """Words for a service are never passed over in silence."""
    if field.data and not form.found.services:  # type: ignore[attr-defined]
        raise StopValidation(
            _("No service was found with these words. Try others, or leave it empty")
        )


def picked(form: Form, field: Field) -> None:
    """Where words may mean several, one is picked, or none of these."""
    offered = form.offered  # type: ignore[attr-defined]
    if offered and field.data not in offered:
        raise StopValidation(_("Choose which service you mean, or none of these"))


class ReportWordsForm(ScreenedForm):
    """What is written: nobody reads it in public."""

    seen = Text(
        _l("What did you see?"),
        [required(_l("Write what you saw")), at_most(LONGEST_SEEN)],
    )
    consequence = Text(QUESTIONS["consequence"], [at_most(LONGEST_MORE)])
    tried = Text(QUESTIONS["tried"], [at_most(LONGEST_MORE)])
    suggestion = Text(QUESTIONS["suggestion"], [at_most(LONGEST_MORE)])
    addressee = Line(QUESTIONS["addressee"], [at_most(LONGEST_LINE)])

    @classmethod
    def of_report(cls, row: Any) -> Self:
        return cls(data={name: getattr(row, name) for name in WORDS})

    @property
    def report_words(self) -> ReportWords:
        return ReportWords(*(self[name].data or "" for name in WORDS))


class ReportForm(ReportWordsForm):
    unshown = frozenset({"service_words"})
    pick_sort = RadioField(
        _l("What is it?"),
        choices=options(SORTS),
        validate_choice=False,
        validators=[one_of(_l("Choose what it is"))],
    )
    pick_frequency = RadioField(
        _l("How often?"),
        choices=options({"": _l("Not told"), **FREQUENCIES}),
        default="",
        validate_choice=False,
        validators=[one_of()],
    )
    pick_need = term_field(_l("What do people need?"), Scheme.NEED)
    pick_group = term_field(_l("Whom does it concern?"), Scheme.GROUP)
    pick_area = term_field(_l("Where?"), Scheme.AREA)
    service_words = Line(_l("Which service?"), [at_most(LONGEST_LINE), findable])
    pick_service = RadioField(
        _l("Which of these?"), validate_choice=False, validators=[picked]
    )
    language = language_field()
    submission = submission_field()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.find_services()

    @classmethod
    def of(cls, draft: Mapping[str, str] | None) -> Self:
        """The form as it is first shown: with the draft, if there is one."""
        return cls(data=dict(draft)) if draft else cls()

    def find_services(self) -> None:
        """Let one choose among those that the words may mean; one called exactly so is
        chosen already."""
        words = (self.service_words.data or "")[:LONGEST_LINE]
        self.found: Found = found_by(words, language())
        field = self.pick_service
        chosen = field.data if (field.data or "").isdecimal() else None
        offered = {str(one.item_id): one.title for one in self.found.services}
        if chosen and chosen not in {*offered, NONE_OF_THESE}:
            chosen = None
        if chosen is None and self.found.exact:
            chosen = str(self.found.exact.item_id)
        field.choices = options({**offered, NONE_OF_THESE: _("None of these")})
        field.data = chosen

    @property
    def offered(self) -> set[str]:
        if not self.found.services:
            return set()
        return {str(choice.value) for choice in self.pick_service.choices}  # type: ignore[union-attr]

    @property
    def about(self) -> About:
        frequency = self.pick_frequency.data
        return About(
            Sort(self.pick_sort.data),
            need=term(Scheme.NEED, self.pick_need.data),
            group=term(Scheme.GROUP, self.pick_group.data),
            area=term(Scheme.AREA, self.pick_area.data),
            service=self.service,
            frequency=Frequency(frequency) if frequency else None,
        )

    @property
    def service(self) -> int | None:
        chosen = self.pick_service.data
        if not self.service_words.data or not chosen or chosen == NONE_OF_THESE:
            return None
        return int(chosen)

    @property
    def unfinished(self) -> dict[str, str]:
        """What stands in the form, right or not."""
        return {
            field.short_name: str(field.data or "")[:LONGEST_KEPT]
            for field in self
            if field.short_name != "asks_reader"
        }

    @property
    def has_more(self) -> bool:
        """Whether something stands where one need not look."""
        always = {"pick_sort", "seen", "language", SUBMISSION, "asks_reader"}
        folded = [field for field in self if field.short_name not in always]
        return any(field.data or field.errors for field in folded)


def term(scheme: Scheme, code: str | None) -> int | None:
    word = vocabulary().of(scheme).get(code or "")
    return word.id if word else None
