"""What a workshop is opened with, and what can be changed in it later."""

from dataclasses import dataclass, field
from datetime import date

from portal.db import today
from portal.directory.models import Organisation, Team
from portal.vocabulary.queries import Word
from portal.workshops.models import Entry, Phase, Template


@dataclass(frozen=True)
class Text:
    title: str
    question: str = ""
    decides: str = ""
    ways: str = ""
    access: str = ""
    fee: str = ""
    rules: str = ""
    data_use: str = ""


@dataclass(frozen=True)
class Timetable:
    """The last day of each phase."""

    gather_until: date
    group_until: date
    discuss_until: date
    vote_until: date
    answer_until: date


@dataclass(frozen=True, kw_only=True)
class Settings:
    """All that the editor sets. Facilitators that are None stay as they are."""

    texts: dict[str, Text]
    timetable: Timetable
    areas: list[Word] = field(default_factory=list)
    team: Team | None = None
    entry: Entry = Entry.OPEN
    moves_by_date: bool = False
    in_room: bool = True
    on_web: bool = True
    on_paper: bool = True
    deletes_on: date | None = None
    facilitators: list[int] | None = None


@dataclass(frozen=True, kw_only=True)
class Draft(Settings):
    """A workshop to be opened."""

    opened_on: date = field(default_factory=today)
    organisation: Organisation | None = None
    template: Template = Template.IDEAS
    slug: str = ""
    code: str = ""
    phase: Phase = Phase.GATHER
