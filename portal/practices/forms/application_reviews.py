"""Answering once a year whether an application is still so."""

from collections.abc import Mapping, Sequence
from typing import Any, Self

from flask_babel import lazy_gettext as _l
from wtforms import RadioField

from portal.forms import one_of, options
from portal.practices.forms.applications import UseForm
from portal.practices.labels import USES
from portal.practices.models import Use
from portal.practices.queries.applications import Applied

RIGHT, CHANGED, STOPPED = "right", "changes", "stopped"


class ApplicationReviewForm(UseForm):
    """`right` needs nothing more; the others, what is told anew."""

    decision = RadioField(
        choices=options({RIGHT: "", CHANGED: "", STOPPED: ""}),
        validate_choice=False,
        validators=[one_of(_l("Choose whether it is still so"))],
    )
    state = RadioField(
        _l("How does it stand?"),
        choices=options({use: USES[use] for use in Use if use is not Use.STOPPED}),
        validate_choice=False,
    )

    @classmethod
    def of(cls, applied: Applied) -> Self:
        return cls(data=cls.filled(applied))

    def validate(
        self, extra_validators: Mapping[str, Sequence[Any]] | None = None
    ) -> bool:
        if self.still_so:
            return True
        if self.decision.data == STOPPED:
            self.state.data = Use.STOPPED.value
        elif self.decision.data == CHANGED:
            offered = one_of(_l("Choose how it stands"))
            extra_validators = {**(extra_validators or {}), "state": [offered]}
        return super().validate(extra_validators)

    def repeats(self, applied: Applied) -> bool:
        """Whether it says only what is told of it already."""
        told = self.filled(applied)
        return self.still_so or all(self[name].data == told[name] for name in told)

    @property
    def still_so(self) -> bool:
        return bool(self.decision.data == RIGHT)
