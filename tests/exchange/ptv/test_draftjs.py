import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.exchange.ptv.draftjs import UnreadableTextError, markdown
from portal.text import rendered

pytestmark = pytest.mark.no_database


def block(text, kind="unstyled", styles=(), links=()):
    """`styles` are (offset, length, style), `links` are (offset, length, key)."""
    return {
        "text": text,
        "type": kind,
        "inlineStyleRanges": [
            {"offset": offset, "length": length, "style": style}
            for offset, length, style in styles
        ],
        "entityRanges": [
            {"offset": offset, "length": length, "key": key}
            for offset, length, key in links
        ],
    }


def draft(*blocks, urls=()):
    entities = {
        str(key): {"type": "LINK", "data": {"url": url}} for key, url in enumerate(urls)
    }
    return json.dumps({"entityMap": entities, "blocks": blocks})


@pytest.mark.parametrize("label", [None, "", "  \n ", draft(), draft(block("  "))])
def test_nothing_is_no_text(label):
    assert markdown(label) == ""


def test_blocks_are_paragraphs():
    assert markdown(draft(block(" One. "), block(""), block("Two."))) == "One.\n\nTwo."


def test_list_blocks_stand_close_together():
    text = draft(
        block("Before"),
        block("a", "unordered-list-item"),
        block("b", "unordered-list-item"),
        block("c", "ordered-list-item"),
        block("d", "ordered-list-item"),
    )

    assert markdown(text) == "Before\n\n- a\n- b\n\n1. c\n1. d"


@pytest.mark.parametrize("sign", ["-", "•", "*", "–"])
def test_typed_bullets_become_a_list(sign):
    text = draft(block("Bring:"), block(f"{sign} a card"), block(f" {sign}  a pen"))

    assert markdown(text) == "Bring:\n\n- a card\n- a pen"
    assert markdown(f"Bring:\n{sign} a card\n{sign} a pen") == markdown(text)


def test_typed_numbers_become_a_list():
    text = draft(block("1. call"), block("2) come"), block("Then wait."))

    assert markdown(text) == "1. call\n2. come\n\nThen wait."
    assert markdown("1. call\n2) come\nThen wait.") == markdown(text)


@pytest.mark.parametrize("typed", ["-5 degrees", "3.5 euros", "1.1.2027", "*)"])
def test_sign_without_a_space_is_no_list(typed):
    assert str(rendered(markdown(draft(block(typed))))) == f"<p>{typed}</p>"


def test_lone_sign_is_no_text():
    assert markdown(draft(block("-"), block("a"))) == "a"


def test_headings_and_quotes_are_kept():
    text = draft(block("Title", "header-two"), block("Words", "blockquote"))

    assert markdown(text) == "### Title\n\n> Words"


def test_links_are_kept():
    text = draft(block("See this page.", links=[(4, 4, 0)]), urls=["https://a.example"])

    assert markdown(text) == "See [this](https://a.example) page."


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "/local",
        "",
        "https://a.example/) [x](javascript:y",
        "https://[broken",
    ],
)
def test_unsafe_links_leave_their_words(url):
    text = draft(block("See this.", links=[(4, 4, 0)]), urls=[url])

    assert markdown(text) == "See this."


def test_emphasis_is_kept():
    styles = [(0, 3, "BOLD"), (4, 3, "ITALIC"), (8, 5, "UNDERLINE")]

    assert markdown(draft(block("One two three", styles=styles))) == (
        "**One** *two* three"
    )


def test_emphasis_counts_utf16_units():
    text = draft(block("😀👩‍👧 now", styles=[(8, 3, "BOLD")]))

    assert markdown(text) == "😀👩‍👧 **now**"


def test_emphasis_leaves_the_spaces_at_its_ends_out():
    styles = [(3, 5, "BOLD"), (8, 1, "ITALIC")]

    assert markdown(draft(block("One two  three", styles=styles))) == (
        "One **two** three"
    )


def test_marks_side_by_side_and_inside_each_other_are_closed_in_turn():
    text = draft(
        block("onetwothree", styles=[(6, 5, "BOLD")], links=[(0, 3, 0), (3, 3, 1)]),
        block("all", styles=[(0, 3, "ITALIC"), (0, 3, "BOLD")], links=[(0, 3, 0)]),
        block("part of", styles=[(0, 4, "BOLD")], links=[(0, 7, 0)]),
        urls=["https://a.example", "https://b.example"],
    )

    assert markdown(text) == (
        "[one](https://a.example)[two](https://b.example)**three**\n\n"
        "[***all***](https://a.example)\n\n"
        "[**part** of](https://a.example)"
    )


def test_signs_of_markdown_are_shown_as_they_were_typed():
    typed = "*a* _b_ [c](d) <e> # `f` \\g"

    assert rendered(markdown(draft(block(typed)))).striptags() == typed


@pytest.mark.parametrize(
    "label",
    [
        "{",
        "{}",
        '{"blocks": []}',
        '{"entityMap": {}, "blocks": [{"text": "no type"}]}',
        '{"entityMap": {}, "blocks": [7]}',
        '{"entityMap": {}, "blocks": 7}',
        draft(block("a", links=[(0, 1, 3)])),
    ],
)
def test_broken_rich_text_is_an_error_that_says_so(label):
    with pytest.raises(UnreadableTextError, match="rich text can't be read"):
        markdown(label)


@given(
    st.lists(st.text("abåÖ😀 *_[]()<>#`\\-+.!&\n"), max_size=3),
    st.lists(
        st.tuples(
            st.integers(0, 20), st.integers(0, 20), st.sampled_from(["BOLD", "ITALIC"])
        ),
        max_size=4,
    ),
)
def test_no_letter_is_lost_or_added_whatever_is_marked(texts, styles):
    html = rendered(markdown(draft(*[block(text, styles=styles) for text in texts])))

    letters = [sign for sign in html.striptags() if sign.isalpha()]
    assert letters == [sign for text in texts for sign in text if sign.isalpha()]
