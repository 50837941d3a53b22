from hypothesis import given
from hypothesis import strategies as st

from portal.differences import Piece, pieces


def test_pieces_tell_words_that_came_and_went():
    assert pieces("Open on Monday.", "Open every Monday!") == [
        Piece("same", "Open "),
        Piece("removed", "on"),
        Piece("added", "every"),
        Piece("same", " Monday"),
        Piece("removed", "."),
        Piece("added", "!"),
    ]


def test_pieces_join_changed_words_that_stand_together():
    assert pieces("a b c d", "x y z d") == [
        Piece("removed", "a b c"),
        Piece("added", "x y z"),
        Piece("same", " d"),
    ]


@given(st.text(alphabet="ab \n.", max_size=30), st.text(alphabet="ab \n.", max_size=30))
def test_pieces_hold_both_texts_whole(before, after):
    found = pieces(before, after)

    assert "".join(p.text for p in found if p.kind != "added") == before
    assert "".join(p.text for p in found if p.kind != "removed") == after
