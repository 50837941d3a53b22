"""Marking in a text the words that were looked for."""

from collections.abc import Collection, Mapping

from markupsafe import Markup, escape

from portal.search.analysis import WORD, bases, is_weak
from portal.search.empty_words import NEGATIONS


def marked(text: str, marks: Mapping[str, Collection[str]], language: str) -> Markup:
    """The text with its telling words in `mark` elements where they were looked for."""
    wanted = marks.get(language)
    if not wanted:
        return escape(text)
    pieces, end = [], 0
    for found in WORD.finditer(text):
        word = found[0].casefold()
        if is_told(word) and any(base in wanted for base in bases(word, language)):
            pieces += [
                escape(text[end : found.start()]),
                Markup("<mark>"),
                escape(found[0]),
                Markup("</mark>"),
            ]
            end = found.end()
    return Markup().join([*pieces, escape(text[end:])])


def is_told(word: str) -> bool:
    return word not in NEGATIONS and not is_weak(word)
