"""Codes that can be read aloud and typed from a wall without mistakes."""

import secrets
import unicodedata

ALPHABET = "23456789ABCDEFGHJKMNPQRTUVWXYZ"
LENGTH = 6
INVITATION_LENGTH = 12
RECOVERY_LENGTH = 16
SHEET_LENGTH = 8
GROUP = 4
LOOK_ALIKE = str.maketrans("SАВЕКМНРТУХС", "5ABEKMHPTYXC")
NEVER = "01ILO"


def new_code() -> str:
    return drawn(LENGTH)


def new_recovery() -> str:
    """A code that brings a participant back: 78 bits, in groups of four."""
    return in_groups(drawn(RECOVERY_LENGTH))


def new_sheet_code() -> str:
    """A code for a paper ballot: 39 bits, in groups of four."""
    return in_groups(drawn(SHEET_LENGTH))


def drawn(length: int) -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(length))


def in_groups(signs: str) -> str:
    return "-".join(
        signs[start : start + GROUP] for start in range(0, len(signs), GROUP)
    )


def cleaned(written: str) -> str:
    """What was meant by what was typed: small letters, spaces, signs of a Cyrillic
    keyboard that look alike, and S for 5 do not matter."""
    plain = unicodedata.normalize("NFKC", written).upper().translate(LOOK_ALIKE)
    return "".join(sign for sign in plain if sign.isalnum())


def misread(code: str) -> bool:
    """Whether it holds signs that no code has, but that are easily read into one."""
    return any(sign in NEVER for sign in code)
