"""Codes that can be read aloud and typed from a wall without mistakes."""

import secrets

ALPHABET = "23456789ABCDEFGHJKMNPQRTUVWXYZ"
LENGTH = 6
RECOVERY_LENGTH = 16
GROUP = 4


def new_code() -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def new_recovery() -> str:
    """A code that brings a participant back: 78 bits, in groups of four."""
    signs = [secrets.choice(ALPHABET) for _ in range(RECOVERY_LENGTH)]
    return "-".join(
        "".join(signs[start : start + GROUP])
        for start in range(0, RECOVERY_LENGTH, GROUP)
    )


def cleaned(written: str) -> str:
    """What was meant by what was typed: small letters and spaces do not matter."""
    return "".join(sign for sign in written.upper() if sign.isalnum())
