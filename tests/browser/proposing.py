"""The pages of boards and proposals for those who take part and those who answer, each
with the way there."""

from collections.abc import Callable

from tests.browser import staff
from tests.browser.people import Person

GATHERING, VOTING, ANSWERED = "service-bus-stops", "first-week", "readable-letters"
CODE = "BUK482"


def proposal(person: Person) -> None:
    person.go(f"workshops/{VOTING}/board").find(".slip a").first.click()
    person.find("ol.line").wait_for()


def answered_proposal(person: Person) -> None:
    person.go(f"workshops/{ANSWERED}/results").find("tbody th a").first.click()
    person.find("article.answer").wait_for()


def board_errors(person: Person) -> None:
    person.join(CODE, "resident").find("#send").click()
    person.find("#writing [role=alert]").wait_for()


def participant(person: Person) -> None:
    person.join(CODE, "expert")
    person.find("button.support").first.click()
    person.find("button.support[aria-pressed=true]").wait_for()


def returned(person: Person) -> None:
    """One's own proposal that came back, seen by one who may do everything."""
    words = f"Proposal of {id(person)}"
    person.sign_in(staff.COORDINATOR).join(CODE, "resident").propose(words, "So it is.")
    with staff.as_moderator(person):
        staff.send_back(person, words, "unclear", "Which bus?")
    person.go(f"workshops/{GATHERING}/board")


def returned_proposal(person: Person) -> None:
    returned(person)
    person.find("#writing .rows a").first.click()
    person.find("main .held").wait_for()


def wording(person: Person) -> None:
    returned(person)
    person.find("#writing .rows a.button").click()
    person.find("main form [name=suggestion]").wait_for()


def wording_errors(person: Person) -> None:
    wording(person)
    person.find("[name=suggestion]").fill("")
    person.find("main form button").click()
    person.find("[role=alert]").wait_for()


def answer(person: Person) -> None:
    person.sign_in(staff.COORDINATOR)
    answered_proposal(person)
    person.find("a[href$='/answer']").click()
    person.find("[name=verdict]").first.wait_for()


def answer_errors(person: Person) -> None:
    answer(person)
    for language in ("fi", "sv", "en"):
        person.find(f"[name=reason_{language}]").fill("")
    person.find("[name=team]").select_option("")
    person.find("main form button").click()
    person.find("[role=alert]").wait_for()


def lost_seat(person: Person) -> None:
    """What somebody wrote is given back when their seat is gone."""
    person.join(CODE, "resident")
    words = "A sentence that took a long evening to write down"
    person.find("#writing [name=suggestion]").fill(words)
    person.context.clear_cookies()
    person.find("#send").click()
    person.find("textarea").filter(has_text=words).wait_for()


KINDS: dict[str, Callable[[Person], None]] = {
    "proposal": proposal,
    "answered proposal": answered_proposal,
    "board of a participant": participant,
    "board with an error": board_errors,
    "board with a returned proposal": returned,
    "returned proposal": returned_proposal,
    "wording": wording,
    "wording with an error": wording_errors,
    "answer": answer,
    "answer with errors": answer_errors,
    "lost seat": lost_seat,
}
