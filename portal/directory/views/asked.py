"""What an address asks for."""

from portal.vocabulary.models import Scheme
from portal.vocabulary.queries import Word, vocabulary
from portal.web import request


def asked_area() -> Word | None:
    """The area of `?area=`; one that is not in the vocabulary is left out."""
    return vocabulary().of(Scheme.AREA).get(request.args.get("area", ""))
