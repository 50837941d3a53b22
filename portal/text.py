"""Text that people write: made safe, made plain, made into addresses."""

import re
import unicodedata
from functools import lru_cache

import markdown
import nh3
from flask import Flask
from markupsafe import Markup

TAGS = {"p", "br", "ul", "ol", "li", "strong", "em", "a", "h2", "h3", "blockquote"}
ATTRIBUTES = {"a": {"href"}, "ol": {"start"}}
SCHEMES = {"https", "http", "mailto", "tel"}
LONGEST_SLUG = 80
SPACE = re.compile(r"[^\S\n]+")
MANY_LINES = re.compile(r"\n{3,}")
NOT_SLUG = re.compile(r"[^a-z0-9]+")
MARKS = str.maketrans({"å": "a", "ä": "a", "ö": "o", "ø": "o", "æ": "ae", "ß": "ss"})
CONTROLS = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]")
LINK_TARGET = re.compile(r"\]\([^)\s]*\)")
MARKDOWN_SIGNS = re.compile(r"([\\`*_\[\]>#])")
INDENT = re.compile(r"^[ \t]+", re.MULTILINE)
BULLET = re.compile(r"^( ?)([-+])", re.MULTILINE)
NUMBER = re.compile(r"^( ?\d+)([.)])", re.MULTILINE)
UNDERLINE = re.compile(r"^( ?)=", re.MULTILINE)


@lru_cache(maxsize=4096)
def rendered(source: str) -> Markup:
    """Markdown as HTML that holds only the tags and addresses named above."""
    html = markdown.markdown(source, extensions=["sane_lists"], output_format="html")
    clean = nh3.clean(html, tags=TAGS, attributes=ATTRIBUTES, url_schemes=SCHEMES)
    return Markup(clean)  # noqa: S704  nh3 made it safe


def source_words(source: str) -> str:
    """Markdown without the addresses behind its links."""
    return LINK_TARGET.sub("] ", source)


def escaped(plain: str) -> str:
    """Plain text as Markdown that shows exactly that text."""
    text = MARKDOWN_SIGNS.sub(r"\\\1", INDENT.sub(" ", plain))
    text = text.replace("&", "&amp;").replace("<", "&lt;")
    text = UNDERLINE.sub(r"\1&#61;", text)
    return NUMBER.sub(r"\1\\\2", BULLET.sub(r"\1\\\2", text))


def tidy(written: str | None) -> str:
    """What a person typed, in one Unicode form, without stray spaces."""
    text = unicodedata.normalize("NFC", written or "").replace("\r\n", "\n")
    text = SPACE.sub(" ", CONTROLS.sub("", text.replace("\r", "\n")))
    return MANY_LINES.sub("\n\n", "\n".join(map(str.strip, text.split("\n")))).strip()


def slugify(name: str) -> str:
    """`Äitiysneuvola` becomes `aitiysneuvola`: fit for an address."""
    plain = unicodedata.normalize("NFKD", name.casefold().translate(MARKS))
    ascii_only = plain.encode("ascii", "ignore").decode()
    slug = NOT_SLUG.sub("-", ascii_only).strip("-")
    return slug[:LONGEST_SLUG].rstrip("-") or "page"


def init_app(app: Flask) -> None:
    app.jinja_env.filters["markdown"] = rendered
