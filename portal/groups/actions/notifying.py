"""Telling those who follow a group or a question, and those whom it concerns."""

from portal.accounts.models import User
from portal.groups.models import (
    KIND,
    OPEN_QUESTION,
    Claim,
    Group,
    OpenQuestion,
    OpenQuestionState,
)
from portal.notices.actions import tell
from portal.notices.queries import followers
from portal.notices.recipients import user_key


def tell_of_meeting(
    event: str, group: Group, meeting_id: int, edition: int, by: User | None
) -> None:
    """`event` is what became of it: group-meeting, -changed or -cancelled."""
    if group.public:
        tell(
            followers(KIND, group.id),
            event,
            KIND,
            group.id,
            happening=f"meeting:{meeting_id}:{edition}",
            doer=key_of(by),
            meeting=meeting_id,
        )


def tell_of_decision(group: Group, decision_id: int, by: User | None) -> None:
    if group.public:
        tell(
            followers(KIND, group.id),
            "group-decision",
            KIND,
            group.id,
            happening=f"group-decision:{decision_id}",
            doer=key_of(by),
            decision=decision_id,
        )


def tell_of_question(
    question: OpenQuestion, state: OpenQuestionState, edition: int, by: User | None
) -> None:
    """Whoever proposed it hears what became of it, and so do those who follow it."""
    happening = f"question:{question.id}:{edition}"
    told = (
        ("question-decided", [key_of_id(question.asked_by)]),
        ("question-moved", followers(OPEN_QUESTION, question.id)),
    )
    for event, keys in told:
        tell(
            keys,
            event,
            OPEN_QUESTION,
            question.id,
            happening=happening,
            doer=key_of(by),
            state=state.value,
        )


def tell_of_claim(event: str, claim: Claim, by: User | None = None) -> None:
    """`event` is what became of it: claim-agreed, -ended, -ending or -lapsed."""
    tell(
        [key_of_id(claim.claimed_by)],
        event,
        OPEN_QUESTION,
        claim.question,
        happening=f"{event}:{claim.id}",
        doer=key_of(by),
        until=claim.until.isoformat(),
    )


def key_of(user: User | None) -> str:
    return user_key(user.id) if user else ""


def key_of_id(user_id: int | None) -> str:
    return user_key(user_id) if user_id else ""
