from portal.permissions import Role
from portal.practices.actions import suggestions
from portal.practices.actions.creating import PracticeDraftText
from portal.practices.queries.to_answer import ToAnswer, to_answer
from tests.factories import make_practice, make_user, sign_in
from tests.practices.talk import make_answer, make_question, make_suggestion


def test_what_waits_for_keepers_is_counted_by_practice(app):
    texts = {"en": PracticeDraftText("Bus", how="At six.")}
    first, second, third = (make_practice(texts=texts) for _one in range(3))
    make_question(first)
    make_question(first, public=False)
    make_answer(make_question(first), public=False)
    make_answer(make_question(first))
    make_suggestion(first, how="At nine.")
    make_suggestion(second, how="At ten.")
    declined = make_suggestion(third, how="Never.")
    suggestions.decline(declined.id, "It must run.", make_user())

    found = to_answer([first.id, second.id, third.id])

    assert found == {first.id: ToAnswer(2, 1), second.id: ToAnswer(0, 1)}
    page = sign_in(app, make_user(Role.EDITOR)).get("/en/practices/kept").text
    assert "2 questions without an answer" in page
