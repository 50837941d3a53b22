"""What is done about a vote, each as one step of a story."""

from tests.browser.hall import LANGUAGES
from tests.browser.people import Person


def open_dots(facilitator: Person, slug: str, title: str) -> int:
    """A vote on all that is on the board, with five dots each; its number."""
    facilitator.go(f"workshops/{slug}/polls/new")
    for language in LANGUAGES:
        facilitator.find(f"[name=title_{language}]").fill(f"{title} ({language})")
    facilitator.find("[name=method][value=dots]").check()
    facilitator.find("main form button").click()
    facilitator.page.wait_for_url("**/desk")
    facilitator.find("button[value=open]").click()
    facilitator.find("button[value=closed]").wait_for()
    return int(facilitator.here.split("/")[1])


def mark(person: Person, poll: int, dots: dict[str, int]) -> None:
    """Fill in the ballot, by the words of what one votes for."""
    person.go(f"polls/{poll}")
    for words, number in dots.items():
        choice = person.find(".ballot .slip").filter(has_text=words)
        choice.locator(f"input[value='{number}']").check(force=True)


def vote(person: Person, poll: int, dots: dict[str, int]) -> str:
    """The receipt."""
    mark(person, poll, dots)
    person.find(".ballot button").click()
    person.find("main .panel .big").wait_for()
    return person.find("main .panel .big").inner_text()


def close(facilitator: Person, poll: int) -> None:
    facilitator.go(f"polls/{poll}/desk").find("button[value=closed]").click()
    facilitator.page.wait_for_url(f"**/polls/{poll}")


def result(person: Person, poll: int) -> dict[str, int]:
    """What everybody reads of a closed vote: the dots of each, first place first."""
    person.go(f"polls/{poll}")
    return {
        row.locator("th a").inner_text(): int(row.locator("td.n").inner_text())
        for row in person.find("table.votes tbody tr").all()
    }
