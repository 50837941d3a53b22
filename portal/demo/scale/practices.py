"""A large library of practices, to measure with."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from itertools import count
from random import Random

from portal.db import bump, database, now, today, tuples
from portal.demo.scale.stock import Skewed, Stock, stock
from portal.demo.scale.tables import Sheet, count_on, first_free
from portal.demo.scale.texts import Topic, Writer, topic
from portal.directory.models import Team
from portal.i18n import LANGUAGES
from portal.practices.headings import HEADINGS
from portal.practices.indexing import entries
from portal.practices.models import (
    CHANGES,
    KIND,
    Application,
    Evidence,
    Lived,
    Practice,
    PracticeTag,
    PracticeText,
    Stage,
    Use,
)
from portal.search.actions import index_many
from portal.search.places import BLOCK_SIZE
from portal.text import slugify
from portal.vocabulary.models import Scheme
from portal.vocabulary.queries import vocabulary

SEED = 2027
LONGEST_SLUG = 100
DAYS_BACK = 1500
WRITTEN = 0.75
"""The share of headings that are written."""
PRACTICE = (
    "id",
    "slug",
    "stage",
    "organisation",
    "team",
    "evidence",
    "evidence_on",
    "lived",
    "published_at",
    "updated_at",
)
TEXT = ("practice", "language", "name", "summary", *HEADINGS)
USED = ("id", "practice", "area", "state", "since")
STAGES = Skewed([stage.value for stage in (Stage.IN_USE, Stage.ON_TRIAL, *Stage)])
EVIDENCE = Skewed([level.value for level in Evidence], steepness=0.6)
LIVED = Skewed([verdict.value for verdict in Lived])
STATES = Skewed([state.value for state in (Use.IN_USE, *Use)])
HOW_MANY = (0, 0, 1, 1, 2, 3)
TAGS = (Scheme.THEME, Scheme.NEED, Scheme.GROUP)


class Library:
    """What the practices refer to, and the chance that decides."""

    def __init__(self, source: Stock, seed: int) -> None:
        self.stock, self.chance = source, Random(seed)  # noqa: S311  no secret
        self.words = vocabulary()
        self.areas = [word.id for word in self.words.of(Scheme.AREA).values()]
        self.terms = {
            scheme: Skewed([word.id for word in self.words.of(scheme).values()])
            for scheme in TAGS
        }
        self.teams = list(
            tuples(Team.select(Team.organisation, Team.id).order_by(Team.id))
        )
        self.practices = Sheet(Practice, *PRACTICE)
        self.texts = Sheet(PracticeText, *TEXT)
        self.tags = Sheet(PracticeTag, "practice", "term")
        self.uses = Sheet(Application, *USED)
        self.use_ids = count(first_free(Application)).__next__

    def add(self, practice_id: int) -> None:
        chance = self.chance
        about = topic(self.stock, chance)
        texts = {
            code: list(told(Writer(self.stock, code, about, chance.random())))
            for code in LANGUAGES
        }
        published = now() - timedelta(days=chance.randrange(DAYS_BACK))
        slug = slugify(texts["en"][0])[:LONGEST_SLUG].rstrip("-")
        self.practices.add(
            practice_id,
            f"{slug}-{practice_id}",
            STAGES.one(chance),
            *chance.choice(self.teams),
            EVIDENCE.one(chance),
            today() - timedelta(days=chance.randrange(DAYS_BACK)),
            LIVED.one(chance),
            published,
            published + timedelta(hours=chance.randrange(200)),
        )
        for code, parts in texts.items():
            self.texts.add(practice_id, code, *parts)
        for term in sorted(set(self.terms_of(about))):
            self.tags.add(practice_id, term)
        for area in chance.sample(self.areas, chance.choice(HOW_MANY)):
            since = today() - timedelta(days=chance.randrange(DAYS_BACK))
            state = STATES.one(chance)
            self.uses.add(self.use_ids(), practice_id, area, state, since)

    def terms_of(self, about: Topic) -> Iterator[int]:
        for tag in about.subject.tags:
            scheme, _colon, code = tag.partition(":")
            yield self.words.of(scheme)[code].id
        for skewed in self.terms.values():
            yield skewed.one(self.chance)

    def write(self) -> None:
        for sheet in (self.practices, self.texts, self.tags, self.uses):
            sheet.write()
        for model in (Practice, Application):
            count_on(model)


def told(writer: Writer) -> Iterator[str]:
    """The name, the summary, and what stands under each heading."""
    yield writer.name()
    yield writer.framed()
    for _heading in HEADINGS:
        is_written = writer.chance.random() < WRITTEN
        yield f"{writer.sentence()} {writer.sentence()}" if is_written else ""


def write(
    practices: int, written: Callable[[int], object] = lambda _count: None
) -> None:
    """Write that many practices more; `written` is told how many each time."""
    first = first_free(Practice)
    end = first + practices
    library = Library(stock(), SEED + first)
    while first < end:
        after = min((first // BLOCK_SIZE + 1) * BLOCK_SIZE, end)
        with database.atomic():
            bump(CHANGES)
            for practice_id in range(first, after):
                library.add(practice_id)
            library.write()
            index_many(KIND, entries(range(first, after)))
        written(after - first)
        first = after
