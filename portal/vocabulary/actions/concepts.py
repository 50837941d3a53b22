"""Keeping the concepts: what people call things."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from portal.db import bump, database, upsert
from portal.i18n import LANGUAGES
from portal.slugs import free_slug
from portal.text import slugify
from portal.vocabulary import queries
from portal.vocabulary.actions.files import DATA, Files
from portal.vocabulary.changes import concepts_changed
from portal.vocabulary.models import Concept, ConceptLead, ConceptTerm, ConceptWord
from portal.vocabulary.queries import CONCEPTS, vocabulary

SYNONYMS = DATA / "synonyms"
LONGEST_CODE = 60


@dataclass(frozen=True)
class ConceptDraft:
    """A concept as it is to be; `terms` are ids, phrases stand by language, `leads`
    are codes of concepts."""

    words: Mapping[str, Sequence[str]]
    hidden: Mapping[str, Sequence[str]] = field(default_factory=dict)
    terms: Sequence[int] = ()
    leads: Sequence[str] = ()


class Outdated(Exception):  # noqa: N818  a refusal, not a fault
    """Somebody else has changed the concept meanwhile: to what it is `now`."""

    def __init__(self, now: queries.Concept) -> None:
        super().__init__(now.code)
        self.now = now


def load_concepts(folder: Path = SYNONYMS) -> int:
    """Read the concepts of the files of `folder` that this database has never held;
    returns how many. What people have changed or removed stays as they left it."""
    files = Files(folder, "concept")
    if files.are_read():
        return 0
    with database.atomic():
        bump(CONCEPTS)
        entries = files.read()
        known = {row.code for row in Concept.select(Concept.code)}
        new = [entry for entry in entries if entry["code"] not in known]
        for entry in new:
            _write(Concept.create(code=entry["code"]), draft_of(entry))
        if new:
            concepts_changed([entry["code"] for entry in new])
    return len(new)


def draft_of(entry: dict[str, Any]) -> ConceptDraft:
    words = vocabulary()
    marks = [mark.partition(":") for mark in entry.get("terms", [])]
    return ConceptDraft(
        {code: entry.get(code, []) for code in LANGUAGES},
        {code: entry.get(f"hidden_{code}", []) for code in LANGUAGES},
        [words.of(scheme)[code].id for scheme, _colon, code in marks],
        entry.get("leads", []),
    )


def store_concept(code: str, draft: ConceptDraft, *, seen: str = "") -> str:
    """Store the concept of this code anew, or with no code a new one; returns its
    code. One that was removed is in use again. Raises Outdated where `seen` is given
    and is not the state it is in."""
    with database.atomic():
        bump(CONCEPTS)
        before = queries.concept(code) if code else None
        if before and seen not in {"", before.state}:
            raise Outdated(before)
        code = code or free_code(draft)
        upsert(Concept, {"code": code}, removed=False)
        _write(Concept.get(Concept.code == code), draft)
        concepts_changed([code])
    return code


def set_concept(code: str, *, wanted: bool) -> None:
    """Take a concept out of use, or back into it with the words it had."""
    with database.atomic():
        bump(CONCEPTS)
        Concept.update(removed=not wanted).where(Concept.code == code).execute()
        concepts_changed([code])


def free_code(draft: ConceptDraft) -> str:
    """A code made of the first word, with the first free number behind it."""
    phrases = [phrase for kept in draft.words.values() for phrase in kept]
    hidden = [phrase for kept in draft.hidden.values() for phrase in kept]
    wanted = slugify((phrases + hidden)[0])[: LONGEST_CODE - 4].rstrip("-")
    return free_slug(Concept.code, wanted, {"new"})


def _write(concept: Concept, draft: ConceptDraft) -> None:
    for model in (ConceptTerm, ConceptLead, ConceptWord):
        model.delete().where(model.concept == concept).execute()
    for term in dict.fromkeys(draft.terms):
        ConceptTerm.create(concept=concept, term=term)
    for position, lead in enumerate(dict.fromkeys(draft.leads)):
        ConceptLead.create(concept=concept, position=position, code=lead)
    rows = [
        (concept.id, language, position, word, search_only)
        for search_only, kept in ((False, draft.words), (True, draft.hidden))
        for language, phrases in kept.items()
        for position, word in enumerate(phrases)
    ]
    if rows:
        ConceptWord.insert_many(
            rows,
            fields=[
                ConceptWord.concept,
                ConceptWord.language,
                ConceptWord.position,
                ConceptWord.word,
                ConceptWord.search_only,
            ],
        ).execute()
