"""Whether somebody is named where a role is asked for."""

from portal.screening.people import names
from portal.screening.plain import plain
from portal.screening.words import sentences


def names_somebody(written: str) -> bool:
    """A given name with what follows it: `nurse Maija Virtanen`."""
    return any(
        name.full and name.known
        for sentence in sentences(plain(written).text)
        for name in names(sentence)
    )
