"""Who looks after a practice, and how many statements its parts take."""

import pytest
from playhouse.test_utils import count_queries

from portal.i18n import LANGUAGES
from portal.practices.actions.creating import PracticeDraftText
from portal.practices.models import Practice, PracticeReference
from portal.practices.queries.editing import draft
from portal.practices.queries.keeping import Kept, findable, kept_by
from portal.vocabulary.queries import vocabulary
from tests.factories import make_organisation, make_practice


def test_owner_and_authors_look_after_it():
    owner, author = make_organisation(), make_organisation()
    made = make_practice(organisation=owner, authors=[author.id])
    practice = Practice.get_by_id(made.id)

    with count_queries() as asked:
        kept = kept_by(practice)

    both = frozenset({owner.id, author.id})
    assert kept == Kept(practice.id, practice.slug, owner.id, both)
    assert asked.count == 1


def test_published_practice_is_found_in_one_statement():
    practice = make_practice()

    with count_queries() as asked:
        found = findable(practice.slug)

    assert (found, asked.count) == (practice, 1)
    assert findable("none") is None


@pytest.mark.parametrize("many", [1, 3])
def test_practice_is_read_whole_in_as_many_statements_whatever_is_in_it(many):
    """The dates of texts; the facts; authors; tags, and whether the vocabulary is as it
    was; texts; references."""
    vocabulary()
    languages = list(LANGUAGES)[:many]
    practice = make_practice(
        texts={code: PracticeDraftText("Desk") for code in languages},
        authors=[make_organisation().id for _ in range(many)],
    )
    for number in range(many):
        PracticeReference.create(practice=practice, title=f"{number}", language="en")

    with count_queries() as asked:
        read = draft(practice)

    assert (read.languages, asked.count) == (languages, 7)
