"""Rich text of the Draft.js editor (https://draftjs.org/docs/api-reference-data-conversion)
as Markdown. PTV keeps it as JSON inside a string; older texts are plain."""

import json
import re
from collections.abc import Iterable
from typing import Any
from urllib.parse import urlsplit

from portal.text import SCHEMES, escaped, tidy

BULLET = re.compile(r"\\?[-•*–]\s+")
NUMBER = re.compile(r"\\?(\d+)\\?[.)]\s+")
STYLES = {"BOLD": "**", "ITALIC": "*"}
HEADINGS = {"header-one", "header-two", "header-three"}


class UnreadableTextError(ValueError):
    """The text looks like Draft.js but can't be read as such."""


def markdown(label: str | None) -> str:
    """The text as Markdown, whichever way it was kept."""
    if not label or not label.strip():
        return ""
    if label.lstrip().startswith("{"):
        return joined(lines_of(label))
    return joined(running(escaped(line)) for line in tidy(label).split("\n"))


def lines_of(label: str) -> list[tuple[str, str]]:
    try:
        content = json.loads(label)
        entities = content["entityMap"]
        return [line_of(block, entities) for block in content["blocks"]]
    except (ValueError, KeyError, TypeError, AttributeError, IndexError) as error:
        raise UnreadableTextError("rich text can't be read") from error


def line_of(block: dict[str, Any], entities: dict[str, Any]) -> tuple[str, str]:
    """One block as its kind (paragraph, bullet, number, heading) and Markdown."""
    text = marked_up(block, entities)
    kind = block["type"]
    if kind == "unordered-list-item":
        return "bullet", f"- {text}"
    if kind == "ordered-list-item":
        return "number", f"1. {text}"
    if kind in HEADINGS:
        return "heading", f"### {text}"
    if kind == "blockquote":
        return "quote", f"> {text}"
    return running(text)


def running(text: str) -> tuple[str, str]:
    """A line of running Markdown; one that was typed as a list item becomes one."""
    if found := BULLET.match(text):
        return "bullet", f"- {text[found.end() :]}"
    if found := NUMBER.match(text):
        return "number", f"{found[1]}. {text[found.end() :]}"
    return "paragraph", text


def marked_up(block: dict[str, Any], entities: dict[str, Any]) -> str:
    """The text of a block with its links and emphasis. Offsets count UTF-16 code
    units, as JavaScript does."""
    units = block["text"].encode("utf-16-le")
    marks: list[tuple[dict[str, Any], str, str]] = []
    for span in block.get("entityRanges", []):
        entity = entities[str(span["key"])]
        url = str(entity.get("data", {}).get("url", ""))
        if entity["type"] == "LINK" and safe_address(url):
            marks.append((span, "[", f"]({url})"))
    marks += [
        (span, sign, sign)
        for span in block.get("inlineStyleRanges", [])
        if (sign := STYLES.get(span["style"]))
    ]
    # At one offset, what began last ends first, and what ends last begins first.
    signs: list[tuple[int, bool, int, int, str]] = []
    for order, (start, end, opening, closing) in enumerate(nested(units, marks)):
        signs.append((start, True, -end, order, opening))
        signs.append((end, False, -start, -order, closing))
    out, last = "", 0
    for offset, *_order, sign in sorted(signs):
        out += escaped(part(units, last, offset)) + sign
        last = offset
    return tidy(out + escaped(part(units, last, len(units) // 2)))


def nested(
    units: bytes, marks: list[tuple[dict[str, Any], str, str]]
) -> list[tuple[int, int, str, str]]:
    """The marks as ranges that lie inside each other or apart; one that would cross
    another is left out, since Markdown can't say it."""
    kept: list[tuple[int, int, str, str]] = []
    for span, opening, closing in marks:
        start, end = trimmed(units, span["offset"], span["offset"] + span["length"])
        crosses = any(
            first < start < last < end or start < first < end < last
            for first, last, *_signs in kept
        )
        if start < end and not crosses:
            kept.append((start, end, opening, closing))
    return kept


def part(units: bytes, start: int, end: int) -> str:
    return units[2 * start : 2 * end].decode("utf-16-le", "replace")


def trimmed(units: bytes, start: int, end: int) -> tuple[int, int]:
    """The range without the spaces at its ends, where Markdown takes no sign."""
    text = part(units, start, end)
    lead, trail = len(text) - len(text.lstrip()), len(text) - len(text.rstrip())
    return start + lead, min(end, len(units) // 2) - trail


def safe_address(url: str) -> bool:
    try:
        scheme = urlsplit(url).scheme
    except ValueError:
        return False
    return scheme in SCHEMES and not any(sign in url for sign in " ()<>\n")


def joined(lines: Iterable[tuple[str, str]]) -> str:
    """Lines of one list close together, everything else apart."""
    out, last = "", ""
    for kind, text in lines:
        if not text.strip("-> #.\\"):
            last = ""
            continue
        in_list = kind == last and kind in {"bullet", "number", "quote"}
        out += ("\n" if in_list else "\n\n") + text
        last = kind
    return out.strip()
