"""The signed links by which an application is said to be still so."""

from dataclasses import dataclass

from portal.upkeep import signed_links

PURPOSE = "verstas.practices.application-review"


@dataclass(frozen=True)
class ReviewLink:
    """Which application is asked about, and the edition it had at that time."""

    application_id: int
    edition: int
    outdated: bool = False


def signed(application_id: int, edition: int) -> str:
    """A token for one question; once the application is saved, it is used up."""
    return signed_links.sign(PURPOSE, application_id, edition)


def read(token: str) -> ReviewLink | None:
    """What a token asks, or None if it is not one of ours."""
    found = signed_links.read(PURPOSE, token)
    if found is None:
        return None
    application_id, edition = found.parts
    return ReviewLink(application_id, edition, found.outdated)
