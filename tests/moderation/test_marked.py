import pytest

from portal.moderation.kinds import Item
from portal.moderation.marked import Marked, Piece, marked
from portal.screening.findings import Finding, Sort

pytestmark = pytest.mark.no_database

ITEM = Item(
    id=1,
    heading="Ask Anna",
    paragraphs=(("Why", "Call 040 123 or 050 456"), ("Until now", "Ask Anna")),
    language="en",
    place="",
    url="",
    voice="",
    fields=("suggestion", "problem", ""),
)


def test_findings_are_cut_out_where_they_stand_and_nowhere_else():
    found = [
        Finding(Sort.PHONE, "problem", 16, 23),
        Finding(Sort.PHONE, "problem", 5, 12),
        Finding(Sort.NAMED_PERSON, "suggestion", 4, 8),
    ]

    assert marked(ITEM, found) == Marked(
        (Piece("Ask "), Piece("Anna", Sort.NAMED_PERSON)),
        (
            (
                "Why",
                (
                    Piece("Call "),
                    Piece("040 123", Sort.PHONE),
                    Piece(" or "),
                    Piece("050 456", Sort.PHONE),
                ),
            ),
            ("Until now", (Piece("Ask Anna"),)),
        ),
    )


def test_finding_in_a_field_that_is_not_shown_marks_nothing():
    found = [Finding(Sort.PHONE, "helps", 0, 3)]

    assert marked(ITEM, found).heading == (Piece("Ask Anna"),)
