from datetime import timedelta

import pytest

from portal.db import now, today
from portal.practices.actions.creating import PracticeDraftText
from portal.practices.headings import HEADINGS
from portal.practices.models import Evidence, Lived
from portal.practices.queries.listing import rows_of
from tests.factories import make_practice

WHOLE = dict.fromkeys(HEADINGS, "Written")
OLD = today() - timedelta(days=1200)


def row(language="en", **fields):
    practice = make_practice(**fields)
    return rows_of([practice.id], language)[practice.id]


def test_row_counts_the_headings_that_are_written_in_its_language():
    texts = {
        "en": PracticeDraftText("B", "S", place="A", problem="P", lived="L"),
        "fi": PracticeDraftText("A", **WHOLE),
    }

    found = [row(code, texts=texts) for code in ("en", "fi", "sv")]

    assert [(one.name, one.language, one.written, one.headings) for one in found] == [
        ("B", "en", 2, 17),
        ("A", "fi", 17, 17),
        ("A", "fi", 17, 17),
    ]


def test_rows_are_found_by_their_addresses_too():
    one, other = make_practice(slug="one"), make_practice(slug="other")
    make_practice(slug="third")

    assert set(rows_of([one.id], "en", ["other", "none"])) == {one.id, other.id}


def test_marks_expire():
    fresh = row(evidence=Evidence.SOME, evidence_on=today(), lived=Lived.MIXED)
    old = row(evidence=Evidence.SOME, evidence_on=OLD, lived=Lived.MIXED, lived_on=OLD)

    assert (fresh.evidence_expired, fresh.lived_expired) == (False, False)
    assert (old.evidence_expired, old.lived_expired) == (True, True)


@pytest.mark.parametrize(
    ("published", "updated", "is_new", "is_changed"),
    [
        (0, 0, True, False),
        (40, 40, False, False),
        (40, 3, False, True),
        (None, 3, False, False),
    ],
)
def test_what_is_new_is_said_and_later_that_it_has_changed(
    published, updated, is_new, is_changed
):
    moment = now()
    changed = moment - timedelta(days=updated)
    since = None if published is None else moment - timedelta(days=published)

    found = row(published_at=since, updated_at=changed)

    assert (found.is_new, found.changed_on is not None) == (is_new, is_changed)
