"""A thread told step by step, in the order of its days."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from portal.accounts.models import Voice
from portal.db import today
from portal.directory.queries.names import in_language, team_names
from portal.suppression import LEAST
from portal.threads import things
from portal.threads.models import Outcome
from portal.threads.outcomes import Graph, Joint, in_order, months_between, told_on
from portal.threads.queries import topics, topics_of_boards, topics_of_trials
from portal.threads.queries.changes_of_text import Changed, changed
from portal.threads.queries.told import Told, told
from portal.threads.queries.topics import EASY, NOTE, SENSITIVE
from portal.threads.queries.topics_of_boards import BOARD
from portal.threads.queries.trials import Tried, trials
from portal.threads.things import End

TOPICS = {**topics.TOPICS, **topics_of_boards.TOPICS, **topics_of_trials.TOPICS}
SLOW = 5
"""Months between two steps from which on they are told."""


@dataclass(frozen=True)
class Step:
    """`text` is in the reader's language or, as it tells, in another. `months` it took
    to come so far, where that was long. `notes` are what editors say of how it came."""

    end: End
    on: date
    text: Told
    months: int = 0
    notes: list[tuple[str, str]] = field(default_factory=list)
    board: Told | None = None
    team: tuple[str, str] | None = None
    voices: list[tuple[Voice, int]] = field(default_factory=list)
    people: int = 0
    tried: Tried | None = None
    changed: Changed | None = None
    stopped: bool = False

    @property
    def kind(self) -> str:
        return self.end.kind

    @property
    def is_undecided(self) -> bool:
        return self.kind == things.SELECTION and not self.text.on

    @property
    def is_sensitive(self) -> bool:
        return self.kind == things.SERVICE_VERSION and self.text.code == SENSITIVE


Found = Mapping[str, Mapping[int, list[Told]]]


def steps(kept: Graph, start: End, language: str) -> list[Step]:
    """All that is public of what came of a thing, and the thing itself. Three
    statements, with what is remembered warm: what is told, figures, versions."""
    walk = kept.walk(start)
    found = told(walk, TOPICS)
    texts = {
        end: spoken(found[end.kind][end.id], language)
        for end in walk
        if end.id in found.get(end.kind, {})
    }
    texts = without_repeated_reports(texts)
    versions = changed(published_parts(texts, found), language)
    texts = {
        end: text
        for end, text in texts.items()
        if end.kind != things.SERVICE_VERSION or versions.get(end.id)
    }
    tried = trials([end.id for end in texts if end.kind == things.PILOT], language)
    days = told_on(walk, {end: day_of(text) for end, text in texts.items()})
    teams, boards = team_names(language), found.get(BOARD, {})
    made: list[Step] = []
    for end in in_order(days):
        text, on = texts[end], days[end]
        gap = months_between(made[-1].on, on) if made else 0
        has_board = end.kind == things.PROPOSAL and text.other in boards
        has_team = end.kind in {things.ANSWER, things.PHENOMENON}
        made.append(
            Step(
                end,
                on,
                text,
                gap if gap >= SLOW else 0,
                [*notes_of(walk[end]), *versions_notes(end, found)],
                spoken(boards[text.other], language) if has_board else None,  # type: ignore[index]
                teams.get(text.other) if has_team and text.other else None,
                *voices_of(text),
                tried=tried.get(end.id) if end.kind == things.PILOT else None,
                changed=versions.get(end.id)
                if end.kind == things.SERVICE_VERSION
                else None,
                stopped=any(joint.outcome is Outcome.STOPPED_BY for joint in walk[end]),
            )
        )
    return made


def spoken(rows: Iterable[Told], language: str) -> Told:
    """What has no words is in no language."""
    texts = {row.language or language: row for row in rows}
    return in_language(texts, language)[0]


def day_of(text: Told) -> date | None:
    """A workshop is told when its vote has ended; one under way, when it was opened."""
    over = text.topic == things.WORKSHOP and text.until and text.until < today()
    return text.until if over else text.day


def without_repeated_reports(texts: dict[End, Told]) -> dict[End, Told]:
    """Reports of one phenomenon are one step, or none where it is a step itself."""
    seen = {end.id for end in texts if end.kind == things.PHENOMENON}
    found = {}
    for end, text in texts.items():
        if end.kind == things.REPORT:
            if text.other in seen:
                continue
            seen.add(text.other or 0)
        found[end] = text
    return found


def published_parts(texts: Mapping[End, Told], found: Found) -> dict[int, list[str]]:
    """Which texts of a version's service are published now."""
    kind = things.SERVICE_VERSION
    return {
        end.id: [
            *(f"text/{row.language}" for row in found[kind][end.id]),
            *(f"easy/{row.language}" for row in found.get(EASY, {}).get(end.id, ())),
        ]
        for end in texts
        if end.kind == kind
    }


def notes_of(joints: Iterable[Joint]) -> list[tuple[str, str]]:
    return [(joint.note, joint.language) for joint in joints if joint.note]


def versions_notes(end: End, found: Found) -> list[tuple[str, str]]:
    if end.kind != things.SERVICE_VERSION:
        return []
    return [(row.words, row.language) for row in found.get(NOTE, {}).get(end.id, ())]


def voices_of(text: Told) -> tuple[list[tuple[Voice, int]], int]:
    """Who voted, as it was fixed when the poll closed, and how many did. Of a workshop
    how many have joined."""
    if text.topic == things.WORKSHOP:
        return [], text.number or 0
    if text.topic != things.POLL or not text.more:
        return [], 0
    result = json.loads(text.more)
    if result["ballots"] < LEAST:
        return [], 0
    counts = result["voices"]["counts"]
    return [(v, counts[v]) for v in Voice if counts.get(v)], result["ballots"]
