"""Writing the vocabulary: its terms come from files, its concepts from people too."""

from portal.vocabulary.actions.concepts import (
    ConceptDraft,
    Outdated,
    load_concepts,
    set_concept,
    store_concept,
)
from portal.vocabulary.actions.terms import load, load_files

__all__ = [
    "ConceptDraft",
    "Outdated",
    "load",
    "load_concepts",
    "load_files",
    "set_concept",
    "store_concept",
]
