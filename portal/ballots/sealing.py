"""Sealing what is in a ballot: encrypted with a key made from the application secret,
all of one poll equally long, each bound to its place."""

import json
import os
from dataclasses import asdict, dataclass, field

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from flask import current_app

from portal.ballots.tallies import Method

PURPOSE = b"verstas ballots"
KEY_BYTES, NONCE_BYTES = 32, 12
# Enough for 60 options with the longest numbers there are; consent has room for its
# reasons in every script.
SIZE = 1280
SIZE_WITH_REASONS = 12 * 1024


class Unreadable(Exception):  # noqa: N818  a state of the portal, not of a ballot
    """A ballot can't be opened: the application secret is another one now."""


@dataclass(frozen=True)
class Content:
    """What one ballot says. `choice` is as the tally of its method takes it;
    `reasons` are by option, as (stance, language, words)."""

    choice: object
    voice: str
    way: str
    receipt: str
    reasons: dict[str, tuple[str, str, str]] = field(default_factory=dict)


def seal(content: Content, method: Method, place: str) -> bytes:
    """`place` is where the ballot lies, such as its poll and name: moved to another
    place, it can't be opened."""
    written = json.dumps(asdict(content), ensure_ascii=False).encode()
    size = SIZE_WITH_REASONS if method is Method.CONSENT else SIZE
    if len(written) > size:
        raise ValueError("The content of the ballot is too long")
    nonce = os.urandom(NONCE_BYTES)
    return nonce + AESGCM(_key()).encrypt(nonce, written.ljust(size), place.encode())


def unseal(sealed: bytes, place: str) -> Content:
    nonce, written = bytes(sealed[:NONCE_BYTES]), bytes(sealed[NONCE_BYTES:])
    try:
        content = AESGCM(_key()).decrypt(nonce, written, place.encode())
    except InvalidTag as error:
        raise Unreadable from error
    found = json.loads(content)
    reasons = {option: tuple(reason) for option, reason in found.pop("reasons").items()}
    return Content(**found, reasons=reasons)


def _key() -> bytes:
    secret = current_app.config["SECRET_KEY"].encode()
    return HKDF(SHA256(), KEY_BYTES, salt=None, info=PURPOSE).derive(secret)
