"""Selections: what was weighed, how it was locked, what was decided."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from peewee import JOIN

from portal.db import tuples
from portal.directory.queries.names import in_language
from portal.pilots.models import (
    Candidate,
    CandidateText,
    Choice,
    Criterion,
    CriterionText,
    Pilot,
    PilotText,
    Score,
    Selection,
    SelectionText,
)
from portal.pilots.queries.publicity import selection_is_public
from portal.pilots.records import Given, Outcome, Record, Runner, Weight


def record(slug: str) -> Record | None:
    """Four statements, and one that finds it."""
    return next(iter(records(Selection.slug == slug)), None)


def record_by_id(selection_id: int) -> Record | None:
    return next(iter(records(Selection.id == selection_id)), None)


def listing() -> list[Record]:
    """Every selection, the newest first."""
    return records(Selection.id > 0)


def records(where: Any) -> list[Record]:
    rows, texts = found(where)
    runners, criteria, scores = runners_of(rows), criteria_of(rows), scores_of(rows)
    return [
        Record(row, texts[key], tuple(runners[key]), tuple(criteria[key]), scores[key])
        for key, row in rows.items()
    ]


def found(
    where: Any,
) -> tuple[dict[int, Selection], dict[int, dict[str, SelectionText]]]:
    rows: dict[int, Selection] = {}
    texts: dict[int, dict[str, SelectionText]] = defaultdict(dict)
    query: Any = (
        Selection.select(Selection, SelectionText)
        .join(SelectionText, attr="text")
        .where(where)
        .order_by(Selection.id.desc())
    )
    for row in query:
        rows.setdefault(row.id, row)
        texts[row.id][row.text.language] = row.text
    return rows, texts


def runners_of(selections: Iterable[int]) -> dict[int, list[Runner]]:
    ids = list(selections)
    every = tuples(
        Candidate.select(
            Candidate.selection,
            Candidate.id,
            Pilot.id,
            Pilot.slug,
            Pilot.public,
            Candidate.choice,
            PilotText.language,
            PilotText.name,
            CandidateText.language,
            CandidateText.reason,
        )
        .join(Pilot)
        .join(PilotText, JOIN.LEFT_OUTER)
        .join_from(Candidate, CandidateText, JOIN.LEFT_OUTER)
        .where(Candidate.selection.in_(ids))
        .order_by(Pilot.slug, Candidate.id)
    )
    grouped: dict[int, dict[int, Runner]] = defaultdict(dict)
    for selection, key, pilot, slug, public, choice, *texts in every:
        code, name, spoken, reason = texts
        runner = Runner(key, pilot, slug, public, choice, {}, {})
        runner = grouped[selection].setdefault(key, runner)
        if code:
            runner.names[code] = name
        if spoken:
            runner.reasons[spoken] = reason
    runners: dict[int, list[Runner]] = defaultdict(list)
    runners.update({key: list(those.values()) for key, those in grouped.items()})
    return runners


def criteria_of(selections: Iterable[int]) -> dict[int, list[Weight]]:
    every = tuples(
        Criterion.select(
            Criterion.selection,
            Criterion.id,
            Criterion.weight,
            CriterionText.language,
            CriterionText.words,
        )
        .join(CriterionText, JOIN.LEFT_OUTER)
        .where(Criterion.selection.in_(list(selections)))
        .order_by(Criterion.position, Criterion.id)
    )
    grouped: dict[int, dict[int, Weight]] = defaultdict(dict)
    for selection, key, weight, code, words in every:
        criterion = grouped[selection].setdefault(key, Weight(key, weight, {}))
        if code:
            criterion.words[code] = words
    criteria: dict[int, list[Weight]] = defaultdict(list)
    criteria.update({key: list(those.values()) for key, those in grouped.items()})
    return criteria


def scores_of(
    selections: Iterable[int],
) -> dict[int, dict[tuple[int, int], Given]]:
    scores: dict[int, dict[tuple[int, int], Given]] = defaultdict(dict)
    for selection, criterion, candidate, *given in tuples(
        Score.select(
            Candidate.selection,
            Score.criterion,
            Score.candidate,
            Score.points,
            Score.source,
            Score.language,
        )
        .join(Candidate)
        .where(Candidate.selection.in_(list(selections)))
    ):
        scores[selection][criterion, candidate] = Given(*given)
    return scores


def of_pilot(pilot_id: int, language: str) -> list[Outcome]:
    """What public selections said of a pilot, the newest first. Two statements."""
    return outcomes([pilot_id], language)[pilot_id]


def outcomes(pilots: Iterable[int], language: str) -> dict[int, list[Outcome]]:
    """Likewise of several. Two statements."""
    choices: dict[tuple[int, int], Choice | None] = {}
    reasons: dict[tuple[int, int], dict[str, str]] = defaultdict(dict)
    for key, pilot, choice, code, reason in tuples(
        Candidate.select(
            Candidate.selection,
            Candidate.pilot,
            Candidate.choice,
            CandidateText.language,
            CandidateText.reason,
        )
        .join(CandidateText, JOIN.LEFT_OUTER)
        .where(Candidate.pilot.in_(list(pilots)))
        .order_by(Candidate.selection.desc())
    ):
        choices[key, pilot] = choice
        if code:
            reasons[key, pilot][code] = reason
    chosen = Selection.id.in_([key for key, _pilot in choices])
    rows, texts = found(chosen & selection_is_public())
    said: dict[int, list[Outcome]] = defaultdict(list)
    for (key, pilot), choice in choices.items():
        if key in rows:
            decided = rows[key].decided_on is not None
            told = reasons[key, pilot] if decided else {}
            said[pilot].append(
                Outcome(
                    rows[key],
                    *in_language(
                        {code: text.title for code, text in texts[key].items()},
                        language,
                    ),
                    choice if decided else None,
                    *in_language(told or {language: ""}, language),
                )
            )
    return said
