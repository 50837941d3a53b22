"""What comes back is read, if it comes to an address that we made."""

import pytest

from portal.notices import bounces
from portal.notices.bounces import Bounce

pytestmark = pytest.mark.no_database

REPORT = """\
From: MAILER-DAEMON@mail.example
To: {to}
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="part"

--part
Content-Type: text/plain

We are sorry.

--part
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.example
Arrival-Date: Sun, 22 Nov 2026 10:00:00 +0200

Final-Recipient: rfc822; reader@verstas.example
Action: {action}
Status: {status}
Diagnostic-Code: smtp; 550 {status} Not
 here

--part
Content-Type: text/rfc822-headers

Subject: An answer

--part--
"""


@pytest.fixture(autouse=True)
def bounces_set(app, monkeypatch):
    monkeypatch.setitem(app.config, "MAIL_BOUNCES", "bounces@verstas.example")
    with app.app_context():
        yield


def report(to=None, action="failed", status="5.1.1"):
    to = to or bounces.envelope(12, "portal@verstas.example")
    return REPORT.format(to=to, action=action, status=status).encode()


def test_each_mail_comes_back_to_an_address_of_its_own(app, monkeypatch):
    own = bounces.envelope(12, "portal@verstas.example")
    other = bounces.envelope(13, "portal@verstas.example")
    monkeypatch.setitem(app.config, "MAIL_BOUNCES", "")

    assert own.startswith("bounces+12-")
    assert own.endswith("@verstas.example")
    assert own.partition("-")[2] != other.partition("-")[2]
    assert bounces.envelope(12, "portal@verstas.example") == "portal@verstas.example"


def test_longest_address_is_short_enough_for_mail(app, monkeypatch):
    monkeypatch.setitem(app.config, "MAIL_BOUNCES", f"{'b' * 24}@verstas.example")

    box = bounces.envelope(2**31 - 1, "").partition("@")[0]

    assert len(box) <= 64


@pytest.mark.parametrize(
    ("status", "nobody"),
    [("5.1.1", True), ("5.1.10", True), ("5.2.2", False), ("5.7.1", False)],
)
def test_report_of_a_failure_is_read(status, nobody):
    assert bounces.read(report(status=status)) == Bounce(
        12, f"{status} smtp; 550 {status} Not here", nobody
    )


@pytest.mark.parametrize(
    ("action", "status"),
    [("delayed", "4.4.1"), ("failed", "4.4.1"), ("delivered", "2.0.0")],
)
def test_report_of_anything_else_is_not_a_bounce(action, status):
    assert bounces.read(report(action=action, status=status)) is None


def test_address_given_by_the_mail_server_counts_before_the_headers():
    own = bounces.envelope(12, "").upper()

    assert bounces.read(report(to="postmaster@verstas.example"), own).mail_id == 12


@pytest.mark.parametrize(
    "to",
    [
        "bounces+12-0000000000000000@verstas.example",
        "bounces+12@verstas.example",
        "bounces@verstas.example",
        "someone@else.example",
        "bounces+12-é@verstas.example",
    ],
)
def test_address_that_we_did_not_make_counts_for_nothing(to):
    assert bounces.read(report(to=to)) is None


def test_signature_of_one_mail_is_none_of_another():
    own = bounces.envelope(12, "")

    assert bounces.read(report(to=own.replace("+12-", "+13-"))) is None


@pytest.mark.parametrize(
    "message",
    [b"", b"\xff\x00", b"To: x\n\nSorry", b"Content-Type: multipart/report\n"],
)
def test_what_is_no_report_is_not_a_bounce(message):
    assert bounces.read(message, bounces.envelope(12, "")) is None


def test_without_an_address_for_it_nothing_bounces(app, monkeypatch):
    message = report()
    monkeypatch.setitem(app.config, "MAIL_BOUNCES", "")

    assert bounces.read(message) is None


@pytest.mark.parametrize("line", ['To: "', "To: a@", "To: x@["])
def test_report_with_strange_headers_is_read_all_the_same(line):
    own = bounces.envelope(12, "portal@verstas.example")
    strange = f"{line}\nX-Original-To: {own}\n".encode()

    found = bounces.read(strange + report("somebody@verstas.example"))

    assert found == Bounce(12, "5.1.1 smtp; 550 5.1.1 Not here", nobody_there=True)
