"""Loading what has become of the practices of the demo region."""

from portal.accounts.models import User
from portal.demo.library import experiences, lives, marks, references, talk, uses
from portal.demo.library.keys import ids


def load(persons: dict[str, User], moderator: User) -> None:
    practices = ids()
    references.load(practices)
    lives.load(practices)
    marks.load(practices)
    uses.load(practices, persons)
    experiences.load(practices, persons, moderator)
    talk.load(practices, persons, moderator)
