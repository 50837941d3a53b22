"""What practices refer to in other rooms: words, organisations, and joined things."""

from collections.abc import Iterable, Mapping
from typing import Any

from portal.db import bump, tuples
from portal.directory.models import CHANGES as DIRECTORY
from portal.directory.models import Organisation, OrganisationText, Team, TeamText
from portal.exchange.library import LibraryRefused
from portal.exchange.library.archive import ORGANISATIONS, WORDS, as_kind
from portal.exchange.library.values import from_json, words
from portal.i18n import LANGUAGES
from portal.links.actions import join
from portal.practices.models import KIND, Practice
from portal.search.models import Entry
from portal.vocabulary.actions import load
from portal.vocabulary.models import Scheme, Term, TermText
from portal.vocabulary.queries import vocabulary

Ids = dict[type, dict[str, int]]


def bring_in(words: Any, organisations: Any) -> Ids:
    """Make sure that the words, organisations and teams of the file are here; those
    that are stay as they are. Tells the ids of all, by what the file calls them."""
    try:
        load_words(as_kind(words, list, WORDS))
        for entry in as_kind(organisations, list, ORGANISATIONS):
            organisation(entry)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        if isinstance(error, LibraryRefused):
            raise
        raise LibraryRefused("The words or organisations can't be read.") from error
    bump(DIRECTORY)
    return {
        Term: {
            f"{word.scheme.value}:{word.code}": key
            for key, word in vocabulary().words.items()
        },
        **{
            model: {
                code: key for key, code in tuples(model.select(model.id, model.code))
            }
            for model in (Organisation, Team)
        },
    }


def load_words(words: list[Any]) -> None:
    missing = []
    for entry in words:
        scheme = Scheme(entry["scheme"])
        code = from_json(Term.code, entry["code"], {})
        labels = {
            name: from_json(column, entry.get(name, ""), {})
            for language in LANGUAGES
            for name, column in (
                (language, TermText.label),
                (f"door_{language}", TermText.door),
            )
        }
        if code not in vocabulary().of(scheme):
            missing.append({"scheme": scheme, "code": code, **labels})
    if missing:
        load(missing)


def organisation(entry: Mapping[str, Any]) -> None:
    code = from_json(Organisation.code, entry["code"], {})
    row = Organisation.get_or_none(Organisation.code == code)
    if row is None:
        kind = from_json(Organisation.kind, entry["kind"], {})
        row = Organisation.create(code=code, kind=kind)
        for language, name in named(entry):
            OrganisationText.create(organisation=row, language=language, name=name)
    for part in entry["teams"]:
        code = from_json(Team.code, part["code"], {})
        if not Team.select().where(Team.code == code).exists():
            team = Team.create(organisation=row, code=code)
            for language, name in named(part):
                TeamText.create(team=team, language=language, name=name)


def named(entry: Mapping[str, Any]) -> Iterable[tuple[str, str]]:
    for language, name in entry["names"].items():
        if language in LANGUAGES:
            yield language, from_json(TeamText.name, name, {})


class Joining:
    """What practices are to be joined with, once all of them are here."""

    def __init__(self) -> None:
        self.wanted: list[tuple[int, str, str, frozenset[str]]] = []

    def add(self, practice_id: int, name: str, links: list[Any]) -> None:
        for link in links:
            try:
                titles = frozenset(as_kind(link["titles"], list, name))
                kind, slug = (
                    words(Entry.kind, link["kind"]),
                    words(Entry.slug, link["slug"]),
                )
            except (KeyError, TypeError, ValueError) as error:
                raise LibraryRefused(f"{name}: a link can't be read.") from error
            self.wanted.append((practice_id, kind, slug, titles))

    def join(self) -> int:
        """Join those that are here under the same address and name; tells how many
        are not."""
        missing = 0
        for practice_id, kind, slug, titles in self.wanted:
            other = self.found(kind, slug, titles)
            if other is None:
                missing += 1
            elif kind != KIND or practice_id < other:
                # Two practices each tell of the other.
                join(KIND, practice_id, kind, other)
        return missing

    def found(self, kind: str, slug: str, titles: frozenset[str]) -> int | None:
        if kind == KIND:
            row = Practice.select(Practice.id).where(Practice.slug == slug).first()
            return row.id if row else None
        for item_id, title in tuples(
            Entry.select(Entry.item_id, Entry.title).where(
                Entry.kind == kind, Entry.slug == slug
            )
        ):
            if title in titles:
                return int(item_id)
        return None
