"""Answers, and the result they answer to."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from peewee import JOIN

from portal.directory.models import Service, ServiceVersion
from portal.directory.queries.names import in_language, team_names
from portal.proposals.models import Answer, AnswerText, Verdict
from portal.proposals.queries.boards import Slip, slips

MOST_VERSIONS = 12


@dataclass(frozen=True)
class Answered:
    """An answer in the language asked for or in another, which it names."""

    verdict: Verdict
    team: tuple[str, str] | None
    answered_on: date
    starts_on: date | None
    done_on: date | None
    reason: str
    changed: str
    language: str
    owner: str = ""
    change: tuple[str, int] | None = None
    """The address of a service and the edition in which the change is seen."""


@dataclass(frozen=True)
class Place:
    """Where a proposal stands in the result. Equal supports share a place."""

    place: int
    tied: bool
    slip: Slip
    answer: Answered | None


def places(workshop_id: int, language: str) -> list[Place]:
    """The result: most supported first, equal ones on the same place."""
    board = slips(workshop_id)
    answers = answers_of([slip.id for slip in board], language)
    supports = [slip.supports for slip in board]
    level = Counter(supports)
    first = {count: supports.index(count) + 1 for count in level}
    return [
        Place(first[one.supports], level[one.supports] > 1, one, answers.get(one.id))
        for one in board
    ]


def answer(number: int, language: str) -> Answered | None:
    return answers_of([number], language).get(number)


def answer_texts(number: int) -> tuple[Answer, dict[str, AnswerText]] | None:
    """The answer to a proposal in every language it has."""
    found = Answer.get_or_none(Answer.proposal == number)
    if found is None:
        return None
    texts = AnswerText.select().where(AnswerText.answer == found)
    return found, {text.language: text for text in texts}


def answers_of(numbers: Sequence[int], language: str) -> dict[int, Answered]:
    teams = team_names(language)
    answers: list[Any] = list(
        Answer.select(Answer, ServiceVersion.edition, Service.slug)
        .join(ServiceVersion, JOIN.LEFT_OUTER)
        .join(Service, JOIN.LEFT_OUTER)
        .where(Answer.proposal.in_(list(numbers)))
        .objects()
    )
    texts: dict[int, dict[str, AnswerText]] = defaultdict(dict)
    for text in AnswerText.select().where(
        AnswerText.answer.in_([row.id for row in answers])
    ):
        texts[text.answer][text.language] = text
    found = {}
    for row in answers:
        text, spoken = in_language(texts[row.id], language)
        found[row.proposal] = Answered(
            row.verdict,
            teams.get(row.team),
            row.answered_on,
            row.starts_on,
            row.done_on,
            text.reason,
            text.changed,
            spoken,
            row.owner,
            (row.slug, row.edition) if row.slug else None,
        )
    return found


def versions_of(services: Iterable[int], kept: int | None) -> list[ServiceVersion]:
    """The newest versions of these services, and the one that is chosen already."""
    these = ServiceVersion.service.in_(list(services)) | (ServiceVersion.id == kept)
    columns = (ServiceVersion.id, ServiceVersion.service, ServiceVersion.saved_at)
    newest = ServiceVersion.select(*columns).where(these)
    return list(newest.order_by(ServiceVersion.id.desc()).limit(MOST_VERSIONS))
