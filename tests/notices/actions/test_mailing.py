"""A notice is mailed once: it and its mail are written together or not at all."""

import pytest
from peewee import IntegrityError
from playhouse.test_utils import count_queries

from portal.db import database, now
from portal.notices.actions import mailing
from portal.notices.actions.mailing import Digest, Letter, pass_over, put_digests
from portal.notices.models import Mail, MailBox, Notice, Pace, Topic
from portal.notices.queries.waiting import due
from portal.notices.turns import turn
from tests.notices.waiting import NOON, fresh, happened, reader

THIS = turn(NOON)
LETTER = Letter("An answer", "Body", "<p>Body</p>", "https://verstas.example/stop")


def digests():
    return [Digest(one, LETTER) for one in due(THIS, "")]


def test_mail_is_put_with_all_that_its_reader_needs():
    user = reader(email="reader@verstas.example")
    notice = happened(user)

    made = put_digests(digests(), THIS)

    mail = Mail.get()
    assert (made, fresh(notice).mailed_at) == (1, NOON)
    assert (mail.recipient, mail.user, mail.subject) == (
        "reader@verstas.example",
        user.id,
        "An answer",
    )
    assert (mail.body, mail.html, mail.stop_url) == (
        LETTER.body,
        LETTER.html,
        LETTER.stop_url,
    )


def test_two_processes_put_one_mail():
    happened(reader())
    ours, theirs = digests(), digests()

    assert [put_digests(ours, THIS), put_digests(theirs, THIS)] == [1, 0]
    assert Mail.select().count() == 1


def test_what_was_seen_meanwhile_holds_the_mail_back():
    user, other = reader(), reader()
    seen, left, whole = happened(user), happened(user, item=8), happened(other)
    made = digests()
    Notice.update(seen_at=now()).where(Notice.id == seen.id).execute()

    assert put_digests(made, THIS) == 1
    assert (fresh(left).mailed_at, fresh(whole).mailed_at) == (None, NOON)
    (again,) = due(THIS, "")
    assert [notice.id for notice in again.notices] == [left.id]


def test_fault_between_leaves_neither(monkeypatch):
    notice = happened(reader())
    monkeypatch.setattr(
        mailing, "row", lambda *_: {"recipient": None, "subject": "", "body": ""}
    )

    with pytest.raises(IntegrityError), database.atomic():
        put_digests(digests(), THIS)

    assert (fresh(notice).mailed_at, Mail.select().count()) == (None, 0)


def test_digest_without_a_letter_is_dealt_with_all_the_same():
    notice = happened(reader())

    made = put_digests([Digest(one, None) for one in due(THIS, "")], THIS)

    assert (made, fresh(notice).mailed_at, Mail.select().count()) == (0, NOON, 0)


def test_turns_of_digests_are_noted_and_others_kept():
    before = turn(NOON).week
    paces = {Topic.ANSWERS: Pace.DAILY}
    user = reader(paces=paces, weekly_at=before, quiet=(22, 5))
    happened(user, at=before)

    put_digests(digests(), THIS)

    box = MailBox.get(MailBox.user == user.id)
    assert (box.daily_at, box.weekly_at) == (NOON, before)
    assert (box.quiet_from, box.quiet_until) == (22, 5)


def test_turn_is_noted_of_who_had_no_mail_box():
    user = reader(quiet=(21, 7))
    MailBox.delete().execute()
    happened(user, Topic.REPLIES, at=THIS.week)

    put_digests(digests(), THIS)

    box = MailBox.get(MailBox.user == user.id)
    assert (box.daily_at, box.weekly_at, box.quiet_from) == (NOON, None, 21)


def test_what_nobody_wants_by_mail_is_passed_over():
    stopped = happened(reader(stopped_at=NOON))
    unwanted = happened(reader(paces={Topic.ANSWERS: Pace.NONE}))
    waits = happened(reader(paces={Topic.ANSWERS: Pace.WEEKLY}))
    seat = happened("participant:3")

    assert pass_over(THIS) == 3
    assert [fresh(one).mailed_at for one in (stopped, unwanted, waits, seat)] == [
        NOON,
        NOON,
        None,
        NOON,
    ]


@pytest.mark.parametrize("readers", [1, 3])
def test_same_number_of_statements_for_any_number(readers):
    for _ in range(readers):
        happened(reader(), Topic.REPLIES, at=THIS.week)
    made = digests()

    with count_queries() as queries:
        put_digests(made, THIS)

    # Begin, notices, letters, boxes, end.
    assert (Mail.select().count(), queries.count) == (readers, 5)
