"""Markdown as paragraphs of a DOCX document: what our pages make of it, no more."""

import re
from html.parser import HTMLParser
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from portal.text import rendered

LANGUAGE_TAGS = {"fi": "fi-FI", "sv": "sv-FI", "en": "en-GB"}
CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
LISTS = {"ul": "List Bullet", "ol": "List Number"}
DEEPEST = 3
"""Lists in lists that Word's own styles know."""
SMALLER = {"h2": 3, "h3": 4}


def fit(text: str) -> str:
    """The text without signs that a document can't hold."""
    return CONTROLS.sub("", text)


def speak(run: Run, language: str) -> Run:
    """Mark the run as being in this language, for those who listen."""
    tag = OxmlElement("w:lang")
    tag.set(qn("w:val"), LANGUAGE_TAGS[language])
    run._r.get_or_add_rPr().append(tag)  # noqa: SLF001  it has no other way
    return run


def add_markdown(document: Any, source: str, language: str) -> None:
    writer = Writer(document, language)
    writer.feed(str(rendered(source)))
    writer.close()


class Writer(HTMLParser):
    """Writes the few elements that `text.rendered` leaves."""

    def __init__(self, document: Any, language: str) -> None:
        super().__init__()
        self.document = document
        self.language = language
        self.lists: list[tuple[str, int | None]] = []
        self.paragraph: Paragraph | None = None
        self.style = "Normal"
        self.bold = self.italic = False
        self.link: Any = None

    def handle_starttag(self, tag: str, attributes: list[Any]) -> None:
        if tag in LISTS:
            numbering = begun_anew(self.document) if tag == "ol" else None
            self.lists.append((tag, numbering))
        elif tag == "li":
            self.begin(self.list_style())
        elif tag in SMALLER:
            self.begin(f"Heading {SMALLER[tag]}")
        elif tag == "blockquote":
            self.style = "Quote"
        elif tag == "p" and not self.lists:
            self.begin(self.style)
        elif tag == "br" and self.paragraph is not None:
            self.paragraph.add_run().add_break()
        elif tag == "a":
            address = dict(attributes).get("href")
            self.link = self.hyperlink(address) if address else None
        self.bold |= tag == "strong"
        self.italic |= tag == "em"

    def handle_endtag(self, tag: str) -> None:
        if tag in LISTS:
            self.lists.pop()
        if tag in {"p", "li", *SMALLER, *LISTS}:
            self.end()
        if tag == "blockquote":
            self.style = "Normal"
        if tag == "a":
            self.link = None
        self.bold &= tag != "strong"
        self.italic &= tag != "em"

    def handle_data(self, data: str) -> None:
        text = fit(data.replace("\n", " "))
        begun = self.paragraph is not None and self.paragraph.runs
        if not (text.strip() or begun):
            return
        run = speak(self.current().add_run(text), self.language)
        run.bold, run.italic = self.bold or None, self.italic or None
        if self.link is not None:
            run.underline = True
            self.link.append(run._r)  # noqa: SLF001

    def current(self) -> Paragraph:
        """Where words go now: in a list, on from what it said last."""
        if self.paragraph is None:
            continued = "List Continue" if self.lists else self.style
            self.paragraph = self.document.add_paragraph(style=continued)
        return self.paragraph

    def end(self) -> None:
        """The paragraph is whole; the line that ended in the source is no space."""
        if self.paragraph is not None and self.paragraph.runs:
            last = self.paragraph.runs[-1]
            if last.text.endswith(" "):
                last.text = last.text.rstrip(" ")
        self.paragraph = None

    def begin(self, style: str) -> None:
        self.end()
        self.paragraph = self.document.add_paragraph(style=style)
        if self.lists and (numbering := self.lists[-1][1]) is not None:
            # What follows the paragraph's style would go on from the list before.
            properties = self.paragraph._p.get_or_add_pPr()  # noqa: SLF001
            numbered = properties.get_or_add_numPr()
            numbered.get_or_add_ilvl().val = 0
            numbered.get_or_add_numId().val = numbering

    def list_style(self) -> str:
        depth = min(len(self.lists), DEEPEST)
        style = LISTS[self.lists[-1][0]]
        return style if depth == 1 else f"{style} {depth}"

    def hyperlink(self, address: str) -> Any:
        link = OxmlElement("w:hyperlink")
        known = self.document.part.relate_to(
            fit(address), RELATIONSHIP_TYPE.HYPERLINK, is_external=True
        )
        link.set(qn("r:id"), known)
        self.current()._p.append(link)  # noqa: SLF001
        return link


def begun_anew(document: Any) -> int:
    """A numbering like that of the style of numbered lists, from 1 on."""
    numbering = document.part.numbering_part.numbering_definitions._numbering  # noqa: SLF001
    style = document.styles["List Number"].element.pPr.numPr.numId.val
    pattern = numbering.num_having_numId(style).abstractNumId.val
    made = numbering.add_num(pattern)
    made.add_lvlOverride(ilvl=0).add_startOverride(1)
    return int(made.numId)
