"""Where on the web that is what practices rest on."""

from portal.db import tuples
from portal.practices.models import PracticeReference


def web_addresses() -> list[tuple[int, str]]:
    """Each with the id of its practice."""
    this = PracticeReference
    return tuples(this.select(this.practice, this.url).where(this.url != ""))
