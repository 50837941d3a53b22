"""Deciding which pilots go on, and correcting what was said of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from textwrap import shorten

from flask_babel import gettext as _

from portal.accounts.models import User
from portal.db import bump, database
from portal.errors import Refused
from portal.i18n import language
from portal.pilots.actions.editions import keep_edition
from portal.pilots.actions.scores import demand_opened
from portal.pilots.actions.states import set_state
from portal.pilots.models import (
    CHANGES,
    Candidate,
    CandidateText,
    Choice,
    PilotState,
    Selection,
    SelectionText,
)
from portal.pilots.queries.selections import record_by_id
from portal.pilots.records import Record, Runner
from portal.upkeep.notes import NO_NOTE, Note
from portal.web import tag

LONGEST_NOTE = 300


@dataclass(frozen=True)
class Verdict:
    """What becomes of one candidate, and why, by language."""

    choice: Choice
    reasons: Mapping[str, str]


@dataclass(frozen=True)
class Ruling:
    """Verdicts by the ids of the candidates; `body` decided. Words are by language."""

    verdicts: Mapping[int, Verdict]
    body: str
    on: date
    decisions: Mapping[str, str]
    dissents: Mapping[str, str]


def ruling_of(record: Record) -> Ruling | None:
    """What is decided, if it is."""
    row = record.row
    if row.decided_on is None:
        return None
    verdicts = {
        one.id: Verdict(one.choice, one.reasons) for one in record.runners if one.choice
    }
    return Ruling(
        verdicts,
        row.decided_by,
        row.decided_on,
        {code: text.decision for code, text in record.texts.items() if text.decision},
        {code: text.dissent for code, text in record.texts.items() if text.dissent},
    )


def seen_of(record: Record) -> str:
    """A short name for what is decided now."""
    ruling = ruling_of(record)
    if ruling is None:
        return tag(None)
    said = [
        (key, one.choice.value, sorted(one.reasons.items()))
        for key, one in sorted(ruling.verdicts.items())
    ]
    words = (sorted(ruling.decisions.items()), sorted(ruling.dissents.items()))
    return tag(said, ruling.body, ruling.on, words)


def decide(
    record: Record,
    ruling: Ruling,
    *,
    seen: str,
    by: User,
    note: Note = NO_NOTE,
) -> bool:
    """False if it was decided otherwise since `seen`: then nothing is saved. What was
    decided before is corrected, which needs a note."""
    with database.atomic():
        bump(CHANGES)
        standing = record_by_id(record.id) or record
        demand_opened(standing)
        if ruling_of(standing) == ruling:
            return True
        if seen_of(standing) != seen:
            return False
        if not standing.is_scored:
            raise Refused(
                _("Give each pilot points by each criterion first, then decide.")
            )
        if standing.is_decided:
            keep_edition(standing, by=by, note=note)
        write(standing, ruling, by)
    return True


def write(record: Record, ruling: Ruling, by: User) -> None:
    Selection.update(decided_on=ruling.on, decided_by=ruling.body).where(
        Selection.id == record.id
    ).execute()
    for code in record.texts:
        SelectionText.update(
            decision=ruling.decisions.get(code, ""),
            dissent=ruling.dissents.get(code, ""),
        ).where(
            SelectionText.selection == record.id, SelectionText.language == code
        ).execute()
    for runner in record.runners:
        verdict = ruling.verdicts[runner.id]
        Candidate.update(choice=verdict.choice).where(
            Candidate.id == runner.id
        ).execute()
        mine = CandidateText.candidate == runner.id
        CandidateText.delete().where(mine).execute()
        for code, reason in verdict.reasons.items():
            CandidateText.create(candidate=runner.id, language=code, reason=reason)
        if runner.choice is not verdict.choice:
            follow(runner, verdict, ruling.on, by)


def follow(runner: Runner, verdict: Verdict, on: date, by: User) -> None:
    """Let the pilot come where it was decided. Refused names the pilot."""
    state = PilotState(verdict.choice.value)
    code = next(iter(verdict.reasons))
    reason = shorten(verdict.reasons[code], LONGEST_NOTE, placeholder="…")
    try:
        set_state(runner.pilot_id, state, by=by, note=Note(reason, code), on=on)
    except Refused as refused:
        name = runner.name(language())[0]
        raise Refused(f"{name}: {refused.message}", refused.status) from refused
