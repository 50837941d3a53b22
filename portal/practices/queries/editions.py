"""The editions of a practice that somebody may have taken in use."""

from dataclasses import dataclass
from datetime import datetime

from portal.practices.models import Practice
from portal.practices.queries.versions import public_editions


@dataclass(frozen=True)
class Editions:
    """Each edition in which the public text was new, newest first, and when it was
    saved."""

    saved: dict[int, datetime]

    @property
    def newest(self) -> int:
        return next(iter(self.saved))

    def behind(self, version: int | None) -> int:
        """How many editions have come since this one."""
        return 0 if version is None else sum(one > version for one in self.saved)

    def stood_at(self, version: int | None) -> int | None:
        """The edition whose text this one had, if that was kept and is not the
        newest."""
        older = [one for one in self.saved if version and one <= version]
        return max(older) if older and max(older) != self.newest else None


def editions(practice: Practice) -> Editions:
    """One statement. Where none was kept there is the one that stands now."""
    kept = {one.number: one.saved_at for one in public_editions(practice)}
    return Editions(kept or {practice.edition: practice.updated_at})
