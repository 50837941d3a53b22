"""The municipalities of the region."""

from portal.directory.queries.shelf import EVERYWHERE
from portal.vocabulary.models import Scheme
from portal.vocabulary.queries import Vocabulary, Word


def municipalities(words: Vocabulary) -> dict[str, Word]:
    """Every area but the one that stands for all of them."""
    areas = words.of(Scheme.AREA)
    return {code: word for code, word in areas.items() if code != EVERYWHERE}
