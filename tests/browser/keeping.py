"""Pages for those who keep the directory true, and for those who say it is wrong."""

from collections.abc import Callable

from itsdangerous import URLSafeTimedSerializer

from portal.upkeep.review_links import NEVER, PURPOSE
from tests.browser import staff
from tests.browser.people import Person

CARD, SENSITIVE = "services/debt-counselling", "services/shelter"
MOST_CARDS = 100


def visitor(address: str) -> Callable[[Person], None]:
    def open_it(person: Person) -> None:
        person.go(address)

    return open_it


def editor(address: str) -> Callable[[Person], None]:
    def open_it(person: Person) -> None:
        person.sign_in(staff.EDITOR).go(address)

    return open_it


def feedback_errors(person: Person) -> None:
    person.go(f"{CARD}/feedback").find("main form button").click()
    person.find("[role=alert]").wait_for()


def feedback_answer(person: Person) -> None:
    person.sign_in(staff.EDITOR).go("upkeep/feedback")
    person.find("main .rows h2 a").first.click()
    person.find("main form [name=answer]").wait_for()


def feedback_answer_errors(person: Person) -> None:
    feedback_answer(person)
    person.find("[name=state][value=answered]").check()
    person.find("main form button").click()
    person.find("[role=alert]").wait_for()


def review_link(service_id: int, checked_on: str) -> str:
    """The address in the mail that asks about a card as last checked on that day."""
    signer = URLSafeTimedSerializer("a key for tests only", salt=PURPOSE)
    return f"reviews/{signer.dumps([service_id, checked_on])}"


def review(person: Person) -> None:
    """Of a card that was never checked."""
    for number in range(1, MOST_CARDS):
        address = review_link(number, NEVER)
        page = person.context.request.get(f"{person.home}/{person.language}/{address}")
        if 'name="decision"' in page.text():
            break
    person.go(address).find("[name=decision]").first.wait_for()


KINDS: dict[str, Callable[[Person], None]] = {
    "feedback on a card": visitor(f"{CARD}/feedback"),
    "feedback on a sensitive service": visitor(f"{SENSITIVE}/feedback"),
    "feedback on a search": visitor("feedback?q=bike+repair"),
    "feedback followed": visitor("feedback/THREADB7K2"),
    "feedback with errors": feedback_errors,
    "feedback to answer": feedback_answer,
    "feedback to answer, with errors": feedback_answer_errors,
    "list of feedback": editor("upkeep/feedback"),
    "tasks": editor("upkeep"),
    "review": review,
    "review, used link": visitor(review_link(1, "2000-01-01")),
}
