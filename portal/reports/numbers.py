"""The number of a report: short, and sayable without one sign taken for another."""

import secrets

SIGNS = "ACEFHJKNPRTVXY2346789"
HALF = 3


def new_number() -> str:
    """Such as `K7P-4TX`."""
    first, second = ("".join(secrets.choice(SIGNS) for _ in range(HALF)) for _ in "12")
    return f"{first}-{second}"


def as_written(number: str) -> str:
    """A number as it is kept, however somebody has typed it."""
    signs = "".join(sign for sign in number.upper() if sign in SIGNS)
    return f"{signs[:HALF]}-{signs[HALF:]}"
