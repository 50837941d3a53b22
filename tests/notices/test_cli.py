"""The outbox is emptied over a real line, and nothing goes twice."""

from datetime import timedelta
from email import message_from_string, policy

import pytest

from portal.db import now
from portal.notices.actions import KEPT_DAYS, claim, erase_old, put
from portal.notices.models import Mail, MailState
from tests.notices.sink import mail_sink


@pytest.fixture
def sink(app):
    kept = {name: app.config[name] for name in ("MAIL_URL", "MAIL_FROM")}
    with mail_sink() as sink:
        app.config.update(MAIL_URL=sink.url, MAIL_FROM="portal@verstas.example")
        yield sink
        app.config.update(kept)


def run(app, *words):
    return app.test_cli_runner().invoke(args=["notices", *words])


def row(mail):
    return Mail.get_by_id(mail.id)


def test_mail_reaches_its_reader_once(app, sink):
    mail = put("reader@verstas.example", "Tässä on virhe", "Kiitos – korjasimme sen.\n")

    first, second = run(app, "send"), run(app, "send")

    letter = message_from_string(sink.letters[0], policy=policy.default)
    assert (first.output, second.output) == (
        "1 sent, 0 put off.\n",
        "0 sent, 0 put off.\n",
    )
    assert len(sink.letters) == 1
    assert (letter["To"], letter["Subject"]) == (
        "reader@verstas.example",
        "Tässä on virhe",
    )
    assert letter["From"] == "Verstas <portal@verstas.example>"
    assert letter["Auto-Submitted"] == "auto-generated"
    assert letter.get_content() == "Kiitos – korjasimme sen.\n"
    assert row(mail).state is MailState.SENT


def test_nothing_is_sent_without_a_server_and_it_is_said(app):
    mail = put("reader@verstas.example", "Subject", "Body")

    said = run(app, "send")

    assert said.output == "MAIL_URL is empty: nothing is sent. 1 waiting.\n"
    assert row(mail).state is MailState.WAITING


def test_server_that_is_away_costs_a_mail_no_attempt(app, sink):
    app.config["MAIL_URL"] = "smtp://127.0.0.1:9"
    mail = put("reader@verstas.example", "Subject", "Body")

    said = run(app, "send")

    assert said.exit_code == 1
    assert "can't be reached" in said.output
    assert (row(mail).state, row(mail).attempts) == (MailState.WAITING, 0)


def test_password_is_never_sent_in_the_clear(app, sink):
    app.config["MAIL_URL"] = sink.url.replace("//", "//portal:secret@")
    put("reader@verstas.example", "Subject", "Body")

    said = run(app, "send")

    assert said.exit_code == 1
    assert "has no STARTTLS; the password was not sent" in said.output
    assert sink.letters == []


@pytest.mark.parametrize("name", ['The "Verstas"', "Työpaja, Harju"])
def test_any_name_of_the_site_makes_a_sender(app, sink, name):
    kept, app.config["SITE_NAME"] = app.config["SITE_NAME"], name
    put("reader@verstas.example", "Subject", "Body")

    run(app, "send")
    app.config["SITE_NAME"] = kept

    letter = message_from_string(sink.letters[0], policy=policy.default)
    assert letter["From"].addresses[0].display_name == name


def test_address_nobody_can_have_is_given_up(app, sink):
    mail = put("a@b\nBcc: c@d", "Subject", "Body")

    run(app, "send")

    assert (sink.letters, row(mail).state) == ([], MailState.GIVEN_UP)


def test_mail_put_off_waits_longer_each_time(app, sink):
    sink.answers["RCPT"] = ["450 later", "450 later"]
    mail = put("reader@verstas.example", "Subject", "Body")
    waits = []

    for _ in range(2):
        Mail.update(due_at=now()).execute()
        run(app, "send")
        waits.append(round((row(mail).due_at - row(mail).tried_at).total_seconds()))

    assert waits == [300, 600]
    assert row(mail).last_error == "450 later"
    assert run(app, "send").output == "0 sent, 0 put off.\n"
    Mail.update(due_at=now()).execute()
    assert run(app, "send").output == "1 sent, 0 put off.\n"


def test_address_that_does_not_exist_bounces_and_others_go(app, sink):
    sink.answers["RCPT"] = ["550 no such person"]
    lost = put("nobody@verstas.example", "Subject", "Body")
    sent = put("reader@verstas.example", "Subject", "Body")

    said = run(app, "send")

    assert said.output == "1 sent, 1 put off.\n"
    assert row(lost).state is MailState.BOUNCED
    assert row(sent).state is MailState.SENT


def test_line_that_breaks_after_the_words_leaves_a_doubt_not_a_second_mail(app, sink):
    sink.answers["END"] = ["HANG UP"]
    mail = put("reader@verstas.example", "Subject", "Body")

    run(app, "send")
    Mail.update(tried_at=now() - timedelta(hours=1)).execute()
    told = run(app, "send")

    assert sink.letters == []
    assert row(mail).state is MailState.SENDING
    assert told.output == (
        f"0 sent, 0 put off.\nMail {mail.id} may or may not have been sent.\n"
    )
    run(app, "again", str(mail.id))
    assert run(app, "send").output == "1 sent, 0 put off.\n"


def test_mail_in_hand_is_not_taken_by_another_run():
    mail = put("reader@verstas.example", "Subject", "Body")

    assert [claim(mail), claim(Mail.get_by_id(mail.id))] == [True, False]


def test_sent_mail_is_not_sent_again_by_hand(app, sink):
    mail = put("reader@verstas.example", "Subject", "Body")
    run(app, "send")

    said = run(app, "again", str(mail.id))

    assert said.exit_code == 1
    assert row(mail).state is MailState.SENT


def test_words_and_address_are_erased_after_a_while(app, sink):
    old, new = (put("reader@verstas.example", "Subject", "Body") for _ in range(2))
    run(app, "send")
    before = now() - timedelta(days=KEPT_DAYS, hours=1)
    Mail.update(sent_at=before).where(Mail.id == old.id).execute()

    run(app, "forget")

    assert [(m.recipient, m.subject, m.body) for m in (row(old), row(new))] == [
        ("", "", ""),
        ("reader@verstas.example", "Subject", "Body"),
    ]


def test_mail_nobody_could_send_is_given_up_and_erased(app):
    mail = put("reader@verstas.example", "Subject", "Body")
    before = now() - timedelta(days=KEPT_DAYS, hours=1)
    Mail.update(created_at=before).execute()

    run(app, "forget")

    assert (row(mail).state, row(mail).body) == (MailState.GIVEN_UP, "")


def test_subject_stays_on_one_line():
    mail = put("reader@verstas.example", "One\nBcc: other@verstas.example", "Body")

    assert mail.subject == "One Bcc: other@verstas.example"


def test_address_in_what_a_server_said_is_erased_too():
    mail = put("reader@verstas.example", "Subject", "Body")
    long_ago = now() - timedelta(days=KEPT_DAYS, minutes=1)
    said = "550 <reader@verstas.example>: unknown"
    Mail.update(state=MailState.BOUNCED, last_error=said, created_at=long_ago).execute()

    erase_old()

    assert Mail.get_by_id(mail.id).last_error == ""
