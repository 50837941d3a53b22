"""Reading the vocabulary: its terms, and what people call things."""

from portal.vocabulary.queries.concepts import (
    CONCEPTS,
    Concept,
    concept,
    concepts,
    holding,
    removed_concepts,
)
from portal.vocabulary.queries.terms import (
    CHANGES,
    Vocabulary,
    Word,
    vocabulary,
)

__all__ = [
    "CHANGES",
    "CONCEPTS",
    "Concept",
    "Vocabulary",
    "Word",
    "concept",
    "concepts",
    "holding",
    "removed_concepts",
    "vocabulary",
]
