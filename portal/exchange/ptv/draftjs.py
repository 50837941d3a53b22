"""Rich text of the Draft.js editor (https://draftjs.org/docs/api-reference-data-conversion)
as Markdown. PTV keeps it as JSON inside a string; older texts are plain."""

import json
import re
from collections.abc import Iterable
from typing import Any
from urllib.parse import urlsplit

from portal.text import SCHEMES, escaped, tidy

BULLET = re.compile(r"^\s*[-•*–]\s+")
NUMBER = re.compile(r"^\s*(\d+)[.)]\s+")
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
    return joined(plain_line(line) for line in tidy(label).split("\n"))


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
    return plain_line(text, is_markdown=True)


def plain_line(text: str, *, is_markdown: bool = False) -> tuple[str, str]:
    """A line of running text; one that was typed as a list item becomes one."""
    safe = text if is_markdown else escaped(text)
    if BULLET.match(text) or safe.startswith("\\-"):
        return "bullet", "- " + BULLET.sub("", safe.removeprefix("\\")).strip()
    if found := NUMBER.match(text.replace("\\", "")):
        rest = NUMBER.sub("", safe.replace("\\.", ".").replace("\\)", ")"))
        return "number", f"{found[1]}. {rest.strip()}"
    return "paragraph", safe.strip()


def marked_up(block: dict[str, Any], entities: dict[str, Any]) -> str:
    """The text of a block with its links and emphasis. Offsets count UTF-16 code
    units, as JavaScript does."""
    units = block["text"].encode("utf-16-le")
    signs: list[tuple[int, int, str]] = []
    for order, span in enumerate(block.get("inlineStyleRanges", [])):
        if sign := STYLES.get(span["style"]):
            end = span["offset"] + span["length"]
            signs += [(span["offset"], order, sign), (end, -order, sign)]
    for span in block.get("entityRanges", []):
        entity = entities[str(span["key"])]
        url = str(entity.get("data", {}).get("url", ""))
        if entity["type"] == "LINK" and safe_address(url):
            end = span["offset"] + span["length"]
            signs += [(span["offset"], -1, "["), (end, 1, f"]({url})")]
    out, last = "", 0
    for offset, _order, sign in sorted(signs):
        out += part(units, last, offset) + sign
        last = offset
    return tidy(out + part(units, last, len(units) // 2))


def part(units: bytes, start: int, end: int) -> str:
    return escaped(units[2 * start : 2 * end].decode("utf-16-le", "replace"))


def safe_address(url: str) -> bool:
    parts = urlsplit(url)
    clean = not any(sign in url for sign in " ()<>\n")
    return parts.scheme in SCHEMES and clean


def joined(lines: Iterable[tuple[str, str]]) -> str:
    """Lines of one list close together, everything else apart."""
    out, last = "", ""
    for kind, text in lines:
        if not text.strip("-> #."):
            last = ""
            continue
        in_list = kind == last and kind in {"bullet", "number", "quote"}
        out += ("\n" if in_list else "\n\n") + text
        last = kind
    return out.strip()
