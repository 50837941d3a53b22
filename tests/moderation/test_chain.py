from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.moderation.chain import BEGINNING, Checked, Line, check, digest
from portal.moderation.downloads import (
    COLUMNS,
    Unreadable,
    as_json_lines,
    as_rows,
    read,
)
from portal.spreadsheet import as_csv

pytestmark = pytest.mark.no_database

ID = st.none() | st.integers(1, 2**31 - 1)
NAME = st.sampled_from(["", "opened", "returned", "names-a-person", "proposal"])
LINE = st.builds(
    Line,
    number=st.just(0),
    at=st.datetimes().map(lambda at: at.isoformat(timespec="microseconds")),
    event=NAME,
    kind=NAME,
    item_id=ID,
    case_id=ID,
    workshop=ID,
    reason=NAME,
    rules=ID,
    actor=ID,
)


def chained(lines):
    head, entries = BEGINNING, []
    for number, line in enumerate(lines, 1):
        numbered = replace(line, number=number)
        head = digest(numbered, head)
        entries.append((numbered, head))
    return entries


LOG = st.lists(LINE, min_size=1, max_size=8).map(chained)


@given(LOG)
def test_untouched_log_holds(log):
    assert check(log) == Checked(len(log), log[-1][1])


@given(LOG, st.data())
def test_changed_line_is_found_where_it_is(log, data):
    place = data.draw(st.integers(0, len(log) - 1))
    line, written = log[place]
    column = data.draw(st.sampled_from(["item_id", "case_id", "rules", "actor"]))
    other = replace(line, **{column: (getattr(line, column) or 0) + 1})

    found = check([*log[:place], (other, written), *log[place + 1 :]])

    assert found.broken_at == place + 1


@given(LOG, st.data())
def test_line_that_is_left_out_or_moved_is_found(log, data):
    place = data.draw(st.integers(0, len(log) - 1))
    without = [*log[:place], *log[place + 1 :]]

    if place < len(log) - 1:
        assert check(without).broken_at == place + 1
    else:
        assert check(without) != check(log)
    assert check([*log, log[place]]).broken_at == len(log) + 1


@given(LOG)
def test_both_downloads_hold_the_whole_chain(log):
    by_json = read("".join(as_json_lines(log)))
    by_csv = read(as_csv(COLUMNS, as_rows(log)))

    assert by_json == (log, log[-1][1])
    assert by_csv == (log, "")


@pytest.mark.parametrize("text", ["", "Hello", "{", '{"number": 1}', "number;at\n1;2"])
def test_other_files_are_no_log(text):
    try:
        entries, _head = read(text)
    except Unreadable:
        return
    assert entries == []


def test_digest_is_that_of_canonical_json():
    """By another hand: `printf '{"actor":null,…}' | sha256sum`."""
    line = Line(1, "2026-11-22T10:30:00.000000", "opened", "proposal", 7)

    assert digest(line, BEGINNING) == (
        "a6d3b8ab206f18005dfbdff13edbf9b84b1a775e127c5f7690bce1cb802d7daa"
    )
