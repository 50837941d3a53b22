from enum import StrEnum


class Known(StrEnum):
    """An honest answer. Not known is never shown as no."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"
