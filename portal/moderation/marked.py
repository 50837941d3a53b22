"""The words of a thing with what screening found in them marked."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from portal.moderation.kinds import Item
from portal.screening.findings import Finding, Sort


@dataclass(frozen=True)
class Piece:
    """A stretch of text; of what was found, its sort."""

    text: str
    sort: Sort | None = None


@dataclass(frozen=True)
class Marked:
    heading: tuple[Piece, ...]
    paragraphs: tuple[tuple[str, tuple[Piece, ...]], ...]


def marked(item: Item, findings: Iterable[Finding]) -> Marked:
    found = list(findings)
    fields = [*item.fields, *[""] * len(item.paragraphs)]
    return Marked(
        pieces(item.heading, found, fields[0]),
        tuple(
            (label, pieces(text, found, field))
            for (label, text), field in zip(item.paragraphs, fields[1:], strict=False)
        ),
    )


def pieces(text: str, findings: Iterable[Finding], field: str) -> tuple[Piece, ...]:
    here = [one for one in findings if field and one.field == field]
    return tuple(piece for piece in cut(text, here) if piece.text)


def cut(text: str, findings: Iterable[Finding]) -> Iterator[Piece]:
    """The text from one finding to the next. No two overlap."""
    done = 0
    for one in sorted(findings, key=lambda finding: finding.start):
        yield Piece(text[done : one.start])
        yield Piece(text[one.start : one.end], one.sort)
        done = one.end
    yield Piece(text[done:])
