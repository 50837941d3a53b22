"""The rules of discussion, written in all languages at once."""

from typing import Self

from flask_babel import lazy_gettext as _l
from wtforms import HiddenField

from portal.forms import BaseForm, Text, at_most, required
from portal.i18n import LANGUAGES
from portal.moderation.queries.rules import Version

LONGEST_RULES = 12_000
CHECKS = [
    required(_l("Write the rules in this language, too")),
    at_most(LONGEST_RULES),
]


class RulesForm(BaseForm):
    """`seen` is the number of the version that the editor began with."""

    seen = HiddenField()
    body_fi = Text(_l("Rules in Finnish"), CHECKS)
    body_sv = Text(_l("Rules in Swedish"), CHECKS)
    body_en = Text(_l("Rules in English"), CHECKS)

    @classmethod
    def of(cls, version: Version) -> Self:
        written = {f"body_{code}": text for code, text in version.texts.items()}
        return cls(data={"seen": str(version.number), **written})

    @property
    def texts(self) -> dict[str, str]:
        return {code: self[f"body_{code}"].data for code in LANGUAGES}

    @property
    def number(self) -> int:
        """The version begun with; one that can't be is none."""
        written = self.seen.data or ""
        return int(written) if written.isascii() and written.isdigit() else -1
