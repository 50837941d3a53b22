"""Forms whose words are screened before anybody else reads them."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any, ClassVar

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, Field, Form, StringField
from wtforms.validators import StopValidation

from portal.forms import BaseForm
from portal.screening.findings import Finding, Sort
from portal.screening.identity_codes import holds_identity_code
from portal.screening.labels import ADVICE, SEEN
from portal.screening.screen import dangerous, personal, screen

LONGEST_READ = 10_000
"""Signs of a field that are looked at; no field takes as many."""
LONGEST_QUOTE = 60
CHOSEN = {"HiddenField", "PasswordField"}


class ScreenedForm(BaseForm):
    """A form for words that others will read. What is found in them is an error of its
    field, which quotes it; the words are kept, and a tick lets a person read them as
    they are. Signs of danger are never an error. `unshown` are fields that nobody
    reads in public, `passes` sorts that belong into such words, `advice` what to write
    instead."""

    asks_reader = BooleanField(_l("Let a person read it as it is"))
    findings: tuple[Finding, ...] = ()
    is_right = False
    unshown: ClassVar[frozenset[str]] = frozenset()
    passes: ClassVar[frozenset[Sort]] = frozenset()
    advice: ClassVar[Mapping[Sort, Any]] = ADVICE

    def validate(
        self, extra_validators: Mapping[str, Sequence[Any]] | None = None
    ) -> bool:
        self.is_right = super().validate(extra_validators)
        found = screen(self.words)
        self.findings = tuple(one for one in found if one.sort not in self.passes)
        if not self.offers_reader or self.wants_reader:
            return self.is_right
        for name, messages in self.told(personal(self.findings)):
            field = self[name]
            if not field.errors:
                field.errors = messages
        return False

    @property
    def problems(self) -> list[tuple[str, str]]:
        """All that was found stands in the list, each by itself."""
        return [
            (field.id, str(message))
            for field in self
            for message in field.errors[: None if is_written(field) else 1]
        ]

    @property
    def words(self) -> dict[str, str]:
        """What was written, by field."""
        return {
            field.short_name: (field.data or "")[:LONGEST_READ]
            for field in self
            if is_written(field) and field.short_name not in self.unshown
        }

    @property
    def offers_reader(self) -> bool:
        """Whether something was found for which one may ask for a reader."""
        return bool(personal(self.findings))

    @property
    def wants_reader(self) -> bool:
        return bool(self.asks_reader.data)

    @property
    def lacks_only_tick(self) -> bool:
        """Whether asking for a reader is all that is needed to send it."""
        return self.is_right and self.offers_reader and not self.wants_reader

    @property
    def tells_danger(self) -> bool:
        return dangerous(self.findings)

    def told(self, findings: Iterable[Finding]) -> list[tuple[str, list[str]]]:
        """By field: what was found, quoted, and what to write instead."""
        words = self.words
        return [
            (name, sentences(words[name], list(found), self.advice))
            for name, found in groupby(findings, key=lambda one: one.field)
        ]


def no_identity_code(_form: Form, field: Field) -> None:
    if holds_identity_code(field.data or ""):
        raise StopValidation(
            _("Take the personal identity code away. We do not need it.")
        )


def is_written(field: Any) -> bool:
    return isinstance(field, StringField) and field.type not in CHOSEN


def sentences(
    text: str, findings: Sequence[Finding], advice: Mapping[Sort, Any] = ADVICE
) -> list[str]:
    """What was found in a text, one for each sort."""
    by_sort: dict[Sort, list[str]] = {}
    for one in findings:
        quoted = " ".join(text[one.start : one.end].split())
        by_sort.setdefault(one.sort, []).append(shortened(quoted))
    return [
        f"{SEEN[sort] % {'words': ', '.join(dict.fromkeys(quotes))}} {advice[sort]}"
        for sort, quotes in by_sort.items()
    ]


def shortened(quoted: str) -> str:
    if len(quoted) <= LONGEST_QUOTE:
        return quoted
    return f"{quoted[:LONGEST_QUOTE]}…"
