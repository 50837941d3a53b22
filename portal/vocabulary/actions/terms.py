"""Bringing the vocabulary up to its files."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from portal.db import bump, database, upsert
from portal.i18n import LANGUAGES
from portal.vocabulary.actions.files import DATA, Files
from portal.vocabulary.models import Scheme, Term, TermSource, TermText
from portal.vocabulary.queries import CHANGES


def load_files(folder: Path = DATA) -> int:
    """Read every term of the files of `folder`, if one has changed since they were
    read last; returns how many were read."""
    files = Files(folder, "term")
    if files.are_read():
        return 0
    with database.atomic():
        return load(files.read())


def load(terms: Iterable[dict[str, Any]]) -> int:
    """Add or bring up to date; loading the same terms twice changes nothing."""
    count = 0
    with database.atomic():
        for position, entry in enumerate(terms):
            _load_one(position, entry)
            count += 1
        bump(CHANGES)
    return count


def _load_one(position: int, entry: dict[str, Any]) -> None:
    key = {"scheme": Scheme(entry["scheme"]), "code": entry["code"]}
    upsert(Term, key, position=position)
    term = Term.get(**key)
    for language in LANGUAGES:
        upsert(
            TermText,
            {"term": term, "language": language},
            label=entry[language],
            door=entry.get(f"door_{language}", ""),
        )
    TermSource.delete().where(TermSource.term == term).execute()
    for uri in entry.get("ptv", []):
        TermSource.create(term=term, uri=uri)
