import docx
import pytest
from docx.oxml.ns import qn

from portal.exchange.practices.paragraphs import add_markdown

pytestmark = pytest.mark.no_database


def written(source):
    document = docx.Document()
    add_markdown(document, source, "fi")
    return document


def lines(document):
    return [(p.style.name, p.text) for p in document.paragraphs]


def test_markdown_becomes_paragraphs_of_their_styles():
    document = written(
        "## Title\n\nOne **bold** *slanted*\nline\n\n- a\n- b\n    - c\n\n"
        "1. first\n\n> said\n\n### Below\n\nLast"
    )

    assert lines(document) == [
        ("Heading 3", "Title"),
        ("Normal", "One bold slanted line"),
        ("List Bullet", "a"),
        ("List Bullet", "b"),
        ("List Bullet 2", "c"),
        ("List Number", "first"),
        ("Quote", "said"),
        ("Heading 4", "Below"),
        ("Normal", "Last"),
    ]
    runs = document.paragraphs[1].runs
    assert [(run.text, run.bold, run.italic) for run in runs[:4]] == [
        ("One ", None, None),
        ("bold", True, None),
        (" ", None, None),
        ("slanted", None, True),
    ]


def test_each_list_begins_from_one():
    document = written("1. a\n2. b\n\nText\n\n1. c")

    numbers = [
        tag.get(qn("w:val")) for tag in document.element.body.iter(qn("w:numId"))
    ]
    assert numbers[0] == numbers[1] != numbers[2]


def test_second_paragraph_of_a_point_goes_on_in_it():
    document = written("- a\n\n    more\n\n- b")

    assert lines(document) == [
        ("List Bullet", "a"),
        ("List Continue", "more"),
        ("List Bullet", "b"),
    ]


def test_link_leads_where_it_says():
    document = written("See [the guide](https://a.example/b) now")

    (link,) = document.element.body.iter(qn("w:hyperlink"))
    target = document.part.rels[link.get(qn("r:id"))].target_ref
    assert target == "https://a.example/b"
    assert document.paragraphs[0].text == "See the guide now"


@pytest.mark.parametrize(
    "source", ["<script>alert(1)</script>a", "[a](javascript:x)", "a\x0b\x01\ufffe"]
)
def test_hostile_text_is_only_text(source):
    document = written(source)

    text = "".join(p.text for p in document.paragraphs)
    assert (text, list(document.element.body.iter(qn("w:hyperlink")))) == ("a", [])


def test_every_run_says_its_language():
    document = written("One\n\n- two **three**")

    spoken = [tag.get(qn("w:val")) for tag in document.element.body.iter(qn("w:lang"))]
    assert spoken == ["fi-FI"] * 3
