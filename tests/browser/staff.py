"""What those who run a workshop do, each as one step of a story."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Locator

from tests.browser.people import Person

EDITOR = "toimittaja@verstas.example"
COORDINATOR = "koordinaattori@verstas.example"
MODERATOR = "moderator@verstas.example"
READER = "lukija@verstas.example"


def open_workshop(coordinator: Person, title: str) -> tuple[str, str]:
    """Open a workshop in one's own language; its slug and its code."""
    coordinator.go("workshops").find("main a[href$='/workshops/new']").click()
    coordinator.find("main a[href$='template=ideas']").click()
    for language in {"fi", "sv", "en"} - {coordinator.language}:
        coordinator.find(f"[name=languages][value={language}]").uncheck()
    coordinator.find(f"[name=title_{coordinator.language}]").fill(title)
    coordinator.find(f"[name=question_{coordinator.language}]").fill("**Why?**")
    for name in ("decides", "ways", "access", "fee"):
        coordinator.find(f"[name={name}_{coordinator.language}]").fill("As agreed.")
    coordinator.find("main form button").click()
    coordinator.page.wait_for_url("**?opened=1")
    slug = coordinator.here.split("/")[1].partition("?")[0]
    code = coordinator.go(f"workshops/{slug}/board").find("aside .big.num")
    return slug, code.inner_text()


def waiting(moderator: Person, text: str) -> Locator:
    """The things with these words in the list of the queue, new ones on its last
    page."""
    moderator.go("moderation?page=99")
    return moderator.find("[data-case]").filter(has_text=text)


def case(moderator: Person, text: str) -> Locator:
    """The thing in the queue with this heading, open."""
    waiting(moderator, text).first.click()
    return moderator.find("main article").filter(
        has=moderator.page.get_by_role("heading", name=text, exact=True)
    )


@contextmanager
def as_moderator(person: Person) -> Iterator[None]:
    """Meanwhile a moderator sits at the same device: nobody decides their own words."""
    kept = person.context.cookies()
    person.context.clear_cookies()
    person.sign_in(MODERATOR)
    yield
    person.context.clear_cookies()
    person.context.add_cookies(kept)


def publish(moderator: Person, text: str) -> None:
    case(moderator, text).locator("button[value=publish]").click()
    moderator.find("#queue #done").wait_for()


def send_back(moderator: Person, text: str, reason: str, note: str) -> None:
    this = case(moderator, text)
    this.locator("[data-return] summary").click()
    this.locator(f"input[name=reason][value={reason}]").check()
    this.locator("[name=note]").fill(note)
    this.locator("button[value=return]").click()
    moderator.find("#queue #done").wait_for()


def set_phase(coordinator: Person, slug: str, phase: str) -> None:
    coordinator.go(f"workshops/{slug}/board")
    form = coordinator.form(f"workshops/{slug}/phase")
    form.locator("[name=phase]").select_option(phase)
    with coordinator.page.expect_navigation():
        form.locator("button").click()


def answer(coordinator: Person, number: int, verdict: str, reason: str) -> None:
    """Answer from the proposal's page; the answer stands on it afterwards."""
    coordinator.go(f"proposals/{number}")
    coordinator.find("main a[href$='/answer']").click()
    form = coordinator.form(f"proposals/{number}/answer")
    form.locator(f"[name=verdict][value={verdict}]").check()
    form.locator(f"[name=reason_{coordinator.language}]").fill(reason)
    form.locator("[name=team]").select_option(index=1)
    form.locator("button").click()
    coordinator.find("main article.answer").wait_for()


def workshop_with_proposal(
    coordinator: Person, moderator: Person, author: Person, suggestion: str
) -> tuple[str, str, int]:
    """A workshop with one published proposal; its slug, its code and the number."""
    slug, code = open_workshop(coordinator, f"Board of {suggestion}")
    author.join(code, "resident").propose(suggestion)
    publish(moderator, suggestion)
    author.go(f"workshops/{slug}/board")
    return slug, code, number_in(author.find("#cards .slip a").get_attribute("href"))


def number_in(href: str) -> int:
    """The number of the proposal that an address leads to."""
    parts = href.split("/")
    return int(parts[parts.index("proposals") + 1])
