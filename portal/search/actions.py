"""Keeping the index up with what it indexes."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from portal.db import bump, tuples
from portal.search import places
from portal.search.analysis import LONGEST_WORD, bases, parts, words
from portal.search.changes import touch
from portal.search.concepts import CONCEPT, TERM, Phrases, phrases
from portal.search.lexicon import changes_of
from portal.search.models import Entry, PostingBlock, Word
from portal.search.places import ANY, HEAVIEST, Key, in_parts

TITLE = 120
"""The weight of a title of one word; the words of a longer one weigh less, down to
half of it."""
REPEATED = 2
MOST_REPEATS = 5
ROWS_AT_ONCE = 300
TITLES = "titles"


@dataclass(frozen=True)
class EntryDraft:
    """One thing in one language, to be found by its title (which must not be among
    the texts), by its texts and its terms, each with a weight of 1 to 100."""

    item_id: int
    language: str
    slug: str
    title: str
    texts: Iterable[tuple[int, str]]
    terms: Iterable[tuple[int, int]] = field(default=())


def index_many(kind: str, drafts: Iterable[EntryDraft]) -> None:
    """Index these things anew, each in all of its languages. The caller has bumped a
    version first, so that one writer works at a time."""
    drafts = list(drafts)
    set_all(kind, {draft.item_id for draft in drafts}, drafts)


def replace(kind: str, item_id: int, drafts: Iterable[EntryDraft]) -> None:
    """Let these be all that is known of a thing; with none, it is found no more."""
    set_all(kind, {item_id}, drafts)


def set_all(kind: str, item_ids: Collection[int], drafts: Iterable[EntryDraft]) -> None:
    """Let these be all that is known of these things, all of their words at once."""
    bump(TITLES)
    known = phrases()
    changes = taken_out(kind, item_ids, known)
    new_words: dict[Key, str] = {}
    rows = []
    for draft in drafts:
        weights, written = weighed(draft, known)
        for word, weight in weights.items():
            held = changes[key(word, draft.language)]
            held[draft.item_id] = max(weight, held.get(draft.item_id, 0))
        new_words |= {(word, draft.language): shown for word, shown in written.items()}
        kept = "\n".join(sorted(weights))
        title = draft.title
        rows.append((kind, draft.item_id, draft.language, draft.slug, title, kept))
    for some in in_parts(rows, ROWS_AT_ONCE):
        Entry.insert_many(some, fields=ENTRY_FIELDS).execute()
    places.write(kind, changes)
    learn(kind, new_words)
    touch(kind, item_ids)


def key(word: str, language: str) -> Key:
    """Concepts and terms are the same in every language."""
    return word, ANY if word.startswith((CONCEPT, TERM)) else language


ENTRY_FIELDS = [
    Entry.kind,
    Entry.item_id,
    Entry.language,
    Entry.slug,
    Entry.title,
    Entry.words,
]


def weighed(draft: EntryDraft, known: Phrases) -> tuple[dict[str, int], dict[str, str]]:
    """The weight of each word of a thing, and how it is written there. A word counts
    by the heaviest text it stands in, and a little more when it is repeated."""
    language = draft.language
    heaviest: dict[str, int] = {}
    often: dict[str, int] = {}
    written: dict[str, str] = {}
    for weight, text in ((title_weight(draft), draft.title), *draft.texts):
        for word in words(text):
            for base in bases(word, language):
                often[base] = often.get(base, 0) + 1
                heaviest[base] = max(weight, heaviest.get(base, 0))
                written.setdefault(base, word)
    weights = {
        word[:LONGEST_WORD]: weight + REPEATED * min(often[word] - 1, MOST_REPEATS)
        for word, weight in heaviest.items()
    }
    concepts = known.concepts_in(weights, language)
    weights |= {f"{CONCEPT}{code}": weight for code, weight in concepts.items()}
    weights |= {f"{TERM}{term_id}": weight for term_id, weight in draft.terms}
    return {word: min(weight, HEAVIEST) for word, weight in weights.items()}, written


def title_weight(draft: EntryDraft) -> int:
    telling = {
        base for word in words(draft.title) for base in bases(word, draft.language)
    }
    return int(TITLE * (0.5 + 0.5 / max(len(telling), 1) ** 0.5))


def taken_out(
    kind: str, item_ids: Collection[int], known: Phrases
) -> dict[Key, dict[int, int]]:
    """Forget what these things are called; no weight for all that stood in them."""
    changes: dict[Key, dict[int, int]] = defaultdict(dict)
    for some in in_parts(sorted(item_ids), ROWS_AT_ONCE):
        these = (Entry.kind == kind) & Entry.item_id.in_(some)
        old = tuples(
            Entry.select(Entry.item_id, Entry.language, Entry.words).where(these)
        )
        for item_id, language, kept in old:
            for word in held_by(kept, language, known):
                changes[key(word, language)][item_id] = 0
        if old:
            Entry.delete().where(these).execute()
    return changes


def held_by(kept: str, language: str, known: Phrases) -> set[str]:
    """The words of an entry, with the concepts they have come to speak of since."""
    words = dict.fromkeys(kept.split("\n"), HEAVIEST)
    concepts = known.concepts_in(words, language)
    return words.keys() | {f"{CONCEPT}{code}" for code in concepts}


def forget_kind(kind: str) -> None:
    """Empty the index of one kind of things."""
    for model in (Entry, PostingBlock, Word):
        model.delete().where(model.kind == kind).execute()


def learn(kind: str, found: Mapping[Key, str]) -> None:
    """Keep every word met for the first time."""
    fresh = []
    for some in in_parts(sorted(found), ROWS_AT_ONCE):
        known = set(
            tuples(
                Word.select(Word.word, Word.language).where(
                    Word.kind == kind, Word.word.in_([word for word, _ in some])
                )
            )
        )
        fresh += [key for key in some if key not in known]
    rows = [
        (
            kind,
            language,
            word,
            found[word, language][:LONGEST_WORD],
            " ".join(parts(word, language))[:120],
        )
        for word, language in fresh
    ]
    fields = [Word.kind, Word.language, Word.word, Word.shown, Word.parts]
    for batch in in_parts(rows, ROWS_AT_ONCE):
        Word.insert_many(batch, fields=fields).on_conflict_ignore().execute()
    if rows:
        bump(changes_of(kind))
