"""A DOCX document in one language, with parts of it in others."""

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from typing import Any

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from portal.exchange.practices.paragraphs import LANGUAGE_TAGS, add_markdown, fit, speak

Said = tuple[str, str]
"""Words and the language they are in; where that is empty, the document's own."""


class Paper:
    def __init__(self, language: str) -> None:
        self.file: Any = docx.Document()
        self.language = language
        for tag in self.file.styles.element.iter(qn("w:lang")):
            tag.set(qn("w:val"), LANGUAGE_TAGS[language])

    def tell_about(
        self, title: str, author: str, made_at: datetime, changed_at: datetime
    ) -> None:
        """What the file says of itself."""
        about = self.file.core_properties
        about.language = LANGUAGE_TAGS[self.language]
        about.title, about.author = fit(title), fit(author)
        about.comments = about.last_modified_by = ""
        about.created, about.modified = made_at, changed_at

    def heading(self, text: object, level: int, spoken: str = "") -> None:
        run = self.file.add_heading(level=level).add_run(fit(str(text)))
        speak(run, spoken or self.language)

    def say(self, text: str, spoken: str = "") -> None:
        if text:
            speak(self.file.add_paragraph().add_run(fit(text)), spoken or self.language)

    def markdown(self, source: str, spoken: str) -> None:
        add_markdown(self.file, source, spoken)

    def facts(self, lines: Sequence[tuple[str, Said]]) -> None:
        """Names and what is said under each."""
        self.table([], [[(name, ""), said] for name, said in lines])

    def table(self, header: Sequence[str], lines: Sequence[Sequence[Said]]) -> None:
        rows = [[(name, "") for name in header], *lines] if header else list(lines)
        if not rows:
            return
        table = self.file.add_table(len(rows), len(rows[0]), style="Table Grid")
        for number, (row, cells) in enumerate(zip(table.rows, rows, strict=True)):
            for cell, (text, spoken) in zip(row.cells, cells, strict=True):
                run = cell.paragraphs[0].add_run(fit(text))
                speak(run, spoken or self.language)
                run.bold = (bool(header) and number == 0) or None
        if header:
            first = table.rows[0]._tr.get_or_add_trPr()  # noqa: SLF001  no other way
            first.append(OxmlElement("w:tblHeader"))

    def saved(self) -> bytes:
        content = BytesIO()
        self.file.save(content)
        return content.getvalue()
