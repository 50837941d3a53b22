"""Addresses where mail does not arrive are left alone, and their people told."""

import pytest

from portal.db import now
from portal.notices.actions import note_bounce, put, start_again, tell_sent
from portal.notices.events import told
from portal.notices.models import Mail, MailBox, MailState, Notice
from tests.factories import make_user


def mail_to(user, state=MailState.SENT):
    mail = put(user.email, "An answer", "Body")
    Mail.update(user=user.id, state=state, sent_at=now()).where(
        Mail.id == mail.id
    ).execute()
    return mail


def bounce(user, *, nobody_there=False):
    return note_bounce(mail_to(user).id, "5.2.2 full", nobody_there=nobody_there)


def box(user):
    return MailBox.get(MailBox.user == user.id)


def test_third_bounce_in_a_row_stops_mail():
    user = make_user()

    stopped = []
    for _ in range(3):
        bounce(user)
        stopped.append((box(user).bounces, box(user).stopped_why))

    assert stopped == [(1, ""), (2, ""), (3, "bounced")]


def test_mail_that_arrived_between_begins_the_row_anew():
    user = make_user()

    bounce(user)
    bounce(user)
    mail_to(user)
    bounce(user)

    assert (box(user).bounces, box(user).stopped_at) == (1, None)


def test_one_bounce_stops_mail_where_nobody_is_there():
    user, other = make_user(), make_user()
    mail_to(other)

    bounce(user, nobody_there=True)

    assert (box(user).stopped_why, MailBox.select().count()) == ("bounced", 1)


def test_same_report_twice_counts_once():
    user = make_user()
    mail = mail_to(user)

    noted = [note_bounce(mail.id, "5.2.2", nobody_there=False) for _ in range(2)]

    assert (noted, box(user).bounces) == ([True, False], 1)
    assert Mail.get_by_id(mail.id).state is MailState.BOUNCED
    assert Mail.get_by_id(mail.id).last_error == "5.2.2"


def test_report_about_no_mail_of_ours_changes_nothing():
    assert note_bounce(999999, "5.1.1", nobody_there=True) is False
    assert MailBox.select().count() == 0


def test_bounce_of_a_letter_to_nobody_s_account_is_noted():
    mail = put("reader@verstas.example", "Subject", "Body")

    assert note_bounce(mail.id, "5.1.1", nobody_there=True) is True
    assert (Mail.get_by_id(mail.id).state, MailBox.select().count()) == (
        MailState.BOUNCED,
        0,
    )


def test_person_is_told_once_in_the_portal(app):
    user = make_user()

    for _ in range(4):
        bounce(user, nobody_there=True)

    (notice,) = Notice.select()
    with app.test_request_context("/en/"):
        said = told([notice])[notice.id]
    assert notice.recipient == f"user:{user.id}"
    assert said.text.startswith("Our mail to you came back")
    assert said.url == "/en/notices/wishes"


@pytest.mark.parametrize("nobody_there", [True, False])
def test_mail_that_started_again_stops_at_the_next_bounce(nobody_there):
    user = make_user()
    for _ in range(3):
        bounce(user)
    start_again(user)

    bounce(user, nobody_there=nobody_there)

    assert box(user).stopped_why == "bounced"


def test_mail_that_came_back_before_it_was_told_sent_stays_so():
    user = make_user()
    mail = mail_to(user, MailState.SENDING)
    note_bounce(mail.id, "5.2.2 full", nobody_there=False)

    tell_sent(mail)

    assert Mail.get_by_id(mail.id).state is MailState.BOUNCED
