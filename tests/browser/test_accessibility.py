"""Every kind of page, in light and dark, narrow and wide, under axe-core; and on
the narrowest phone nothing needs to be moved sideways."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import ROOT, doorway
from tests.browser.kinds import KINDS
from tests.browser.people import HEIGHT, Keys

pytestmark = pytest.mark.browser

AXE = Path(ROOT, "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# In the dark nothing but colours differs.
LOOKS = {
    "light": {"type": "tag", "values": TAGS},
    "dark": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]},
}
# Paths to places cost more than finding them; the tag itself says which it is.
RUN = """which => axe.run({
  runOnly: which, resultTypes: ["violations"], preload: false, selectors: false
}).then(({violations}) => violations.flatMap(rule => rule.nodes.map(
  node => `${rule.id}: ${node.html}: ${node.failureSummary}`)))"""
OPEN = (
    "() => document.querySelectorAll('details').forEach(part => { part.open = true })"
)
WIDTHS = (390, 1280)
NARROWEST = 320
SIDEWAYS = """width => document.documentElement.scrollWidth <= width ? [] :
  [...document.querySelectorAll("body *")]
    .filter(part => part.getBoundingClientRect().right > width)
    .map(part => `${part.tagName}.${part.className}: ${part.textContent.trim()}`)"""


@pytest.fixture(scope="module", params=KINDS)
def page(
    server: str, browser: Browser, keys: Keys, request: pytest.FixtureRequest
) -> Iterator[Page]:
    """A page of one kind, with all that can be opened on it open."""
    with doorway(server, browser, keys) as visit:
        person = visit()
        KINDS[request.param](person)
        person.page.evaluate(OPEN)
        yield person.page


def violations(page: Page, look: str) -> list[str]:
    """What axe finds, one readable line for each place."""
    page.emulate_media(color_scheme=look)
    return [f"{look}: {line}" for line in page.evaluate(RUN, LOOKS[look])]


def test_axe_finds_nothing(page: Page) -> None:
    page.evaluate(AXE)

    found = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": HEIGHT})
        for look in LOOKS:
            found += [f"{width} px, {line}" for line in violations(page, look)]

    assert found == [], "\n".join(found)


def test_nothing_is_wider_than_the_narrowest_phone(page: Page) -> None:
    page.set_viewport_size({"width": NARROWEST, "height": HEIGHT})

    assert page.evaluate(SIDEWAYS, NARROWEST) == []
