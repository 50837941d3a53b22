"""The stops of a mobile service: where, how often, and which days differ."""

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import SelectField

from portal.directory.hours.recurrence import Recurrence
from portal.directory.queries.names import in_language
from portal.directory.queries.protected import addresses, tells_where
from portal.forms import Line, Text, at_most, one_of, options
from portal.i18n import LANGUAGES, day, language
from portal.upkeep.forms.fields import Day, DifferentDays, Several, Tick, Times
from portal.upkeep.forms.lists import ListForm
from portal.upkeep.forms.parts import LONGEST_TEXT
from portal.upkeep.labels_of_stops import EVERY, STOP_LABELS, weekday
from portal.upkeep.snapshots import Snapshot, keys
from portal.upkeep.timetables.stops import DAYS, different_days, rule_of, times
from portal.vocabulary.models import Scheme
from portal.vocabulary.queries import vocabulary

LONGEST_SPOT = 200
LONGEST_DIFFERENT = 4000
ROW = re.compile(r"pick_area-(\d{1,9}|new\d)")
FAR = timedelta(days=5 * 366)


class StopsForm(ListForm):
    kind = "stop"
    picked = ("pick_area", "pick_days")

    def is_whole(self, row: str) -> bool:
        for name, message in (*self.lacking(row), *self.words_lacking(row)):
            field = self[f"{name}-{row}"]
            field.errors = field.errors or [message]
        return super().is_whole(row) and self.comes(row)

    def lacking(self, row: str) -> Iterator[tuple[str, str]]:
        """What a stop needs and this one has not: the field, and what to do."""
        if not self[f"pick_area-{row}"].data:
            yield "pick_area", _("Choose where it comes")
        if self[f"pick_every-{row}"].data in EVERY and not self.weekdays(row):
            yield "pick_days", _("Choose at least one weekday")
        if not self[f"first_on-{row}"].data:
            yield "first_on", _("Write on which day it comes first")
        if not self[f"times-{row}"].data:
            yield "times", _("Write from when to when, like 9-15 or 9.30-11")

    def words_lacking(self, row: str) -> Iterator[tuple[str, str]]:
        """The same of its words, and those that may be shown to nobody."""
        spots = {code: self[f"spot_{code}-{row}"].data for code in LANGUAGES}
        if not any(spots.values()):
            yield f"spot_{next(iter(LANGUAGES))}", _("Tell in at least one language")
        hidden = addresses()
        for code, spot in spots.items():
            note = self[f"note_{code}-{row}"].data
            if note and not spot:
                yield f"spot_{code}", _("Tell where it stops in this language too")
            for name, words in ((f"spot_{code}", spot), (f"note_{code}", note)):
                if tells_where(hidden, words or ""):
                    yield name, _("We never show this address. Choose another spot")

    def weekdays(self, row: str) -> list[str]:
        field: Any = self[f"pick_days-{row}"]
        return str(field.text).split()

    def comes(self, row: str) -> bool:
        """Whether it comes at all, and on each day that has other times."""
        found = self.recurrence(row)
        last, different = self[f"last_on-{row}"], self[f"different-{row}"]
        if found.last_on and found.last_on < found.first_on:
            last.errors = [_("The last day is before the first")]
            return False
        if not found.days(found.first_on, found.first_on + FAR):
            last.errors = [_("It never comes between these days")]
            return False
        for moved, span in found.different.items():
            if span and not found.days(moved, moved):
                different.errors = [
                    _(
                        "It does not come on %(day)s. Make that day a stop of its own",
                        day=day(moved),
                    )
                ]
                return False
        return True

    def recurrence(self, row: str) -> Recurrence:
        last = self[f"last_on-{row}"].data
        return Recurrence(
            rule_of(self[f"pick_every-{row}"].data, self.weekdays(row)),
            date.fromisoformat(self[f"first_on-{row}"].data),
            date.fromisoformat(last) if last else None,
            times(self[f"times-{row}"].data),
            bool(self[f"pick_holidays-{row}"].data),
            different_days(self[f"different-{row}"].data or ""),
        )

    def called(self, row: str) -> tuple[str, str]:
        """Where it stops and the language that is in: the page's or the first told."""
        spots = {code: self[f"spot_{code}-{row}"].data for code in LANGUAGES}
        told = {code: spot for code, spot in spots.items() if spot}
        return in_language(told, language()) if told else (_("Stop"), language())

    @property
    def recurrences(self) -> dict[str, Recurrence]:
        """When the stops come that are told whole and without errors."""
        written = (
            row
            for row in self.rows
            if f"stop/{row}" not in self.removed and not self.is_empty(row)
        )
        whole = (row for row in written if not any(f.errors for f in self.of_row(row)))
        return {row: self.recurrence(row) for row in whole}


def stops_form(snapshot: Snapshot, sent: Iterable[str]) -> type[StopsForm]:
    """A form with a row for each stop there is or that was sent, and an empty one."""
    posted = [found[1] for found in map(ROW.fullmatch, sent) if found]
    rows = list(dict.fromkeys([*(posted or keys(snapshot, "stop")), "new1"]))
    members: dict[str, Any] = {}
    names: dict[str, str] = {}
    for row in rows:
        every = snapshot.get(f"stop/{row}/every", "")
        for name, (key, field) in fields(every).items():
            members[f"{name}-{row}"] = field
            names[f"{name}-{row}"] = f"stop/{row}/{key}"
        members[f"pick_remove-{row}"] = Tick(_l("It does not come any more"))
    return type("Form", (StopsForm,), members | {"names": names, "rows": tuple(rows)})


def fields(every: str) -> dict[str, tuple[str, Any]]:
    """The fields of one stop, each with its name in a snapshot. A rule that can't be
    chosen here can be left as it is."""
    areas = vocabulary().of(Scheme.AREA)
    named = {code: word.labels[language()] for code, word in areas.items()}
    often = EVERY if every in {"", *EVERY} else {every: _l("As it is now"), **EVERY}
    found: dict[str, tuple[str, Any]] = {
        "pick_area": ("area", select("area", {"": "", **named})),
        "pick_every": ("every", select("every", often, default="week-1")),
        "pick_days": (
            "days",
            Several(
                STOP_LABELS["days"],
                choices=options({code: weekday(code) for code in DAYS}),
            ),
        ),
        "times": ("times", Times(STOP_LABELS["times"])),
        "first_on": ("first_on", Day(STOP_LABELS["first_on"])),
        "last_on": ("last_on", Day(STOP_LABELS["last_on"])),
        "pick_holidays": ("on_holidays", Tick(STOP_LABELS["on_holidays"])),
        "different": (
            "different",
            DifferentDays(STOP_LABELS["different"], [at_most(LONGEST_DIFFERENT)]),
        ),
    }
    for code in LANGUAGES:
        spot = Line(STOP_LABELS["spot"], [at_most(LONGEST_SPOT)])
        found[f"spot_{code}"] = (f"spot/{code}", spot)
        note = Text(STOP_LABELS["note"], [at_most(LONGEST_TEXT)])
        found[f"note_{code}"] = (f"note/{code}", note)
    return found


def select(name: str, offered: dict[str, Any], default: str = "") -> SelectField:
    return SelectField(
        STOP_LABELS[name],
        choices=options(offered),
        default=default,
        validate_choice=False,
        validators=[one_of()],
    )
