"""The signed links by which sites tell how it goes, without an account."""

from dataclasses import dataclass

from portal import signing

PURPOSE = "verstas.pilots.entries"


@dataclass(frozen=True)
class EntryLink:
    """Whose figures a link leads to, and which of their links it is. The pilot tells
    them apart from a later one that a database may give the same number."""

    site: int
    pilot: int
    edition: int


def signed(site: int, pilot: int, edition: int) -> str:
    return signing.sign(PURPOSE, site, pilot, edition)


def read(token: str) -> EntryLink | None:
    """What a link leads to, or None if it is not one of ours."""
    parts = signing.read(PURPOSE, token)
    return EntryLink(*parts) if parts else None
