"""What people have lived through, in the queue and among one's own texts."""

from datetime import timedelta

import pytest

from portal.db import now
from portal.directory.models import TextState
from portal.moderation.actions import Ruling, decide
from portal.moderation.actions.forgetting import forget
from portal.moderation.kinds import KINDS
from portal.moderation.models import Case, Decision, Reason
from portal.permissions import Role
from portal.practices.models import Experience, Lived, PracticeText, TalkState
from tests.factories import make_practice, make_user, sign_in
from tests.practices.lived import make_experience


def ruled(decision, reason=None):
    case = Case.get(Case.decided_at.is_null())
    decide([case], make_user(Role.MODERATOR), Ruling(decision, reason))


def test_moderator_reads_the_words_with_the_verdict(app, speaking):
    author, practice = make_user(), make_practice("Desk", slug="desk")
    made = make_experience(
        practice, Lived.MIXED, author, helped="Calm", hurt="Haste", waits=True
    )

    item = KINDS["experience"].items([made.id])[made.id]

    assert (item.heading, item.paragraphs, item.fields) == (
        "Calm",
        (("What hurt, or got in the way", "Haste"),),
        ("helped", "hurt"),
    )
    assert item.about == (
        "What somebody says of a practice",
        "Opinions differ. What helped:",
        "en",
    )
    assert (item.place, item.author) == ("Desk", f"user:{author.id}")
    moderator = sign_in(app, make_user(Role.MODERATOR))
    page = moderator.get(f"/en/moderation/{Case.get().id}")
    assert "Haste" in page.text


@pytest.mark.parametrize(
    ("decision", "state"),
    [
        (Decision.PUBLISH, TalkState.PUBLISHED),
        (Decision.RETURN, TalkState.RETURNED),
        (Decision.HIDE, TalkState.HIDDEN),
    ],
)
def test_what_is_decided_is_done(speaking, decision, state):
    made = make_experience(make_practice(), waits=True)
    reason = None if decision is Decision.PUBLISH else Reason.NAMES_A_PERSON

    ruled(decision, reason)

    assert Experience.get_by_id(made.id).state is state
    assert KINDS["experience"].public([made.id]) == (
        {made.id} if decision is Decision.PUBLISH else set()
    )


def test_words_that_were_not_to_be_seen_are_deleted(speaking):
    make_experience(make_practice(), helped="Anna did it", hurt="Anna", waits=True)
    ruled(Decision.HIDE, Reason.NAMES_A_PERSON)

    forget(now() + timedelta(days=31))

    assert (Experience.get().helped, Experience.get().hurt) == ("", "")


def test_author_finds_it_among_their_texts_and_may_change_it(app):
    author = make_user()
    made = make_experience(make_practice(slug="desk"), author=author, waits=True)

    page = sign_in(app, author).get("/en/texts")

    assert f"/en/practices/desk/experiences/{made.id}" in page.text


def test_reader_may_report_what_is_public(client):
    made = make_experience(make_practice(), helped="It was calm")
    Case.update(decided_at=now(), decision=Decision.PUBLISH).execute()
    waits = make_experience(make_practice(), waits=True)

    assert client.get(f"/en/flags?kind=experience&item={made.id}").status_code == 200
    assert client.get(f"/en/flags?kind=experience&item={waits.id}").status_code == 404


def test_nobody_reports_words_about_a_practice_that_is_no_longer_public(client):
    made = make_experience(make_practice("Desk"), helped="Calm")
    PracticeText.update(state=TextState.DRAFT).execute()

    assert client.get(f"/en/flags?kind=experience&item={made.id}").status_code == 404
