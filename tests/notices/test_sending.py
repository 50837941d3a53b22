"""Mail of notices over a real line: its shape, its way back, and what goes wrong."""

import pytest

from portal.accounts.models import User
from portal.db import now
from portal.notices.actions import put
from portal.notices.bounces import envelope
from portal.notices.events import EVENTS, Event, Told
from portal.notices.models import Mail, MailBox, MailState, Topic
from tests.factories import make_user
from tests.notices.sink import mail_sink
from tests.notices.waiting import EVENT, fresh, happened, reader, told

__all__ = ["told"]
STOP = "https://verstas.example/en/notices/stop/" + "t" * 70


@pytest.fixture
def sink(app, monkeypatch):
    with mail_sink() as sink:
        monkeypatch.setitem(app.config, "MAIL_URL", sink.url)
        monkeypatch.setitem(app.config, "MAIL_FROM", "portal@verstas.example")
        yield sink


def send(app):
    return app.test_cli_runner().invoke(args=["notices", "send"]).output


def digest(user):
    mail = put(user.email, "Ääkkösiä: 3 new replies", "Tässä on plain text – kyllä.\n")
    Mail.update(user=user.id, html="<p>Tässä on HTML.</p>", stop_url=STOP).where(
        Mail.id == mail.id
    ).execute()
    any_hour = MailBox.insert(user=user.id, quiet_from=0, quiet_until=0)
    any_hour.on_conflict_ignore().execute()
    return mail


def state(mail):
    return Mail.get_by_id(mail.id).state


def test_digest_goes_in_two_shapes_with_one_click_to_stop_it(app, sink):
    digest(make_user())

    said = send(app)

    (message,) = sink.messages
    assert said == "1 sent, 0 put off.\n"
    assert message.get_content_type() == "multipart/alternative"
    assert [part.get_content_type() for part in message.iter_parts()] == [
        "text/plain",
        "text/html",
    ]
    assert [part.get_content() for part in message.iter_parts()] == [
        "Tässä on plain text – kyllä.\n",
        "<p>Tässä on HTML.</p>\n",
    ]
    assert message["List-Unsubscribe"] == f"<{STOP}>"
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert all(len(line) <= 998 for line in sink.letters[0].splitlines())


def test_letter_that_nobody_wished_for_has_no_such_click(app, sink):
    put("reader@verstas.example", "You have a place", "Body")

    send(app)

    (message,) = sink.messages
    assert (message["List-Unsubscribe"], message.get_content_type()) == (
        None,
        "text/plain",
    )


def test_each_mail_comes_back_to_its_own_address(app, sink, monkeypatch):
    monkeypatch.setitem(app.config, "MAIL_BOUNCES", "bounces@verstas.example")
    first, second = digest(make_user()), digest(make_user())

    send(app)

    with app.app_context():
        assert sink.senders == [envelope(first.id, ""), envelope(second.id, "")]
    assert [m["From"] for m in sink.messages] == 2 * [
        "Verstas <portal@verstas.example>"
    ]


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        ("550 5.1.1 no mailbox here", "bounced"),
        ("550 User unknown", "bounced"),
        ("552 5.2.2 mailbox full", ""),
        ("550 5.1.8 no such user may send here", ""),
        ("554 5.7.1 we do not like you", ""),
        ("554 blocked: 192.0.5.1.1", ""),
        ("554 you come from 5.1.1.7", ""),
    ],
)
def test_refused_recipient_is_a_bounce(app, sink, answer, why):
    user = make_user()
    sink.answers["RCPT"] = [answer]
    lost, other = digest(user), digest(make_user())

    said = send(app)

    box = MailBox.get(MailBox.user == user.id)
    assert said == "1 sent, 1 put off.\n"
    assert (state(lost), state(other)) == (MailState.BOUNCED, MailState.SENT)
    assert (box.bounces, box.stopped_why) == (1, why)


def test_refused_words_are_given_up_and_nobody_s_address_blamed(app, sink):
    sink.answers["END"] = ["554 5.6.0 bad words"]
    mail = digest(make_user())

    send(app)

    assert (state(mail), MailBox.get().bounces) == (MailState.GIVEN_UP, 0)


@pytest.mark.parametrize("answer", ["554 5.6.0 bad words", "451 later"])
def test_mail_after_one_whose_words_were_not_asked_for_goes(app, sink, answer):
    sink.answers["DATA"] = [answer]
    lost, other = digest(make_user()), digest(make_user())

    send(app)

    assert (state(lost) is not MailState.SENT, state(other)) == (True, MailState.SENT)


def test_recipient_that_is_busy_is_tried_again(app, sink):
    sink.answers["RCPT"] = ["451 4.7.1 come back later"]
    mail = digest(make_user())

    said = send(app)

    assert (said, state(mail)) == ("0 sent, 1 put off.\n", MailState.WAITING)
    assert MailBox.get().bounces == 0


@pytest.mark.parametrize("command", ["MAIL", "RCPT"])
def test_line_that_breaks_before_the_words_costs_an_attempt_only(app, sink, command):
    sink.answers[command] = ["HANG UP"]
    first, second = digest(make_user()), digest(make_user())

    said = send(app)

    assert said == "0 sent, 1 put off.\n"
    assert (state(first), state(second)) == (MailState.WAITING, MailState.WAITING)
    assert sink.letters == []


def test_server_that_is_away_loses_nothing(app, sink):
    mails = [digest(make_user()) for _ in range(2)]
    there, app.config["MAIL_URL"] = app.config["MAIL_URL"], "smtp://127.0.0.1:9"

    send(app)
    before = [state(mail) for mail in mails]
    app.config["MAIL_URL"] = there
    send(app)

    assert before == [MailState.WAITING] * 2
    assert [state(mail) for mail in mails] == [MailState.SENT] * 2


def test_user_whose_mail_is_stopped_gets_what_they_asked_for_only(app, sink):
    user = make_user()
    stopped = digest(user)
    asked_for = put(user.email, "You have a place", "Body")
    stopped_why = {"stopped_at": user.created_at, "stopped_why": "asked"}
    MailBox.update(stopped_why).where(MailBox.user == user.id).execute()

    said = send(app)

    assert said == "1 sent, 0 put off.\n"
    assert (state(stopped), state(asked_for)) == (MailState.GIVEN_UP, MailState.SENT)


def test_mail_of_who_has_left_or_is_shut_out_is_not_sent(app, sink):
    users = [make_user(), make_user()]
    mails = [digest(user) for user in users]
    users[0].delete_instance()
    User.update(active=False).where(User.id == users[1].id).execute()

    send(app)

    assert (sink.letters, [state(mail) for mail in mails]) == (
        [],
        [MailState.GIVEN_UP] * 2,
    )


@pytest.mark.usefixtures("told")
def test_notices_that_are_due_are_made_into_mail_and_sent_by_one_command(app, sink):
    user = reader()
    happened(user, at=now())

    said = [send(app), send(app)]

    assert said == ["1 sent, 0 put off.\n", "0 sent, 0 put off.\n"]
    assert [message["To"] for message in sink.messages] == [user.email]


def test_fault_in_what_is_told_holds_back_no_other_mail(app, sink, monkeypatch, caplog):
    def broken(_notices):
        raise ZeroDivisionError

    monkeypatch.setitem(EVENTS, EVENT, Event(Topic.ANSWERS, broken))
    notice = happened(reader(), at=now())
    put("reader@verstas.example", "You have a place", "Body")

    said = send(app)

    assert (said, fresh(notice).mailed_at) == ("1 sent, 0 put off.\n", None)
    assert "Mail of notices could not be made" in caplog.messages


def test_fault_in_what_one_person_is_told_holds_back_nobody_else(
    app, sink, monkeypatch, caplog
):
    def tell(notices):
        assert all(notice.item_id != 13 for notice in notices)
        return {one.id: Told("News.", "/en/things/7") for one in notices}

    monkeypatch.setitem(EVENTS, EVENT, Event(Topic.ANSWERS, tell))
    others = [reader(), reader(), reader()]
    for user, item in zip(others, (7, 13, 8), strict=True):
        happened(user, item=item, at=now())

    said = send(app)

    assert said == "2 sent, 0 put off.\n"
    assert [m["To"] for m in sink.messages] == [others[0].email, others[2].email]
    assert "Mail of notices could not be made" in caplog.messages


def test_more_than_one_load_of_mail_goes_in_one_run(app, sink, monkeypatch):
    monkeypatch.setattr("portal.notices.queries.outbox.MOST_AT_ONCE", 2)
    monkeypatch.setattr("portal.notices.queries.MOST_AT_ONCE", 2)
    for _ in range(5):
        put("reader@verstas.example", "Subject", "Body")

    assert send(app) == "5 sent, 0 put off.\n"


def test_report_from_the_mail_server_ends_mail(app, monkeypatch):
    monkeypatch.setitem(app.config, "MAIL_BOUNCES", "bounces@verstas.example")
    user = make_user()
    mail = digest(user)
    with app.app_context():
        own = envelope(mail.id, "")
    report = (
        "Content-Type: multipart/report; boundary=b\n\n--b\n"
        "Content-Type: message/delivery-status\n\n"
        "Reporting-MTA: dns; mail.example\n\n"
        "Action: failed\nStatus: 5.1.1\n\n--b--\n"
    )

    def bounce():
        runner = app.test_cli_runner()
        return runner.invoke(args=["notices", "bounce", own], input=report).output

    assert [bounce(), bounce()] == [f"Mail {mail.id} came back.\n", "Noted before.\n"]
    assert MailBox.get(MailBox.user == user.id).stopped_why == "bounced"
