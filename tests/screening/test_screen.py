from itertools import pairwise

import pytest

from portal.screening.findings import Finding, Sort
from portal.screening.labels import ADVICE, LABELS
from portal.screening.screen import dangerous, personal, screen

pytestmark = pytest.mark.no_database


def marked(text):
    return [(one.sort, text[one.start : one.end]) for one in screen({"text": text})]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hetu: 010190-902S.", [(Sort.IDENTITY_CODE, "010190-902S")]),
        ("Soita 040 765 4321 illalla", [(Sort.PHONE, "040 765 4321")]),
        ("Ring +46 (0)70 123 45 67 nu", [(Sort.PHONE, "+46 (0)70 123 45 67")]),
        ("Mail a.b@example.org, please", [(Sort.EMAIL, "a.b@example.org")]),
        ("me: jane at example dot com.", [(Sort.EMAIL, "jane at example dot com")]),
        ("Asun Koivukuja 3 B 12:ssa", [(Sort.ADDRESS, "Koivukuja 3 B 12")]),
        ("Bor på Storgatan 4 nu", [(Sort.ADDRESS, "Storgatan 4")]),
        ("I live at 12 High Street now", [(Sort.ADDRESS, "12 High Street")]),
        ("Auto ABC-123 seisoo", [(Sort.PLATE, "ABC-123")]),
        ("Bilen ABC 12A står", [(Sort.PLATE, "ABC 12A")]),
        ("Asiakkaani Matti Virtanen tuli", [(Sort.NAMED_PERSON, "Matti Virtanen")]),
        ("Min granne Gunnar kom", [(Sort.NAMED_PERSON, "Gunnar")]),
        ("My client has dementia", [(Sort.HEALTH, "dementia")]),
        ("Olette idiootteja kaikki", [(Sort.INSULT, "idiootteja")]),
        ("Mieheni lyö minua taas", [(Sort.DANGER, "Mieheni lyö")]),
    ],
)
def test_screen_marks_what_it_found_and_no_more(text, expected):
    assert marked(text) == expected


def test_screen_answers_by_field_and_place():
    found = screen(
        {
            "problem": "Soita 040 765 4321 tai a@example.org.",
            "title": "Koivukuja 3",
            "suggestion": "Ei mitään.",
        }
    )

    assert found == (
        Finding(Sort.PHONE, "problem", 6, 18),
        Finding(Sort.EMAIL, "problem", 23, 36),
        Finding(Sort.ADDRESS, "title", 0, 11),
    )


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Nro 04\u200b0 76\u200b5 4321!", 4, 18),
        ("Nro ０４０７６５４３２１!", 4, 14),
        ("Nro ٠٤٠٧٦٥٤٣٢١!", 4, 14),
        ("Nro\u00a0040\u202f765\u20114321!", 4, 16),
        ("Ka\u0308yta\u0308 0407654321", 8, 18),
    ],
)
def test_screen_sees_through_disguise_and_marks_what_was_written(text, start, end):
    assert screen({"text": text}) == (Finding(Sort.PHONE, "text", start, end),)


def test_findings_never_overlap():
    text = "Naapurini Pekka Virtanen hakkaa minua, Pekka on idiootti, 010190-902S!"

    found = screen({"text": text})

    assert {one.sort for one in found} == {
        Sort.NAMED_PERSON,
        Sort.DANGER,
        Sort.INSULT,
        Sort.IDENTITY_CODE,
    }
    assert all(one.end <= other.start for one, other in pairwise(found))


def test_danger_is_told_apart_from_what_is_personal():
    found = screen({"text": "Soita 0407654321. Haluan kuolla."})

    assert dangerous(found)
    assert personal(found) == (Finding(Sort.PHONE, "text", 6, 16),)
    assert not dangerous(personal(found))


def test_danger_needs_one_sentence():
    assert not dangerous(screen({"text": "Mieheni tuli. Minua pelotti. Kirves lyö."}))
    assert dangerous(screen({"text": "Mieheni juo. Hän lyö minua."}))


@pytest.mark.parametrize("text", ["", " ", "\n\n", "😀", "?!", "@", "0", "\u200b", "Å"])
def test_screen_of_nothing_finds_nothing(text):
    assert screen({"text": text}) == ()


def test_every_sort_has_a_name_and_advice():
    assert set(LABELS) == set(ADVICE) == set(Sort)
