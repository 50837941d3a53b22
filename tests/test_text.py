import re

import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st

from portal.text import ATTRIBUTES, SCHEMES, TAGS, escaped, rendered, slugify, tidy
from tests.html import check

pytestmark = pytest.mark.no_database

calm = settings(deadline=None, database=None)
ADDED_BY_NH3 = {"a": {"rel"}}
# Letters of every script, and many of the signs that mean something in Markdown.
written = st.text(
    st.one_of(
        st.sampled_from("\n\n  \\`*_{}[]()<>#+-.!&;:=~|1aä/\"'"),
        st.characters(exclude_categories=["C", "Zl", "Zp"]),
    )
)


def squeezed(text):
    return " ".join(text.split())


@calm
@given(written)
def test_escaped_text_shows_exactly_the_plain_text(plain):
    html = rendered(escaped(plain))

    assert squeezed(BeautifulSoup(html, "html.parser").text) == squeezed(plain)


@pytest.mark.parametrize(
    "plain",
    [
        "---",
        "Title\n---",
        "Title\n===",
        "- - -",
        "1986. A year",
        "1) One",
        "    four spaces",
        "\ttab",
        "a < b > c",
        "<b>bold</b> <script>alert(1)</script>",
        "&amp; &copy; &#65;",
        "[a](https://b.example) ![c](d)",
        "[a]: https://b.example",
        "<https://b.example>",
        "**a** __b__ `c`",
        "\\*",
        "> quoted",
        "# Title",
    ],
)
def test_escaped_markdown_means_nothing(plain):
    html = rendered(escaped(plain))

    assert squeezed(BeautifulSoup(html, "html.parser").text) == squeezed(plain)
    assert {tag.name for tag in BeautifulSoup(html, "html.parser")(True)} == {"p"}


pieces = st.sampled_from(
    [
        *("<script>", "</script>", "<img src=x onerror=alert(1)>", "<a href='", "'>"),
        *("javascript:alert(1)", "[x](", ")", "data:text/html,", " onclick='x' "),
        *("<svg onload=x>", "<style>", "<iframe src=//x>", "<!--", "-->", "<p style="),
        *("\n\n", "- ", "# ", "`", "&#106;avascript:", "[x]: ", "java\tscript:", "<"),
    ]
)


@calm
@given(st.lists(pieces, max_size=12).map("".join))
def test_rendered_markdown_holds_only_safe_tags_and_addresses(source):
    html = rendered(source)

    check("rendered", html)
    for tag in BeautifulSoup(html, "html.parser")(True):
        allowed = ATTRIBUTES.get(tag.name, set()) | ADDED_BY_NH3.get(tag.name, set())
        assert tag.name in TAGS
        assert set(tag.attrs) <= allowed
        address = re.sub(r"^[\x00- ]+|[\t\n\r]", "", tag.get("href", ""))
        scheme = re.match(r"([a-z][a-z0-9+.-]*):", address, re.IGNORECASE)
        assert scheme is None or scheme[1].lower() in SCHEMES


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("**a** *b*", "<p><strong>a</strong> <em>b</em></p>"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        (
            "[a](https://b.example)",
            '<p><a href="https://b.example" rel="noopener noreferrer">a</a></p>',
        ),
        (
            "[a](tel:112)",
            '<p><a href="tel:112" rel="noopener noreferrer">a</a></p>',
        ),
        ("[a](javascript:alert(1))", '<p><a rel="noopener noreferrer">a</a></p>'),
        ("[a](JaVaScript:alert(1))", '<p><a rel="noopener noreferrer">a</a></p>'),
        ("[a](data:text/html;base64,eA)", '<p><a rel="noopener noreferrer">a</a></p>'),
        (
            "<a href='https://b.example' onclick='x' style='x'>a</a>",
            '<p><a href="https://b.example" rel="noopener noreferrer">a</a></p>',
        ),
        ("a <img src=x onerror=alert(1)> b", "<p>a  b</p>"),
        ("a <script>alert(1)</script> b", "<p>a  b</p>"),
        ("<p onmouseover='x' class='y'>a</p>", "<p>a</p>"),
    ],
)
def test_rendered_markdown_is_made_safe(source, html):
    assert rendered(source) == html


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (None, ""),
        ("  a \t b  ", "a b"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("a\n\n\n\n b ", "a\n\nb"),
        ("a\u00a0b", "a b"),
        ("A\u030a", "Å"),
        ("a\x01\x1b\x7f\x9fb", "ab"),
        ("a\x00b", "ab"),
    ],
)
def test_tidy_keeps_words_and_lines(typed, kept):
    assert tidy(typed) == kept


@calm
@given(st.text())
def test_tidy_text_is_tidy(typed):
    once = tidy(typed)

    assert tidy(once) == once


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Äitiysneuvola", "aitiysneuvola"),
        ("Vuokrarästit & häätö!", "vuokrarastit-haato"),
        ("Ærø Straße", "aero-strasse"),
        ("  --  ", "page"),
        ("Привет", "page"),
        ("a" * 200, "a" * 80),
        ("a" * 79 + " b", "a" * 79),
    ],
)
def test_slug_is_fit_for_an_address(name, slug):
    assert slugify(name) == slug
