"""Questions, answers and suggestions in the queue, and their authors' rights."""

from datetime import timedelta

from portal.accounts.models import User
from portal.db import today
from portal.moderation.kinds import KINDS
from portal.moderation.models import BLOCK, Block, Case
from portal.permissions import Role
from portal.practices.actions import talk
from portal.practices.actions.answers import ANSWERS
from portal.practices.actions.questions import QUESTIONS
from portal.practices.actions.suggestions import SUGGESTIONS
from portal.practices.models import (
    Suggestion,
)
from tests.factories import make_user, sign_in
from tests.moderation.pages import case_of
from tests.practices.talk import (
    HIDDEN,
    PUBLISHED,
    RETURNED,
    kind_of,
    ruled,
    state,
)
from tests.workshops.pages import texts


def test_moderator_reads_it_in_the_queue_and_by_itself(app, thing):
    client = sign_in(app, make_user(Role.MODERATOR))
    case = case_of(thing, kind_of(thing))
    words = "At seven." if isinstance(thing, Suggestion) else thing.body

    for address in ("/en/moderation", f"/en/moderation/{case.id}"):
        page = client.get(address)
        assert (page.status_code, words in page.text) == (200, True)
    item = KINDS[kind_of(thing)]
    with app.test_request_context("/en/"):
        assert client.get(item.items([thing.id])[thing.id].url).status_code == 200


def test_author_appeals_and_another_moderator_lets_it_be_seen(app, thing):
    public = "offered" if isinstance(thing, Suggestion) else "published"
    author = User.get_by_id(type(thing).get_by_id(thing.id).author)
    case = ruled(thing, HIDDEN)

    sent = sign_in(app, author).post(
        f"/en/texts/{case.id}/appeal", data={"message": "It is only a question."}
    )
    assert sent.status_code == 303
    ruled(thing, PUBLISHED)

    assert state(thing) == public


def test_own_words_brought_back_stand_where_they_stood(thing):
    sort = {
        "practice-question": QUESTIONS,
        "practice-answer": ANSWERS,
        "suggestion": SUGGESTIONS,
    }[kind_of(thing)]

    for ruling, expected in ((None, "waiting"), (RETURNED, "returned")):
        if ruling:
            ruled(thing, ruling)
        talk.set_withdrawn(sort, thing.id, wanted=True)
        assert state(thing) == "withdrawn"
        talk.set_withdrawn(sort, thing.id, wanted=False)
        assert state(thing) == expected
    talk.publish(sort, thing.id)
    shown = state(thing)
    talk.set_withdrawn(sort, thing.id, wanted=True)
    talk.publish(sort, thing.id)
    assert (shown, state(thing)) == (sort.public.value, "withdrawn")


def test_author_is_kept_from_writing_about_practices(app, practice, thing):
    author = User.get_by_id(type(thing).get_by_id(thing.id).author)
    client = sign_in(app, author)
    desk = sign_in(app, make_user(Role.MODERATOR))
    address = f"/en/moderation/{case_of(thing, kind_of(thing)).id}/block"
    until = (today() + timedelta(days=7)).isoformat()
    chosen = {"wanted": "1", "pick_why": "insulting", "pick_until": until}

    assert desk.post(address, data=chosen).status_code == 303

    asked = {"body": "And now?", "language": "en", "submission": "again"}
    refused = client.post("/en/practices/bus/questions", data=asked)
    assert (refused.status_code, "And now?" in refused.text) == (409, True)
    assert "write outside of workshops until" in refused.text
    assert "write outside of workshops until" in client.get("/en/notices").text
    page = client.get("/en/texts").text
    assert "write outside of workshops until" in page
    block = Block.get()
    sent = client.post(f"/en/texts/blocks/{block.id}/appeal", data={"message": ""})
    assert sent.status_code == 303
    other = sign_in(app, make_user(Role.MODERATOR))
    case = Case.get(Case.kind == BLOCK)
    page = other.get(f"/en/moderation?case={case.id}")
    assert "Outside of workshops" in texts(page, ".meta span")
    desk.post(address, data={"wanted": "0"})
    again = client.post("/en/practices/bus/questions", data=asked)
    assert again.status_code == 303
