"""The pilot that an address names."""

from flask import abort

from portal.pilots.queries.pilots import findable
from portal.pilots.queries.shelf import Shelved


def found_pilot(slug: str) -> Shelved:
    """The pilot if the current user may see it, or 404."""
    return findable(slug) or abort(404)
