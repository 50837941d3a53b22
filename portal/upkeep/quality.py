"""What would make a card poor: told to editors, and never a reason to forbid."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from portal.directory.models import Known
from portal.upkeep.snapshots import Snapshot, keys

LONGEST_SUMMARY = 150
MOST_WORDS = 25
MOST_SENTENCES = 4
RUNNING = (
    "summary",
    "description",
    "audience",
    "situations",
    "access",
    "criteria",
    "cost",
    "deadline",
    "processing_time",
    "validity",
    "promise",
)
PHONE = re.compile(r"(?<![\d.,–-])(?:\+\d{2,3} ?|0\d)[\d -]{5,}\d")
EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.\w+")
ADDRESS = re.compile(r"https?://\S+|\bwww\.\S+")
YEAR = re.compile(r"(?<![\d.–-])(?:19|20)\d\d(?![\d.]\d)")
SENTENCE = re.compile(r"(?<=[.!?…])\s+(?=[^\W\d_])")
ITEM = re.compile(r"^\s*(?:[-*+]|\d+[.)])\s+", re.MULTILINE)
BLANK = re.compile(r"\n\s*\n")


@dataclass(frozen=True)
class Poor:
    """What is poor (a name of `WARNINGS` in the views), the field to mend, and the
    words or the number it is about."""

    what: str
    field: str
    about: str = ""


def warnings(snapshot: Snapshot, language: str) -> list[Poor]:
    """What would make the card poor in one language."""
    text = f"text/{language}/"
    here = {
        name.removeprefix(text): value
        for name, value in snapshot.items()
        if name.startswith(text)
    }
    return [*of_words(here), *of_ways(snapshot)] if here else []


def of_words(text: Snapshot) -> Iterator[Poor]:
    summary = text["summary"]
    if not summary:
        yield Poor("no-summary", "summary")
    elif summary.casefold().rstrip(".") == text["name"].casefold().rstrip("."):
        yield Poor("summary-is-name", "summary")
    if len(summary) > LONGEST_SUMMARY:
        yield Poor("long-summary", "summary", str(len(summary) - LONGEST_SUMMARY))
    for name in RUNNING:
        yield from of_running_text(name, text[name])


def of_running_text(name: str, words: str) -> Iterator[Poor]:
    found = {
        "phone": PHONE.search(words),
        "email": EMAIL.search(words),
        "address": ADDRESS.search(words),
    }
    yield from (
        Poor(f"{what}-in-text", name, match[0].strip())
        for what, match in found.items()
        if match
    )
    bare = ADDRESS.sub("", PHONE.sub("", words))
    if year := YEAR.search(bare):
        yield Poor("year-in-text", name, year[0])
    paragraphs = [part for part in BLANK.split(ITEM.sub("\n\n", bare)) if part.strip()]
    for paragraph in paragraphs:
        sentences = SENTENCE.split(" ".join(paragraph.split()))
        for sentence in sentences:
            if len(sentence.split()) > MOST_WORDS:
                beginning = " ".join(sentence.split()[:6])
                yield Poor("long-sentence", name, f"{beginning} …")
                break
        if len(sentences) > MOST_SENTENCES:
            beginning = " ".join(paragraph.split()[:6])
            yield Poor("long-paragraph", name, f"{beginning} …")


def of_ways(snapshot: Snapshot) -> Iterator[Poor]:
    """Whether somebody can come or call, and from where."""
    if not (snapshot["phone"] or snapshot["email"]):
        yield Poor("no-phone-or-email", "phone")
    if not snapshot["tags/area"]:
        yield Poor("no-area", "tags/area")
    open_channel = any(
        snapshot[f"channel/{key}/identification"] == Known.NO
        for key in keys(snapshot, "channel")
    )
    in_person = snapshot["phone"] or snapshot["email"] or keys(snapshot, "place")
    if not (open_channel or in_person):
        yield Poor("only-by-identification", "channels")
