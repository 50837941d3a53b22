"""What differs between two texts, word by word or by paragraphs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

WORDS = re.compile(r"\s+|[^\s\w]+|\w+")


@dataclass(frozen=True)
class Piece:
    """A run of words: `same`, `added` or `removed`."""

    kind: str
    text: str


def pieces(before: str, after: str) -> list[Piece]:
    """The later text with what came and what went."""
    old, new = WORDS.findall(before), WORDS.findall(after)
    found: list[Piece] = []
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for what, first, last, start, end in matcher.get_opcodes():
        if what == "equal":
            _add(found, "same", "".join(old[first:last]))
            continue
        _add(found, "removed", "".join(old[first:last]))
        _add(found, "added", "".join(new[start:end]))
    return list(_joined(found))


def gone_and_come(before: str, after: str) -> tuple[str, str]:
    """The paragraphs that go and those that come in their place."""
    old, new = _lines(before), _lines(after)
    gone: list[str] = []
    come: list[str] = []
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for what, first, last, start, end in matcher.get_opcodes():
        if what != "equal":
            gone += old[first:last]
            come += new[start:end]
    return "\n\n".join(gone), "\n\n".join(come)


def _lines(text: str) -> list[str]:
    return [line for line in text.split("\n") if line.strip()]


def _add(found: list[Piece], kind: str, text: str) -> None:
    if text:
        found.append(Piece(kind, text))


def _joined(found: list[Piece]) -> Iterator[Piece]:
    """Changes with only a space between them read as one change."""
    removed, added = "", ""
    for number, piece in enumerate(found):
        inner = piece.kind == "same" and piece.text.isspace() and "\n" not in piece.text
        if inner and (removed or added) and number + 1 < len(found):
            removed, added = removed + piece.text, added + piece.text
        elif piece.kind == "same":
            yield from _change(removed, added)
            removed, added = "", ""
            yield piece
        elif piece.kind == "removed":
            removed += piece.text
        else:
            added += piece.text
    yield from _change(removed, added)


def _change(removed: str, added: str) -> Iterator[Piece]:
    if removed.isspace() and added == removed:
        yield Piece("same", added)
        return
    if removed:
        yield Piece("removed", removed)
    if added:
        yield Piece("added", added)
