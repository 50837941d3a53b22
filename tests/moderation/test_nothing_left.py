"""What was screened out is in its author's draft and the open case, and nowhere else;
30 days after the decision it is nowhere. Every text of every table is looked at."""

import logging
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from peewee import BlobField, CharField, TextField

from portal.db import database, now
from portal.moderation.actions import Ruling, decide, take_back
from portal.moderation.actions.forgetting import forget
from portal.moderation.models import Case, Decision, Reason
from portal.permissions import Role
from portal.proposals.models import Comment, Proposal
from portal.workshops.actions import set_phase
from portal.workshops.models import Phase, Workshop
from tests.factories import (
    make_participant,
    make_proposal,
    make_user,
    make_workshop,
    sign_in,
    take_seat,
)
from tests.moderation.pages import case_of

MARK = "Zyxwvutska"
PRIVATE = f"{MARK} 040 123 4567"
TICKED = {"asks_reader": "1"}


def models():
    from portal.db import BaseModel

    def below(model):
        for kind in model.__subclasses__():
            yield kind
            yield from below(kind)

    return [model for model in below(BaseModel) if model.table_exists()]


def holders():
    """The tables and columns that the mark stands in."""
    return {
        (model.__name__, field.name)
        for model in models()
        for field in model._meta.sorted_fields
        if isinstance(field, CharField | TextField | BlobField)
        for (value,) in model.select(field).tuples()
        if MARK.casefold().encode()
        in (value if isinstance(value, bytes) else str(value or "").encode()).lower()
    }


@pytest.fixture
def author(app):
    workshop = make_workshop(slug="doors")
    client, me = take_seat(app, workshop)
    client.me = me
    return client


def propose(client, **more):
    return client.post(
        "/en/workshops/doors/proposals",
        data={"suggestion": PRIVATE, "language": "en", "submission": "one", **more},
        follow_redirects=True,
    )


def later():
    return forget(now() + timedelta(days=30, minutes=1))


@pytest.mark.parametrize("decision", [Decision.RETURN, Decision.HIDE])
def test_screened_out_words_are_in_one_place_and_then_in_none(
    app, author, caplog, decision
):
    caplog.set_level(logging.INFO)
    assert len(models()) > 60
    assert propose(author).status_code == 422
    assert holders() == set()

    page = propose(author, **TICKED)
    assert holders() == {("Proposal", "suggestion")}
    assert MARK not in page.request.full_path
    moderator = make_user(Role.MODERATOR)
    desk = sign_in(app, moderator)
    case = Case.get()
    desk.get(f"/en/moderation/{case.id}")
    with app.test_request_context("/en/"):
        reason = Reason.NAMES_A_PERSON
        decide([case], moderator, Ruling(decision, reason, "", PRIVATE))
    author.get("/en/notices")
    assert holders() == {("Proposal", "suggestion"), ("Case", "passage")}

    later()

    assert holders() == set()
    assert MARK not in caplog.text
    for client in (author, desk):
        for address in (
            f"/en/proposals/{Proposal.get().id}",
            "/en/notices",
            "/en/texts",
            "/en/workshops/doors/board",
            "/en/moderation",
            "/en/moderation/log",
            f"/en/moderation/{case.id}",
        ):
            assert MARK not in client.get(address, follow_redirects=True).text
    log = desk.get("/en/moderation/log.csv").text
    assert (MARK in log, "erased" in log) == (False, True)


def test_draft_that_was_sent_is_gone(author):
    written = {"suggestion": PRIVATE, "language": "en", "submission": "one"}
    author.post("/en/workshops/doors/draft", data=written)
    assert holders() == {("Draft", "suggestion")}

    propose(author, **TICKED)

    assert holders() == {("Proposal", "suggestion")}


def test_deleted_words_are_told_of_on_their_page(app, author):
    propose(author, **TICKED)
    proposal = Proposal.get()
    with app.test_request_context("/en/"):
        decide([Case.get()], make_user(), Ruling(Decision.RETURN, Reason.HEALTH))
    later()

    page = author.get(f"/en/proposals/{proposal.id}").text

    assert "The words of this proposal are deleted." in page
    assert "Write new words" in page


def test_deleted_comment_is_told_of_on_its_page(app, author):
    workshop = Workshop.get()
    proposal = make_proposal(workshop)
    set_phase(workshop, Phase.DISCUSS)
    written = {"body": PRIVATE, "language": "en", "pick_stance": "concern", **TICKED}
    author.post(f"/en/proposals/{proposal.id}/comments", data=written)
    comment = Comment.get()
    assert holders() == {("Comment", "body")}
    with app.test_request_context("/en/"):
        ruling = Ruling(Decision.RETURN, Reason.HEALTH)
        decide([case_of(comment, "comment")], make_user(), ruling)

    later()

    assert holders() == set()
    page = author.get(f"/en/proposals/{proposal.id}/comments/{comment.id}").text
    assert "The words of this comment are deleted." in page


STEPS = st.lists(
    st.sampled_from(
        ["return", "hide", "publish", "reword", "undo", "withdraw", "back"]
    ),
    max_size=5,
)


@pytest.mark.one_engine
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STEPS)
def test_whatever_happens_no_private_words_are_left(app, steps):
    """Unless they were published, by whichever way they came to their end."""
    from portal.errors import Refused
    from portal.proposals import actions
    from portal.proposals.wording import Wording

    with database.atomic() as transaction, app.test_request_context("/en/"):
        workshop = make_workshop()
        me = make_participant(workshop)
        made = actions.propose(
            workshop, me, Wording(PRIVATE), language="en", submission="one"
        )
        user = make_user()
        for step in steps:
            proposal, case = Proposal.get_by_id(made.id), case_of(made)
            try:
                if step in {"return", "hide", "publish"}:
                    ruling = Ruling(Decision(step), Reason.HEALTH, PRIVATE, PRIVATE)
                    decide([case], user, ruling)
                elif step == "reword":
                    actions.reword(proposal, Wording(PRIVATE, PRIVATE))
                elif step == "undo":
                    take_back(case, user)
                else:
                    actions.set_withdrawn(proposal, wanted=step == "withdraw")
            except Refused:
                continue
        row = Proposal.get_by_id(made.id)
        was_public = row.published_at is not None
        waits = Case.select().where(Case.decided_at.is_null()).exists()

        later()

        if not (waits or was_public):
            assert holders() == set()
        else:
            assert ("Case", "note") not in holders() or waits
        transaction.rollback()
