"""Bringing the vocabulary up to its files."""

import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from portal.db import bump, database, upsert
from portal.i18n import LANGUAGES
from portal.vocabulary.models import Scheme, Term, TermSource, TermText
from portal.vocabulary.queries import CHANGES

DATA = Path(__file__).parent.parent / "data"


def load_files(folder: Path = DATA) -> int:
    """Read every term of the files of `folder`; returns how many there are."""
    terms = [
        term
        for path in sorted(folder.glob("*.toml"))
        for term in tomllib.loads(path.read_text(encoding="utf-8"))["term"]
    ]
    return load(terms)


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
