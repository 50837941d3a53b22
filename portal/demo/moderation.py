"""Loading what moderators of the demo have read, and what waits for them."""

from datetime import datetime, time, timedelta
from typing import Any

from flask import current_app

from portal.accounts.models import User, Voice
from portal.db import today
from portal.demo.files import entries
from portal.demo.past import load_past
from portal.demo.workshops import by_key
from portal.moderation import actions
from portal.moderation.actions import Noted, Ruling
from portal.moderation.actions.appealing import appeal
from portal.moderation.actions.deciding import EVENTS
from portal.moderation.actions.flagging import flag
from portal.moderation.models import (
    Case,
    Decision,
    FlagReason,
    LogEvent,
    Reason,
)
from portal.moderation.queries.cases import about
from portal.proposals.actions import propose
from portal.proposals.models import KIND, Proposal
from portal.proposals.wording import Wording
from portal.workshops.models import Participant, Workshop


def load(persons: dict[str, User]) -> None:
    log_what_was_loaded()
    load_past()
    for number, entry in enumerate(entries("moderation.toml", "text")):
        workshop = Workshop.get(Workshop.slug == entry["workshop"])
        if "proposal" in entry:
            proposal = by_key(workshop)[entry["proposal"]]
        else:
            proposal = write(workshop, entry, number)
        judge(proposal, entry, persons)
        report(proposal, entry)


def log_what_was_loaded() -> None:
    """What the log tells of the texts that came with their workshops."""
    lines = []
    for case in Case.select().order_by(Case.opened_at, Case.id):
        this = (case.kind, case.item_id, case.id, case.workshop)
        lines.append(Noted(LogEvent.OPENED, *this))
        if case.decision:
            reason = case.reason.value if case.reason else ""
            event = EVENTS[case.decision]
            lines.append(Noted(event, *this, reason, actor=case.decided_by))
    actions.record_all(lines)


def write(workshop: Workshop, entry: dict[str, Any], number: int) -> Proposal:
    """A text by a participant who has written no other, on its day."""
    of_voice = Participant.voice == Voice(entry["voice"])
    authors = Proposal.select(Proposal.author).where(Proposal.author.is_null(False))
    these = Participant.select().where(
        Participant.workshop == workshop, of_voice, Participant.id.not_in(authors)
    )
    proposal = propose(
        workshop,
        these.order_by(Participant.id).first(),
        Wording(entry["suggestion"], entry["problem"], entry.get("helps", "")),
        language=entry["language"],
        submission=f"demo-moderation-{number}",
    )
    written = datetime.combine(entry["written"], time(12))
    Proposal.update(written_at=written).where(Proposal.id == proposal.id).execute()
    Case.update(opened_at=written).where(Case.id == case_of(proposal)).execute()
    return proposal


def judge(proposal: Proposal, entry: dict[str, Any], persons: dict[str, User]) -> None:
    case = case_of(proposal)
    if "question" in entry:
        by = persons[entry["asked_by"]]
        actions.ask_second_opinion(case, by, entry["question"])
    if "decision" in entry:
        by, reason = persons[entry["by"]], Reason(entry["reason"])
        actions.decide(
            [case],
            by,
            Ruling(
                Decision(entry["decision"]),
                reason,
                entry["note"],
                entry.get("passage", ""),
            ),
        )
        if "blocked_days" in entry:
            until = today() + timedelta(days=entry["blocked_days"])
            actions.set_blocked(case, by, until, reason)
    if "appeal" in entry:
        with current_app.test_request_context(f"/{case.language}/"):
            appeal(case, entry["appeal"])


def report(proposal: Proposal, entry: dict[str, Any]) -> None:
    for number, part in enumerate(entry.get("report", [])):
        flag(
            KIND,
            proposal.id,
            FlagReason(part["reason"]),
            part["words"],
            f"demo-{number}",
            part["language"],
        )


def case_of(proposal: Proposal) -> Case:
    these = Case.select().where(about(KIND, proposal.id))
    found: Case = these.order_by(Case.id.desc()).get()
    return found
