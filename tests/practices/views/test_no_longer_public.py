"""Who wrote about a practice that is no longer public finds their own words again."""

import pytest

from portal.accounts.models import Voice
from portal.directory.models import TextState
from portal.permissions import Role
from portal.practices.models import PracticeText
from tests.factories import make_practice, make_user, sign_in
from tests.practices.lived import make_experience
from tests.practices.talk import make_answer, make_question, make_suggestion
from tests.soup import page

DESK = "/en/practices/desk"


def asked(practice, me):
    return f"questions/{make_question(practice, 'Mine', author=me).id}"


def answered(practice, me):
    question = make_question(practice, "Of another")
    made = make_answer(question, "Mine", author=me)
    return f"questions/{question.id}/answers/{made.id}"


def suggested(practice, me):
    made = make_suggestion(practice, author=me, offered=False, why="Mine", name="Point")
    return f"suggestions/{made.id}"


def told(practice, me):
    return f"experiences/{make_experience(practice, author=me, helped='Mine').id}"


@pytest.fixture(params=[asked, answered, suggested, told])
def own(request):
    """Somebody, and the address of what they wrote before the practice was put away
    under a new name."""
    practice, me = make_practice("Desk", slug="desk"), make_user(voice=Voice.RESIDENT)
    address = f"{DESK}/{request.param(practice, me)}"
    PracticeText.update(state=TextState.DRAFT, name="Secret").execute()
    return me, address


def test_own_words_are_there_without_the_practice(app, own):
    me, address = own
    soup = page(sign_in(app, me), address)

    assert "Mine" in soup.main.text
    assert "A practice that is no longer public" in soup.main.text
    assert "Secret" not in soup.text
    links = {link["href"].split("#")[0] for link in soup.select("main a")}
    assert links <= {"/en/texts"}


def test_own_words_are_taken_back(app, own):
    me, address = own
    client = sign_in(app, me)

    taken = client.post(f"{address}/withdrawal", data={"wanted": "1"})

    assert (taken.status_code, taken.location) == (303, address)
    assert "You took it back." in page(client, address).main.text


@pytest.mark.parametrize("roles", [(), (Role.MODERATOR,)])
def test_nobody_else_finds_them(app, own, roles):
    _me, address = own
    other = sign_in(app, make_user(*roles))

    assert other.get(address).status_code == 404
    sent = other.post(f"{address}/withdrawal", data={"wanted": "1"})
    assert sent.status_code == 404


def test_visitor_finds_nothing(client, own):
    _me, address = own

    assert client.get(address).status_code == 404


def test_questions_of_others_stay_away(app):
    practice, me = make_practice(slug="desk"), make_user()
    question = make_question(practice)
    make_answer(question, author=me)
    PracticeText.update(state=TextState.DRAFT).execute()

    page = sign_in(app, me).get(f"{DESK}/questions/{question.id}")

    assert page.status_code == 404
