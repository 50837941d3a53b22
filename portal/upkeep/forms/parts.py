"""What every form of the editor has: the edition it was read at, and its values."""

from collections.abc import Iterable
from typing import Any, Self

from flask_babel import lazy_gettext as _l
from wtforms import HiddenField

from portal.forms import Line, at_most
from portal.i18n import language
from portal.upkeep.forms.fields import Several, Tick, shown
from portal.upkeep.forms.snapshots import SnapshotForm
from portal.upkeep.notes import Note
from portal.upkeep.snapshots import YES, Snapshot

LONGEST_NOTE = 300
LONGEST_LINE = 300
LONGEST_TEXT = 20_000


class PartForm(SnapshotForm):
    """A part of a thing, read at an edition; `stands` is what is written now."""

    stands: Snapshot
    edition = HiddenField()
    note = Line(
        _l("What you changed, in a few words"),
        [at_most(LONGEST_NOTE)],
    )

    @classmethod
    def of(cls, snapshot: Snapshot, edition: object) -> Self:
        """The form filled with what stands now."""
        form = cls(data={"edition": str(edition)})
        form.fill(snapshot)
        return form

    @property
    def said(self) -> Note:
        """What they say of the change, in the language of the page they write on."""
        words = self.note.data or ""
        return Note(words, language() if words else "")

    @property
    def removed(self) -> list[str]:
        """The parts that are to be taken away."""
        return []

    @property
    def read_at(self) -> int:
        """The edition that was read; 0 if it can't be told."""
        sent = str(self.edition.data or "")
        return int(sent) if sent.isascii() and sent.isdigit() and len(sent) < 9 else 0  # noqa: PLR2004  as many digits as an edition may have


def sent_as(field: Any, value: str) -> list[str]:
    """What a browser sends for a field that holds this text."""
    if isinstance(field, Tick):
        return [YES] if value == YES else []
    if isinstance(field, Several):
        return value.split()
    return [str(shown(field, value))]


ASKED, TAKE, THEIRS, MINE = "pick_asked", "pick_take-", "pick_theirs-", "-mine"
TAKEN = ("own", "mine", "theirs")
Sent = list[tuple[str, str]]


def resolved(sent: Iterable[tuple[str, str]]) -> tuple[Sent, list[str]]:
    """What was sent, for each field that a merge screen asked about what was chosen;
    and the fields for which nothing was, with the writer's own words in them."""
    pairs = list(sent)
    asked = [value for name, value in pairs if name == ASKED]
    chosen = {name.removeprefix(TAKE): value for name, value in pairs if TAKE in name}
    internal = {ASKED}
    found: Sent = []
    for field in asked:
        sources = {"own": field, "mine": field + MINE, "theirs": THEIRS + field}
        internal |= {TAKE + field, *sources.values()}
        source = sources.get(chosen.get(field, ""), field + MINE)
        found += [(field, value) for name, value in pairs if name == source]
    rest = [(name, value) for name, value in pairs if name not in internal]
    return rest + found, [field for field in asked if chosen.get(field) not in TAKEN]
