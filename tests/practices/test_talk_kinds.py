"""Questions, answers and suggestions as moderators and their authors meet them."""

from datetime import timedelta

import pytest
from playhouse.test_utils import count_queries

from portal.accounts.models import User
from portal.db import now
from portal.errors import Refused
from portal.moderation.actions import take_back
from portal.moderation.actions.flagging import flag
from portal.moderation.actions.forgetting import forget
from portal.moderation.kinds import KINDS
from portal.moderation.models import Case, FlagReason
from portal.permissions import Role
from portal.practices.models import (
    Suggestion,
)
from tests.factories import make_user, sign_in
from tests.practices.talk import (
    HIDDEN,
    PUBLISHED,
    RETURNED,
    kind_of,
    make_answer,
    make_question,
    make_suggestion,
    ruled,
    state,
)


@pytest.fixture
def context(app):
    with app.test_request_context("/en/"):
        yield


def test_moderator_publishes_returns_and_hides(thing):
    public = "offered" if isinstance(thing, Suggestion) else "published"

    case = ruled(thing, PUBLISHED)
    assert state(thing) == public
    take_back(case, make_user(Role.MODERATOR))
    assert state(thing) == "waiting"
    ruled(thing, RETURNED)
    assert state(thing) == "returned"


def test_words_that_were_hidden_are_nowhere_after_30_days(thing):
    ruled(thing, HIDDEN)

    forget(now() + timedelta(days=30, minutes=5))

    row = type(thing).get_by_id(thing.id)
    held = getattr(row, "body", "") or getattr(row, "values", "")
    assert (row.state.value, held, getattr(row, "why", "")) == ("hidden", "", "")


def test_nobody_decides_their_own_words(context, practice):
    moderator = make_user(Role.MODERATOR)
    question = make_question(practice, author=moderator, public=False)

    with pytest.raises(Refused):
        ruled(question, PUBLISHED, moderator)


def test_author_finds_it_on_their_texts_and_hears_what_was_decided(app, thing):
    client = sign_in(app, User.get_by_id(type(thing).get_by_id(thing.id).author))
    ruled(thing, RETURNED)

    page = client.get("/en/texts").text

    assert "Say it shorter." in page
    assert f'id="{kind_of(thing)}-{thing.id}"' in page
    assert "Your text came back to you." in client.get("/en/notices").text


def test_suggestion_is_told_to_be_passed_on_and_not_to_be_public(app, practice):
    author = make_user()
    row = make_suggestion(practice, author=author, offered=False, how="At seven.")
    ruled(row, PUBLISHED)
    client = sign_in(app, author)

    assert "passed on to those whom it is meant for" in client.get("/en/notices").text
    assert "Passed on" in client.get("/en/texts").text
    assert KINDS["suggestion"].public([row.id]) == set()


def test_readers_report_a_question_and_an_answer(practice):
    question = make_question(practice)
    given = make_answer(question)

    for row in (given, question):
        flag(kind_of(row), row.id, FlagReason.OTHER, "", "a-house", "en")
        ruled(row, HIDDEN)
        assert state(row) == "hidden"


def test_answers_to_a_hidden_question_are_not_public(practice):
    question = make_question(practice)
    given = make_answer(question)
    assert KINDS["practice-answer"].public([given.id]) == {given.id}

    flag("practice-question", question.id, FlagReason.OTHER, "", "a-house", "en")
    ruled(question, HIDDEN)

    assert KINDS["practice-answer"].public([given.id]) == set()


def test_moderator_reads_only_what_a_suggestion_changes(context, practice):
    row = make_suggestion(
        practice,
        offered=False,
        why="Call 040 123 4567",
        how="At six.\nAnd at nine.",
        core="",
    )

    item = KINDS["suggestion"].items([row.id])[row.id]

    assert item.heading == "Call 040 123 4567"
    assert item.paragraphs == (
        ("How it works", "And at nine."),
        ("How it works, until now", "Every day."),
        ("What must stay, until now", "Same driver."),
    )
    assert item.about == ("Suggests other words for", "Bus", "en")
    assert '"why"' in Case.get(Case.item_id == row.id).findings


def test_queue_reads_many_in_as_few_statements(context, practice):
    makers = {
        "practice-question": lambda: make_question(practice, public=False),
        "practice-answer": lambda: make_answer(make_question(practice)),
        "suggestion": lambda: make_suggestion(practice, how="At seven."),
    }
    # The rows and names; of suggestions also slugs, texts and versions.
    expected = {"practice-question": 2, "practice-answer": 2, "suggestion": 5}

    for kind, make in makers.items():
        ids = [make().id]
        for _round in range(2):
            with count_queries() as counted:
                assert len(KINDS[kind].items(ids)) == len(ids)
            assert (kind, counted.count) == (kind, expected[kind])
            ids += [make().id, make().id]
