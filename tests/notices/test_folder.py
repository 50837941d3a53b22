"""Without a mail server, mail is files that can be opened."""

import os
from email import message_from_bytes, policy

import pytest

from portal.notices.actions import put
from portal.notices.models import Mail, MailState


@pytest.fixture
def folder(app, monkeypatch, tmp_path):
    monkeypatch.setitem(app.config, "MAIL_URL", f"file://{tmp_path}/the%20mail")
    monkeypatch.setitem(app.config, "CONTACT_EMAIL", "portal@verstas.example")
    return tmp_path / "the mail"


def send(app):
    return app.test_cli_runner().invoke(args=["notices", "send"]).output


def test_mail_is_a_file_named_by_its_number(app, folder):
    mail = put("reader@verstas.example", "Tässä", "Kiitos.\n")

    said = send(app)

    (file,) = folder.iterdir()
    message = message_from_bytes(file.read_bytes(), policy=policy.default)
    assert (said, file.name) == ("1 sent, 0 put off.\n", f"{mail.id}.eml")
    assert (message["To"], message["Subject"]) == ("reader@verstas.example", "Tässä")
    assert Mail.get_by_id(mail.id).state is MailState.SENT
    assert folder.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("address", ["a@b\nBcc: c@d", "a@"])
def test_address_nobody_can_have_stops_no_other_mail(app, folder, address):
    lost = put(address, "Subject", "Body")
    put("reader@verstas.example", "Subject", "Body")

    said = send(app)

    assert said == "1 sent, 1 put off.\n"
    assert Mail.get_by_id(lost.id).state is MailState.GIVEN_UP


def test_old_files_of_mail_are_deleted_and_no_others(app, folder):
    folder.mkdir()
    for name in ("old.eml", "old.txt", "new.eml"):
        (folder / name).touch()
    for name in ("old.eml", "old.txt"):
        os.utime(folder / name, (0, 0))
    put("reader@verstas.example", "Subject", "Body")

    send(app)

    names = {file.name for file in folder.iterdir()}
    assert {"old.eml", "old.txt", "new.eml"} & names == {"old.txt", "new.eml"}


def test_folder_that_can_t_be_made_costs_a_mail_no_attempt(app, monkeypatch, tmp_path):
    (tmp_path / "file").touch()
    monkeypatch.setitem(app.config, "MAIL_URL", f"file://{tmp_path}/file/mail")
    mail = put("reader@verstas.example", "Subject", "Body")

    said = send(app)

    assert "can't be reached" in said
    assert Mail.get_by_id(mail.id).attempts == 0
