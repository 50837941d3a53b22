"""A selection as it is read: what was weighed, given and decided."""

from dataclasses import dataclass
from decimal import Decimal

from portal.directory.queries.names import in_language
from portal.pilots.locking import WHOLE, Weighed, digest, locked_text
from portal.pilots.models import Choice, Selection, SelectionText


@dataclass(frozen=True)
class Runner:
    """A pilot that is a candidate; `reasons` by language."""

    id: int
    pilot_id: int
    slug: str
    public: bool
    choice: Choice | None
    names: dict[str, str]
    reasons: dict[str, str]

    def name(self, language: str) -> tuple[str, str]:
        return in_language(self.names or {language: self.slug}, language)


@dataclass(frozen=True)
class Weight:
    id: int
    weight: int
    words: dict[str, str]

    def text(self, language: str) -> tuple[str, str]:
        return in_language(self.words or {language: ""}, language)


@dataclass(frozen=True)
class Given:
    """Points from 0 to 5, and what they rest on."""

    points: int
    source: str
    language: str


@dataclass(frozen=True)
class Record:
    row: Selection
    texts: dict[str, SelectionText]
    runners: tuple[Runner, ...]
    criteria: tuple[Weight, ...]
    scores: dict[tuple[int, int], Given]

    @property
    def id(self) -> int:
        return int(self.row.id)

    @property
    def slug(self) -> str:
        return str(self.row.slug)

    @property
    def is_locked(self) -> bool:
        return self.row.locked_at is not None

    @property
    def is_opened(self) -> bool:
        return self.row.opened_at is not None

    @property
    def is_decided(self) -> bool:
        return self.row.decided_on is not None

    @property
    def text_now(self) -> str:
        """What a lock of today would hold."""
        weighed = [Weighed(one.weight, one.words) for one in self.criteria]
        return locked_text(self.slug, (one.slug for one in self.runners), weighed)

    @property
    def digest_now(self) -> str:
        return digest(self.text_now)

    @property
    def is_intact(self) -> bool:
        """Whether what stands is what was locked."""
        return self.digest_now == self.row.digest

    @property
    def keeps_its_text(self) -> bool:
        """Whether the text kept at locking still has the hash that was published."""
        return digest(self.row.locked_text) == self.row.digest

    @property
    def is_scored(self) -> bool:
        wanted = {(c.id, r.id) for c in self.criteria for r in self.runners}
        return bool(wanted) and wanted <= self.scores.keys()

    def total(self, runner: Runner) -> Decimal | None:
        """Points times weight, summed, of 0 to 5; None until all are given."""
        given = [
            (one.weight, self.scores[one.id, runner.id].points)
            for one in self.criteria
            if (one.id, runner.id) in self.scores
        ]
        if not given or len(given) < len(self.criteria):
            return None
        return Decimal(sum(weight * points for weight, points in given)) / WHOLE

    def text(self, language: str) -> tuple[SelectionText, str]:
        return in_language(self.texts, language)

    def said(self, part: str, language: str) -> tuple[str, str]:
        """The decision or the dissent, and its language; both empty if unsaid."""
        written = {
            code: words
            for code, text in self.texts.items()
            if (words := getattr(text, part))
        }
        return in_language(written, language) if written else ("", "")


@dataclass(frozen=True)
class Outcome:
    """What one selection said of a pilot; `choice` is None until it is decided."""

    selection: Selection
    title: str
    title_language: str
    choice: Choice | None
    reason: str
    reason_language: str
