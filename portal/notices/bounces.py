"""Mail that comes back: the address each one comes back to, and what is said of it."""

import hmac
import re
from dataclasses import dataclass
from email import message_from_bytes
from email.message import Message
from hashlib import sha256

from flask import current_app

from portal.db import LARGEST_ID
from portal.notices.faults import is_nobody

PURPOSE = b"verstas.notices.bounce"
SIGNATURE_LENGTH = 16
COMES_BACK_TO = (
    "To",
    "Delivered-To",
    "X-Original-To",
    "Envelope-To",
    "X-Envelope-To",
)
LONGEST_TOLD = 200


@dataclass(frozen=True)
class Bounce:
    """The mail with this number was not delivered and never will be."""

    mail_id: int
    told: str
    nobody_there: bool


def envelope(mail_id: int, sender: str) -> str:
    """Where one mail comes back to: with MAIL_BOUNCES, an address of its own."""
    box, _at, domain = current_app.config["MAIL_BOUNCES"].partition("@")
    return f"{box}+{mail_id}-{signature(mail_id)}@{domain}" if box else sender


def signature(mail_id: int) -> str:
    """Small letters only: servers on the way may not keep others."""
    secret = current_app.config["SECRET_KEY"].encode()
    key = hmac.digest(secret, PURPOSE, sha256)
    return hmac.new(key, str(mail_id).encode(), sha256).hexdigest()[:SIGNATURE_LENGTH]


def read(message: bytes, address: str = "") -> Bounce | None:
    """What came back, to `address` or to one that its headers name; None if it is none
    of ours, tells of a delay only, or is no report at all."""
    report = message_from_bytes(message)
    mail_id = named_in(address or headers(report))
    failed = failure(report)
    if mail_id is None or failed is None:
        return None
    status, told = failed
    return Bounce(mail_id, told, is_nobody(status))


def headers(report: Message) -> str:
    values = [value for name in COMES_BACK_TO for value in report.get_all(name, [])]
    return " ".join(str(value) for value in values)


def named_in(addresses: str) -> int | None:
    """The number of the mail whose own address, rightly signed, is among these."""
    box, _at, domain = current_app.config["MAIL_BOUNCES"].partition("@")
    ours = rf"{re.escape(box)}\+(\d{{1,10}})-([0-9a-f]+)@{re.escape(domain)}"
    for number, signed in re.findall(ours, addresses, re.IGNORECASE) if box else []:
        right = hmac.compare_digest(signature(int(number)), signed.lower())
        if right and int(number) <= LARGEST_ID:
            return int(number)
    return None


def failure(report: Message) -> tuple[str, str] | None:
    """The status of a delivery that failed for good (RFC 3464), and what was told."""
    for part in report.walk():
        if part.get_content_type() != "message/delivery-status":
            continue
        for about in part.get_payload():
            found = failed(about) if isinstance(about, Message) else None
            if found:
                return found
    return None


def failed(about: Message) -> tuple[str, str] | None:
    action = str(about.get("Action", "")).strip().lower()
    status = str(about.get("Status", "")).strip()
    if action != "failed" or not status.startswith("5."):
        return None
    told = " ".join(str(about.get("Diagnostic-Code", "")).split())
    return status, f"{status} {told}".strip()[:LONGEST_TOLD]
