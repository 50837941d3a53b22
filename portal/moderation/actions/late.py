"""Coming to a case after somebody else."""

from collections.abc import Sequence

from flask_babel import gettext as _

from portal.errors import Refused
from portal.moderation.models import Case


class AlreadyDecided(Refused):
    """Others have decided these cases, or their words have changed, while somebody was
    reading them. Nothing is changed."""

    def __init__(self, cases: Sequence[Case]) -> None:
        super().__init__(_("This was decided or reworded while you were reading it."))
        self.cases = list(cases)


def too_late(case: Case) -> AlreadyDecided:
    return AlreadyDecided([case])


def need_waiting(case: Case) -> None:
    if case.decided_at is not None:
        raise too_late(case)
