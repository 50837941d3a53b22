import pytest

from portal.upkeep.codes import Code, UnreadCode, code_lines, codes_of

LINES = "Velkaneuvonta http://uri.example/P1\nsv: Skulder, lån urn:two"


def test_codes_are_read_and_written():
    codes = [
        Code("http://uri.example/P1", "Velkaneuvonta", "fi"),
        Code("urn:two", "Skulder, lån", "sv"),
    ]

    assert codes_of(LINES) == codes
    assert code_lines(codes) == LINES


def test_each_address_counts_once():
    found = codes_of("A urn:1\n\nB urn:1")

    assert [code.label for code in found] == ["A"]


@pytest.mark.parametrize(
    ("text", "line", "too_long"),
    [
        ("Velkaneuvonta", 1, False),
        ("A urn:1\nhttp://uri.example/P1", 2, False),
        ("x" * 201 + " urn:1", 1, True),
    ],
)
def test_line_that_is_no_code_is_told(text, line, too_long):
    with pytest.raises(UnreadCode) as unread:
        codes_of(text)

    assert (unread.value.line, unread.value.too_long) == (line, too_long)
