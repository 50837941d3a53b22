"""Groups, their meetings and decisions, and open questions, with the fewest words."""

from datetime import datetime, timedelta
from itertools import count

from portal.accounts.models import User
from portal.db import now, today
from portal.groups.actions import claims, decisions, groups, meetings, questions
from portal.groups.actions.claims import ClaimDraft
from portal.groups.models import (
    Claim,
    Group,
    GroupDecision,
    Meeting,
    OpenQuestion,
    OpenQuestionState,
)
from portal.groups.queries.written import written
from portal.groups.snapshots import ENDING
from portal.notices.models import Notice
from portal.notices.recipients import user_key
from portal.upkeep.snapshots import YES
from portal.workshops.moments import local

_numbers = count(1)


def make_group(name: str = "", *, slug: str = "", public: bool = True, **told) -> Group:
    """A group in English; `told` are names of its snapshot, with dots for slashes."""
    name = name or f"Group {next(_numbers)}"
    values = {"text/en/name": name, "public": YES if public else ""}
    return groups.create(values | named(told), by=None, slug=slug)


def make_meeting(group: Group, starts_at: datetime | None = None, **told) -> Meeting:
    """A meeting of two hours, in a week unless said otherwise."""
    starts = local(starts_at or now() + timedelta(days=7)).replace(hour=12, minute=0)
    values = {
        "day": starts.date().isoformat(),
        "starts": "12:00",
        "ends": "14:00",
        "place": "Library, Harju",
    }
    return meetings.call(group, values | named(told), by=None)


def make_decision(
    group: Group, what: str = "", due_in: int = 7, **told
) -> GroupDecision:
    """An open decision in English of 30 days ago, to be done in so many days."""
    values = {
        "text/en/what": what or f"Decision {next(_numbers)}",
        "decided_on": (today() - timedelta(days=30)).isoformat(),
        "due_on": (today() + timedelta(days=due_in)).isoformat(),
        "state": "open",
    }
    return decisions.add(group, values | named(told), by=None)


def make_question(
    words: str = "", *, state: str = "open", by=None, **told
) -> OpenQuestion:
    """A question in English in this state: proposed, open, answered or dropped."""
    n = next(_numbers)
    made = questions.propose(
        words or f"What helps {n}?", "", "en", by=by, submission=f"test-{n}", **told
    )
    if state != "proposed":
        end_question(made, state)
    return OpenQuestion.get_by_id(made.id)


def end_question(
    question: OpenQuestion, state: str, answer: str = "So.", by=None
) -> None:
    stands = written(ENDING, question.id)
    words = "" if state == "open" else answer
    url = "https://answers.example/1" if state == "answered" else ""
    values = stands | {"state": state, "answer_url": url, "text/en/answer": words}
    questions.set_ending(question.id, values, base=stands, by=by)


def make_claim(question: OpenQuestion, by=None, days: int = 90) -> Claim:
    """A claim that a coordinator has not agreed to yet."""
    until = today() + timedelta(days=days)
    draft = ClaimDraft(
        "A master's thesis", "student@verstas.example", "Talks", "en", until
    )
    return claims.claim(question.id, draft, by=by, submission=f"test-{next(_numbers)}")


def state_of(question: OpenQuestion) -> OpenQuestionState:
    return OpenQuestion.get_by_id(question.id).state


def told(person: User) -> list[str]:
    """What this person was told of, in the order it came."""
    return [
        notice.event
        for notice in Notice.select()
        .where(Notice.recipient == user_key(person.id))
        .order_by(Notice.id)
    ]


def named(told: dict[str, str]) -> dict[str, str]:
    """`text_sv_name` stands for `text/sv/name`."""
    return {
        key.replace("_", "/") if key.startswith("text_") else key: value
        for key, value in told.items()
    }
