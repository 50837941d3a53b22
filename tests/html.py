"""What every page must keep to, checked by the test client on each answer."""

from itertools import pairwise
from urllib.parse import urlsplit

import html5lib
from bs4 import BeautifulSoup, Tag

EVENT = "on"
LABELLED = "input:not([type=hidden]), select, textarea"


class PageError(AssertionError):
    """A page that breaks a rule; says which page and which rule."""


def check(path: str, text: str) -> BeautifulSoup:
    """Raise PageError if a page, or a fragment of one, breaks a rule."""
    soup = BeautifulSoup(text, "html.parser")
    whole = text.lstrip().lower().startswith("<!doctype")
    problems = [*check_any(soup), *(check_whole(soup, text) if whole else [])]
    if problems:
        raise PageError(f"{path}: " + "; ".join(problems))
    return soup


def check_any(soup: BeautifulSoup) -> list[str]:
    problems = []
    ids = [str(tag["id"]) for tag in soup.select("[id]")]
    problems += [f"id {i} twice" for i in sorted({i for i in ids if ids.count(i) > 1})]
    for tag in soup.find_all(True):
        problems += [
            f"attribute {name} on {tag.name}"
            for name in tag.attrs
            if name == "style" or name.lower().startswith(EVENT)
        ]
    problems += [f"script inside: {t}" for t in soup.select("script:not([src]), style")]
    problems += [
        f"no label for {f}" for f in soup.select(LABELLED) if not named(soup, f)
    ]
    problems += [f"form without action: {f}" for f in soup.select("form:not([action])")]
    problems += [f"picture without words: {i}" for i in soup.select("img:not([alt])")]
    problems += [
        f"third party: {tag}"
        for tag in soup.select("script[src], link[href], img[src], iframe")
        if urlsplit(str(tag.get("src") or tag.get("href") or "")).netloc
        and tag.get("rel") != ["alternate"]
    ]
    return problems


def check_whole(soup: BeautifulSoup, text: str) -> list[str]:
    problems = []
    parser = html5lib.HTMLParser(strict=False)
    parser.parse(text)
    problems += [f"not HTML: {error}" for _where, error, _data in parser.errors[:3]]
    ids = {str(tag["id"]) for tag in soup.select("[id]")}
    if len(soup.select("h1")) != 1:
        problems.append(f"{len(soup.select('h1'))} h1")
    if not soup.title or not soup.title.text.partition("–")[0].strip():
        problems.append("no title")
    if not soup.html or not soup.html.get("lang"):
        problems.append("no lang")
    levels = [
        int(tag.name[1]) for tag in soup.select("main h1, main h2, main h3, main h4")
    ]
    problems += [
        f"heading h{later} after h{earlier}"
        for earlier, later in pairwise(levels)
        if later > earlier + 1
    ]
    for attribute in ("aria-describedby", "aria-labelledby", "for"):
        for tag in soup.select(f"[{attribute}]"):
            problems += [
                f"{attribute} to nothing: {name}"
                for name in str(tag[attribute]).split()
                if name not in ids
            ]
    problems += [
        f"link to nothing: {tag['href']}"
        for tag in soup.select("a[href^='#']")
        if str(tag["href"])[1:] not in ids
    ]
    return problems


def named(soup: BeautifulSoup, field: Tag) -> bool:
    """Whether a field has a visible or a spoken label."""
    if field.find_parent("label") or field.get("aria-label"):
        return True
    return bool(field.get("id") and soup.select(f"label[for='{field['id']}']"))
