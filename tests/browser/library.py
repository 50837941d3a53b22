"""The pages of the library of practices for those who read, use and mark them, each
with the way there."""

from collections.abc import Callable

from itsdangerous import URLSafeTimedSerializer

from portal.practices.review_links import PURPOSE
from tests.browser import staff
from tests.browser.people import Person

LIBRARY = "practices/social-guidance-at-the-library-desk"
WORKER = "practices/one-responsible-worker"
RESIDENT, EXPERT = "asukas@verstas.example", "kokemus@verstas.example"
PARTNER = "aitienhuone@verstas.example"

PUBLIC = {
    "practice that stopped": "practices/remote-appointments-from-the-village-hall",
    "practices of a stage": "practices?stage=in-use&evidence=some&language=sv",
    "versions of a practice": f"{WORKER}/versions",
    "marks of a practice": f"{WORKER}/marks",
    "experiences of a practice": f"{WORKER}/experiences",
    "where a practice is applied": f"{LIBRARY}/applications",
    "practices of a municipality": "municipalities/niemi/practices",
    "questions about a practice": f"{WORKER}/questions",
    "materials": "materials",
    "materials, none": "materials?q=xqzwvk",
    "material": "materials/initial-assessment-form-2016",
}


def as_one(email: str, address: str) -> Callable[[Person], None]:
    def open_it(person: Person) -> None:
        person.sign_in(email).go(address)

    return open_it


def sent_empty(email: str, address: str, button: str) -> Callable[[Person], None]:
    """The form is sent as it came."""

    def send(person: Person) -> None:
        as_one(email, address)(person)
        person.find(button).last.click()
        person.find(".error-summary").first.wait_for()

    return send


def question(person: Person) -> None:
    person.go(f"{WORKER}/questions").find(".rows h3 a").first.click()
    person.find("#answers .talk").wait_for()


def question_to_answer(person: Person) -> None:
    person.sign_in(staff.COORDINATOR)
    question(person)


def suggestion(person: Person) -> None:
    person.sign_in(staff.EDITOR).go(f"{LIBRARY}/suggestions")
    person.find(".rows h2 a").last.click()
    person.find("[id^=heading-]").first.wait_for()


def application(person: Person) -> None:
    person.sign_in(staff.EDITOR).go(f"{LIBRARY}/applications")
    person.find("table a[href*='/applications/']").first.click()
    person.find("main [name=pick_area]").wait_for()


def use_errors(person: Person) -> None:
    as_one(PARTNER, f"{WORKER}/applications/new")(person)
    person.find("[name=pick_area]").select_option("")
    person.find("main form button").click()
    person.find(".error-summary").wait_for()


def review_link(application_id: int, edition: int) -> str:
    """The address in the mail that asks whether it is still so."""
    signer = URLSafeTimedSerializer("a key for tests only", salt=PURPOSE)
    return f"application-reviews/{signer.dumps([application_id, edition])}"


def still_so(person: Person) -> None:
    person.go(review_link(1, 1)).find("[name=decision]").first.wait_for()


def stopped_errors(person: Person) -> None:
    person.go(review_link(1, 1)).find("summary").last.click()
    person.find("button[value=stopped]").click()
    person.find(".error-summary").wait_for()


KINDS: dict[str, Callable[[Person], None]] = {
    "practice of an editor": as_one(staff.EDITOR, WORKER),
    "question": question,
    "question to answer": question_to_answer,
    "experience to tell": as_one(EXPERT, f"{WORKER}/experiences"),
    "experience with errors": sent_empty(
        EXPERT, f"{WORKER}/experiences", "main form button"
    ),
    "other words to suggest": as_one(RESIDENT, f"{LIBRARY}/suggestions/new"),
    "suggestions": as_one(staff.EDITOR, f"{LIBRARY}/suggestions"),
    "suggestion": suggestion,
    "we use this": as_one(PARTNER, f"{LIBRARY}/applications/new"),
    "we use this, with errors": use_errors,
    "application": application,
    "application, still so": still_so,
    "application, stopped without a reason": stopped_errors,
    "marks that expire": as_one(staff.COORDINATOR, "practices/marks"),
    "mark of evidence": as_one(staff.COORDINATOR, f"{WORKER}/marks/evidence"),
    "mark of lived experience": as_one(staff.COORDINATOR, f"{WORKER}/marks/lived"),
    "mark with errors": sent_empty(
        staff.COORDINATOR, f"{LIBRARY}/marks/evidence", "main form button"
    ),
}
