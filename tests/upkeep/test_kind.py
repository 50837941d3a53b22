import pytest

from portal.errors import Refused
from portal.moderation import actions
from portal.moderation.actions import Ruling
from portal.moderation.kinds import KINDS
from portal.moderation.models import Case, Decision, Reason, Urgency
from portal.moderation.queries.pages import items_of
from portal.notices.models import Mail
from portal.permissions import Role
from portal.upkeep.models import FeedbackState, ServiceFeedback
from tests.factories import make_service, make_user, sign_in
from tests.soup import page
from tests.upkeep.feedback import make_answer, make_feedback

ABOUT_SOMEBODY = "My neighbour Matti Virtanen has schizophrenia and got no help"
DANGER = "I want to kill myself and nobody answers this number"
PASS_ON = Ruling(Decision.PUBLISH)
CLOSE = Ruling(Decision.HIDE, Reason.NAMES_A_PERSON, "Tell us of the phone alone.")


@pytest.fixture
def service():
    return make_service("Debt advice", slug="debt-advice")


@pytest.fixture
def moderator():
    return make_user(Role.MODERATOR)


@pytest.fixture
def decide(app, moderator):
    """Decide of a feedback, or take that back, as in a request."""

    def act(found, ruling):
        with app.test_request_context("/en/"):
            if ruling is None:
                actions.take_back(case_of(found), moderator)
            else:
                actions.decide([case_of(found)], moderator, ruling)

    return act


def case_of(found):
    return Case.get((Case.kind == "feedback") & (Case.item_id == found.id))


def state_of(found):
    return ServiceFeedback.get_by_id(found.id).state


@pytest.mark.parametrize(
    ("message", "urgency"),
    [(ABOUT_SOMEBODY, Urgency.ORDINARY), (DANGER, Urgency.URGENT)],
)
def test_feedback_of_a_person_or_of_danger_waits_for_a_moderator(
    app, service, message, urgency
):
    found = make_feedback(service, message=message)

    case = case_of(found)
    with app.test_request_context("/en/"):
        item = items_of([case])[case.id]
    assert (state_of(found), case.urgency) == (FeedbackState.HELD, urgency)
    assert (item.heading, item.place, item.fields) == (
        message,
        "Debt advice",
        ("message",),
    )


def test_ordinary_feedback_goes_to_the_editors_at_once(service):
    found = make_feedback(service, message="The phone is 040 123 4567 now")

    assert state_of(found) is FeedbackState.RECEIVED
    assert Case.select().count() == 0


def test_held_and_closed_feedback_is_nowhere_but_with_its_code(app, service, decide):
    held = make_feedback(service, message=ABOUT_SOMEBODY)
    closed = make_feedback(service, message=f"{ABOUT_SOMEBODY} again")
    decide(closed, CLOSE)
    editor = sign_in(app, make_user(Role.COORDINATOR))

    for one in (held, closed):
        response = editor.get(f"/en/upkeep/feedback/{one.id}")
        assert response.status_code == 404
    for address in ("/en/upkeep/feedback", "/en/upkeep/feedback?state=held"):
        assert not page(editor, address).select("main .rows .row-link")
    public = app.test_client().get("/en/services/debt-advice/feedback")
    assert "Nobody has told us of anything wrong here." in public.text


def test_feedback_that_is_passed_on_is_answered_as_any_other(app, service, decide):
    found = make_feedback(service, message=ABOUT_SOMEBODY)
    address = f"/en/feedback/{found.code}"
    before = app.test_client().get(address).text

    decide(found, PASS_ON)

    editor = sign_in(app, make_user(Role.COORDINATOR))
    assert "A moderator reads it first" in before
    assert "A moderator reads it first" not in app.test_client().get(address).text
    assert editor.get(f"/en/upkeep/feedback/{found.id}").status_code == 200


def test_closed_feedback_says_why_and_mail_says_where(app, service, decide):
    found = make_feedback(service, message=ABOUT_SOMEBODY, email="aino@example.org")

    decide(found, CLOSE)

    told = app.test_client().get(f"/en/feedback/{found.code}").text
    mail = Mail.get()
    assert "It names a person." in told
    assert "Tell us of the phone alone." in told
    assert f"/en/feedback/{found.code}" in mail.body
    assert "phone alone" not in mail.body
    assert mail.recipient == "aino@example.org"


def test_feedback_goes_back_to_nobody(service, decide):
    found = make_feedback(service, message=ABOUT_SOMEBODY)

    with pytest.raises(Refused):
        decide(found, Ruling(Decision.RETURN, Reason.UNCLEAR))


def test_case_offers_to_pass_on_or_to_close(app, service, moderator):
    case = case_of(make_feedback(service, message=ABOUT_SOMEBODY))

    found = page(sign_in(app, moderator), f"/en/moderation/{case.id}")

    buttons = found.select("main button[name=decision]")
    assert [button["value"] for button in buttons] == ["publish", "hide"]
    assert "Pass it on to the editors" in buttons[0].text


@pytest.mark.parametrize("ruling", [PASS_ON, CLOSE])
def test_decision_on_feedback_can_be_taken_back(service, decide, ruling):
    found = make_feedback(service, message=ABOUT_SOMEBODY)
    decide(found, ruling)

    decide(found, None)

    assert state_of(found) is FeedbackState.HELD


def test_passing_on_stays_once_an_editor_has_answered(service, decide):
    found = make_feedback(service, message=ABOUT_SOMEBODY)
    decide(found, PASS_ON)
    make_answer(ServiceFeedback.get_by_id(found.id))

    with pytest.raises(Refused):
        decide(found, None)

    assert state_of(found) is FeedbackState.ANSWERED


def test_words_are_erased_only_where_nobody_passed_them_on(service, decide):
    passed = make_feedback(service, message=ABOUT_SOMEBODY)
    closed = make_feedback(service, message=f"{ABOUT_SOMEBODY} again")
    decide(passed, PASS_ON)
    decide(closed, CLOSE)

    for one in (passed, closed):
        KINDS["feedback"].erase(one.id)

    left = [ServiceFeedback.get_by_id(one.id).message for one in (passed, closed)]
    assert left == [ABOUT_SOMEBODY, ""]


def test_closing_is_not_taken_back_where_the_words_are_erased(service, decide):
    closed = make_feedback(service, message=ABOUT_SOMEBODY)
    decide(closed, CLOSE)
    KINDS["feedback"].erase(closed.id)

    with pytest.raises(Refused):
        decide(closed, None)

    assert state_of(closed) is FeedbackState.CLOSED
