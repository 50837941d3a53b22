"""What somebody looked for, made a term that can be counted and tells of nobody."""

import hmac
import re

from flask import current_app

from portal.search.analysis import words
from portal.search.empty_words import EVERYWHERE
from portal.text import tidy

LONGEST_TERM = 80
PURPOSE = b"counting what nothing answers"
NAME = r"[^\W\d_][\w'’-]*"
# What people say before their own name, and the two words after it.
INTRODUCED = re.compile(
    r"\b(?:nim(?:i|eni|emme|ensä) on|nimi:|kutsutaan|terveisin|"
    r"my name is|my name['’]s|i am called|i['’]m called|name:|regards|"
    r"heter|(?:mitt|vårt) namn är|namn:|kallas|hälsningar|mvh)"
    rf"[\s,:]+{NAME}(?:\s+{NAME})?"
)
# An address of the web or of mail, and whatever holds a number.
TELLING = re.compile(r"@|://|\d|\w\.\w{2,}")


def term(question: str) -> str:
    """The telling words in their order, without numbers, addresses and names said to
    be such; empty when nothing is left."""
    text = INTRODUCED.sub(" ", " ".join(tidy(question).casefold().split()))
    plain = " ".join(part for part in text.split() if not TELLING.search(part))
    kept = [word for word in words(plain) if word not in EVERYWHERE]
    while len(" ".join(kept)) > LONGEST_TERM:
        kept.pop()
    return " ".join(kept)


def digest(of: str) -> str:
    """The keyed digest of a term: it can be counted and not read back."""
    secret = current_app.config["SECRET_KEY"].encode()
    key = hmac.digest(secret, PURPOSE, "sha256")
    return hmac.digest(key, of.encode(), "sha256").hex()
