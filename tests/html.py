"""What every page must keep to, checked by the test client on each answer."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from itertools import pairwise
from urllib.parse import urlsplit

from markupever import HtmlOptions, Parser

EVENT = "on"
HEADINGS = ("h1", "h2", "h3", "h4")
LOADED = {"script": "src", "link": "href", "img": "src", "iframe": "src"}
REFERENCES = ("aria-describedby", "aria-labelledby", "for")


class PageError(AssertionError):
    """A page that breaks a rule; says which page and which rule."""


@dataclass(frozen=True)
class Tag:
    """A start tag: as it is written, and what of it the rules ask."""

    name: str
    attrs: dict[str, str]
    written: str
    in_label: bool
    in_main: bool


class Tags(HTMLParser):
    """The start tags of a page in their order, and the text of its title."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[Tag] = []
        self.title = ""
        self.open: Counter[str] = Counter()
        self.feed(text)
        self.close()
        self.ids = Counter(tag.attrs["id"] for tag in self if "id" in tag.attrs)

    def __iter__(self) -> Iterator[Tag]:
        return iter(self.found)

    def named(self, *names: str) -> list[Tag]:
        return [tag for tag in self.found if tag.name in names]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open[tag] += 1
        values = {name: value or "" for name, value in attrs}
        written = self.get_starttag_text() or tag
        inside = self.open["label"] > 0, self.open["main"] > 0
        self.found.append(Tag(tag, values, written, *inside))

    def handle_endtag(self, tag: str) -> None:
        self.open[tag] -= 1

    def handle_data(self, data: str) -> None:
        if self.open["title"] > 0 and not self.open["body"]:
            self.title += data


def check(path: str, text: str) -> None:
    """Raise PageError if a page, or a fragment of one, breaks a rule."""
    tags = Tags(text)
    whole = text.lstrip().lower().startswith("<!doctype")
    problems = [*check_any(tags), *(check_whole(tags, text) if whole else [])]
    if problems:
        raise PageError(f"{path}: " + "; ".join(problems))


def check_any(tags: Tags) -> list[str]:
    problems = [f"id {name} twice" for name, times in tags.ids.items() if times > 1]
    labels = {tag.attrs.get("for") for tag in tags.named("label")}
    for tag in tags:
        problems += [f"{problem}: {tag.written}" for problem in faults(tag, labels)]
    return problems


def faults(tag: Tag, labels: set[str | None]) -> Iterator[str]:
    """What is wrong with one tag, whatever stands around it."""
    for name in tag.attrs:
        if name == "style" or name.startswith(EVENT):
            yield f"attribute {name}"
    if tag.name == "style" or (tag.name == "script" and "src" not in tag.attrs):
        yield "script inside"
    if is_field(tag) and not is_labelled(tag, labels):
        yield "no label"
    if tag.name == "form" and "action" not in tag.attrs:
        yield "form without action"
    if tag.name == "img" and "alt" not in tag.attrs:
        yield "picture without words"
    address = tag.attrs.get(LOADED.get(tag.name, ""), "")
    if urlsplit(address).netloc and tag.attrs.get("rel") != "alternate":
        yield "third party"


def is_field(tag: Tag) -> bool:
    if tag.name == "input":
        return tag.attrs.get("type") != "hidden"
    return tag.name in {"select", "textarea"}


def is_labelled(tag: Tag, labels: set[str | None]) -> bool:
    """Whether a field has a visible or a spoken label."""
    if tag.in_label or tag.attrs.get("aria-label"):
        return True
    return bool(tag.attrs.get("id")) and tag.attrs["id"] in labels


def check_whole(tags: Tags, text: str) -> list[str]:
    problems = [f"not HTML: {error}" for error in errors(text)[:3]]
    if len(tags.named("h1")) != 1:
        problems.append(f"{len(tags.named('h1'))} h1")
    if not tags.title.partition("–")[0].strip():
        problems.append("no title")
    if not any(tag.attrs.get("lang") for tag in tags.named("html")):
        problems.append("no lang")
    levels = [int(tag.name[1]) for tag in tags.named(*HEADINGS) if tag.in_main]
    problems += [
        f"heading h{later} after h{earlier}"
        for earlier, later in pairwise(levels)
        if later > earlier + 1
    ]
    for tag in tags:
        problems += [
            f"{attribute} to nothing: {name}"
            for attribute in REFERENCES
            for name in tag.attrs.get(attribute, "").split()
            if name not in tags.ids
        ]
    problems += [
        f"link to nothing: {tag.attrs['href']}"
        for tag in tags.named("a")
        if tag.attrs.get("href", "").startswith("#")
        and tag.attrs["href"][1:] not in tags.ids
    ]
    return problems


def errors(text: str) -> list[str]:
    """Where a page is not the HTML of the standard, and browsers have to guess."""
    parser = Parser(HtmlOptions(exact_errors=True))
    parser.process(text)
    parser.finish()
    found: list[str] = parser.errors()
    return found
