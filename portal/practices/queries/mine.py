"""The practices that somebody looks after, drafts too."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from peewee import Case, fn

from portal.db import tuples
from portal.directory.models import TextState
from portal.directory.queries.names import in_language
from portal.i18n import LANGUAGES
from portal.practices.models import Practice, PracticeAuthor, PracticeText, Stage

UNSEEN = (TextState.DRAFT, TextState.REVIEW)


@dataclass(frozen=True)
class Mine:
    """A practice by its name in the language asked for or, marked, in another, with how
    far each of its texts has come."""

    id: int
    slug: str
    stage: Stage
    name: str
    language: str
    states: dict[str, TextState]


def mine(organisations: frozenset[int] | None) -> list[int]:
    """Those of these organisations (None is all), begun ones first, then those that
    changed last. One statement."""
    begun = fn.MAX(Case(None, [(PracticeText.state.in_(UNSEEN), 1)], 0))
    asked = (
        PracticeText.select(PracticeText.practice)
        .join(Practice)
        .group_by(PracticeText.practice, Practice.updated_at)
        .order_by(begun.desc(), Practice.updated_at.desc(), PracticeText.practice)
    )
    if organisations is not None:
        ids = sorted(organisations)
        written = PracticeAuthor.select(PracticeAuthor.practice).where(
            PracticeAuthor.organisation.in_(ids)
        )
        asked = asked.where(Practice.organisation.in_(ids) | Practice.id.in_(written))
    return [key for (key,) in tuples(asked)]


def as_rows(ids: Sequence[int], language: str) -> list[Mine]:
    """These, in their order. One statement."""
    names: dict[int, dict[str, str]] = defaultdict(dict)
    states: dict[int, dict[str, TextState]] = defaultdict(dict)
    known: dict[int, tuple[str, Stage]] = {}
    for key, slug, stage, code, name, state in tuples(
        PracticeText.select(
            Practice.id,
            Practice.slug,
            Practice.stage,
            PracticeText.language,
            PracticeText.name,
            PracticeText.state,
        )
        .join(Practice)
        .where(Practice.id.in_(list(ids)))
    ):
        known[key] = slug, stage
        names[key][code] = name
        states[key][code] = state
    return [
        Mine(
            key,
            *known[key],
            *in_language(names[key], language),
            {code: states[key][code] for code in LANGUAGES if code in states[key]},
        )
        for key in ids
        if key in known
    ]
