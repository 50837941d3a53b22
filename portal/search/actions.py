"""Keeping the index up with what it indexes."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from portal.db import bump, tuples
from portal.i18n import LANGUAGES
from portal.search import places
from portal.search.analysis import LONGEST_WORD, bases, parts, words
from portal.search.concepts import CONCEPT, TERM, Phrases, phrases
from portal.search.lexicon import changes_of
from portal.search.models import Entry, PostingBlock, Word
from portal.search.places import HEAVIEST, Key, in_parts

TITLE = 120
"""The weight of a title of one word; the words of a longer one weigh less, down to
half of it."""
REPEATED = 2
MOST_REPEATS = 5
ROWS_AT_ONCE = 300


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
    """Index these things anew, all of their words at once. The caller has bumped a
    version first, so that one writer works at a time."""
    drafts = list(drafts)
    changes: dict[Key, dict[int, int]] = defaultdict(dict)
    known = phrases()
    take_out(kind, drafts, known, changes)
    new_words: dict[Key, str] = {}
    rows = []
    for draft in drafts:
        weights, written = weighed(draft, known)
        for word, weight in weights.items():
            changes[word, draft.language][draft.item_id] = weight
        new_words |= {(word, draft.language): shown for word, shown in written.items()}
        kept = "\n".join(sorted(weights))
        title = draft.title
        rows.append((kind, draft.item_id, draft.language, draft.slug, title, kept))
    for some in in_parts(rows, ROWS_AT_ONCE):
        Entry.insert_many(some, fields=ENTRY_FIELDS).execute()
    places.write(kind, changes)
    learn(kind, new_words)


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


def take_out(
    kind: str,
    drafts: Iterable[EntryDraft],
    known: Phrases,
    changes: dict[Key, dict[int, int]],
) -> None:
    """Forget what was indexed before of the things that are indexed again."""
    wanted = {(draft.item_id, draft.language) for draft in drafts}
    for some in in_parts(sorted({item_id for item_id, _ in wanted}), ROWS_AT_ONCE):
        old = [
            row
            for row in tuples(
                Entry.select(
                    Entry.id, Entry.item_id, Entry.language, Entry.words
                ).where(Entry.kind == kind, Entry.item_id.in_(some))
            )
            if (row[1], row[2]) in wanted
        ]
        for _entry_id, item_id, language, kept in old:
            for word in held_by(kept, language, known):
                changes[word, language][item_id] = 0
        if old:
            Entry.delete().where(Entry.id.in_([row[0] for row in old])).execute()


def replace(kind: str, item_id: int, drafts: Iterable[EntryDraft]) -> None:
    """Let these be all that is known of a thing, in all languages."""
    drafts = list(drafts)
    gone = set(LANGUAGES) - {draft.language for draft in drafts}
    if gone:
        forget(kind, item_id, gone)
    index_many(kind, drafts)


def forget(kind: str, item_id: int, languages: Iterable[str] = ()) -> None:
    """Take a thing out of the index, in these languages or in all."""
    changes: dict[Key, dict[int, int]] = defaultdict(dict)
    this = (Entry.kind == kind) & (Entry.item_id == item_id)
    if languages:
        this &= Entry.language.in_(list(languages))
    known = phrases()
    for language, kept in tuples(Entry.select(Entry.language, Entry.words).where(this)):
        for word in held_by(kept, language, known):
            changes[word, language][item_id] = 0
    Entry.delete().where(this).execute()
    places.write(kind, changes)


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
