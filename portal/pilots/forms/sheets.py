"""Several small forms that are sent as one."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask_babel import ngettext

from portal.forms import BaseForm


@dataclass(frozen=True)
class Sheet:
    forms: Sequence[BaseForm]

    def validate(self) -> bool:
        """All are looked at, so that all that is wrong is told at once."""
        sound = [form.validate() for form in self.forms]
        return all(sound)

    @property
    def problems(self) -> list[tuple[str, str]]:
        return [problem for form in self.forms for problem in form.problems]

    @property
    def summary(self) -> str:
        return ngettext(
            "One thing to fix before we can go on",
            "%(num)s things to fix before we can go on",
            len(self.problems),
        )
