import pytest

from portal.attachments import Reason, Unfit
from portal.attachments.kinds import CSV, TXT
from portal.attachments.tables import read

pytestmark = pytest.mark.no_database


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252"])
def test_text_becomes_utf_8(encoding):
    assert read("a.txt", "Päivä, ö".encode(encoding)) == (TXT, "Päivä, ö".encode())


def test_table_is_known_by_its_name():
    assert read("A.CSV", b"a;b") == (CSV, b"a;b")
    assert read("a.pdf", b"a;b") == (TXT, b"a;b")


@pytest.mark.parametrize(
    "line",
    [
        "=1+1",
        "a;=HYPERLINK(1)",
        'a,"=1"',
        "a\t@SUM(1)",
        "1\n =1",
        "1\r=1",
        "\ufeff=1",
        "a;-cmd|'x'!A1",
        "sep=|\na|=1",
    ],
)
def test_table_with_formulas_is_refused(line):
    with pytest.raises(Unfit) as refused:
        read("a.csv", line.encode())

    assert refused.value.reason == Reason.FORMULAS
    assert read("a.txt", line.encode()) == (TXT, line.encode())


@pytest.mark.parametrize(
    "line", ["-5;+358 19 123", "a=b;c@d", "-1,5", "a;–", "sep=;\na;b"]
)
def test_numbers_and_words_are_no_formulas(line):
    assert read("a.csv", line.encode()) == (CSV, line.encode())


@pytest.mark.parametrize("content", [b"a\0b", b"\x1b[31m", b"\xff\xfea", b"\x81"])
def test_what_is_no_text_is_refused(content):
    with pytest.raises(Unfit) as refused:
        read("a.txt", content)

    assert refused.value.reason == Reason.NOT_OURS
