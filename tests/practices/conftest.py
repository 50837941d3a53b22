import pytest

from portal.practices.actions.creating import PracticeDraftText
from tests.factories import make_practice
from tests.practices.talk import make_answer, make_question, make_suggestion

TEXT = PracticeDraftText("Bus", how="At six.\nEvery day.", core="Same driver.")


@pytest.fixture
def practice():
    return make_practice(slug="bus", texts={"en": TEXT})


@pytest.fixture(params=["question", "answer", "suggestion"])
def thing(request, practice):
    """One of each that waits."""
    if request.param == "question":
        return make_question(practice, "Who drives?", public=False)
    if request.param == "answer":
        return make_answer(make_question(practice), "The driver.", public=False)
    return make_suggestion(practice, offered=False, how="At seven.\nEvery day.")
