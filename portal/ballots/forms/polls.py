"""Making a poll: what is asked, by which method, and what can be chosen."""

from datetime import UTC, datetime, time
from typing import Self

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import Field, HiddenField, IntegerField, RadioField, TimeField
from wtforms.validators import NumberRange, Optional, StopValidation

from portal.ballots.drafts import MOST_OPTIONS, PollDraft
from portal.ballots.forms.offers import Offers
from portal.ballots.labels import METHODS
from portal.ballots.models import Poll
from portal.ballots.tallies import Method, Settings
from portal.db import LOCAL_TIME, now
from portal.forms import (
    BaseForm,
    Line,
    Text,
    at_most,
    one_of,
    options,
    submission_field,
)
from portal.i18n import LANGUAGES, language
from portal.workshops.forms.dates import Day, of_our_time

LONGEST_TITLE = 160
LONGEST_NOTE = 1000
LONGEST_STAMP = 40
MOST_DOTS, HIGHEST_SCORE, MOST_MONEY = 20, 10, 100_000_000
EVENING = time(20)


def whole(label: str, default: int, least: int, most: int) -> IntegerField:
    message = _l(
        "Write a whole number from %(least)s to %(most)s", least=least, most=most
    )
    return IntegerField(label, [NumberRange(least, most, message)], default=default)


def in_the_future(form: "PollForm", field: Field) -> None:
    if field.data and form.closes_at and form.closes_at <= now():
        raise StopValidation(_("This time has passed already"))


class PollForm(BaseForm):
    method = RadioField(
        _l("How people vote"),
        choices=options(METHODS),
        default=Method.DOTS.value,
        validate_choice=False,
        validators=[one_of(_l("Choose a way to vote"))],
    )
    dots = whole(_l("Dots for each person"), 5, 1, MOST_DOTS)
    most_dots = whole(_l("At most on one proposal"), 3, 1, MOST_DOTS)
    top_score = whole(_l("Highest number"), 5, 1, HIGHEST_SCORE)
    budget = whole(_l("Money there is, in euros"), 1000, 1, MOST_MONEY)
    closes_on = Day(_l("Closes on"), [Optional(), of_our_time, in_the_future])
    closes_at_time = TimeField(_l("At"), [Optional()], default=EVENING)
    seen = HiddenField(validators=[at_most(LONGEST_STAMP)])
    submission = submission_field()

    offers: Offers

    @property
    def closes_at(self) -> datetime | None:
        """In UTC, without its zone."""
        if not self.closes_on.data:
            return None
        at = self.closes_at_time.data or EVENING
        local = datetime.combine(self.closes_on.data, at, LOCAL_TIME)
        return local.astimezone(UTC).replace(tzinfo=None)

    def offer(self, offers: Offers) -> Self:
        self.offers = offers
        return self

    def title_somewhere(self, field: Field) -> None:
        nowhere = not any(self[f"title_{code}"].data for code in LANGUAGES)
        if nowhere and field.name == f"title_{language()}":
            raise StopValidation(_("Write what is asked"))

    def title_with_note(self, field: Field) -> None:
        code = field.name.removeprefix("title_")
        if self[f"note_{code}"].data and not field.data:
            raise StopValidation(_("Write what is asked in this language too"))

    @property
    def problems(self) -> list[tuple[str, str]]:
        return [*super().problems, *self.offers.problems]

    def validate(self) -> bool:  # type: ignore[override]
        method = Method(self.method.data) if self.method.data in METHODS else None
        with_costs = method is Method.BUDGET
        self._drop_what_does_not_matter(method)
        fields = super().validate()
        return self.offers.validate(most=MOST_OPTIONS, with_costs=with_costs) and fields

    def _drop_what_does_not_matter(self, method: Method | None) -> None:
        """Numbers of other methods are not looked at."""
        belongs = {
            "dots": Method.DOTS,
            "most_dots": Method.DOTS,
            "top_score": Method.SCORE,
            "budget": Method.BUDGET,
        }
        for name, owner in belongs.items():
            if method is not owner:
                self[name].process(None, self[name].default)

    @property
    def draft(self) -> PollDraft:
        written = [code for code in LANGUAGES if self[f"title_{code}"].data]
        return PollDraft(
            method=Method(self.method.data),
            titles={code: self[f"title_{code}"].data for code in written},
            notes={code: self[f"note_{code}"].data for code in written},
            options=self.offers.drafts,
            settings=Settings(
                int(self.dots.data or 0),
                int(self.most_dots.data or 0),
                int(self.top_score.data or 0),
                int(self.budget.data or 0),
            ),
            closes_at=self.closes_at,
        )

    @classmethod
    def of(cls, poll: Poll, texts: dict[str, tuple[str, str]], seen: str) -> "PollForm":
        """The form filled with what the poll holds; texts are title and note, and
        `seen` is its stamp."""
        closes = poll.closes_at
        local = closes.replace(tzinfo=UTC).astimezone(LOCAL_TIME) if closes else None
        words = {f"title_{code}": title for code, (title, _note) in texts.items()}
        words |= {f"note_{code}": note for code, (_title, note) in texts.items()}
        return cls(
            data={
                **words,
                "seen": seen,
                "method": poll.method.value,
                "dots": poll.dots,
                "most_dots": poll.most_dots,
                "top_score": poll.top_score,
                "budget": poll.budget,
                "closes_on": local.date() if local else None,
                "closes_at_time": local.time() if local else EVENING,
            }
        )


def _title_check(form: PollForm, field: Field) -> None:
    form.title_somewhere(field)
    form.title_with_note(field)


for _code in LANGUAGES:
    setattr(
        PollForm,
        f"title_{_code}",
        Line(_l("What is asked"), [at_most(LONGEST_TITLE), _title_check]),
    )
    setattr(
        PollForm, f"note_{_code}", Text(_l("More about it"), [at_most(LONGEST_NOTE)])
    )
