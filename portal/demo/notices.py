"""Loading what people of the demo have been told, and what they follow."""

import json
from datetime import timedelta
from typing import Any

from portal.accounts.models import User
from portal.db import now
from portal.demo.files import entries
from portal.demo.workshops import by_key
from portal.moderation.duties import QUEUE, THE_QUEUE
from portal.notices.actions import follow
from portal.notices.events import EVENTS
from portal.notices.models import Notice
from portal.notices.recipients import user_key
from portal.proposals.models import KIND as PROPOSAL
from portal.upkeep.telling import TASKS
from portal.workshops.models import Participant, Workshop
from portal.workshops.queries import KIND as WORKSHOP


def load(persons: dict[str, User]) -> None:
    """In the place of what was told while the rest was loaded."""
    Notice.delete().execute()
    for entry in entries("notices.toml", "follow"):
        workshop = Workshop.get(Workshop.slug == entry["workshop"])
        key = user_key(persons[entry["person"]].id)
        follow(key, WORKSHOP, workshop.id, wanted=True)
    told = sorted(entries("notices.toml", "notice"), key=lambda one: -one["days_ago"])
    for number, entry in enumerate(told):
        load_notice(persons[entry["person"]], entry, number)


def load_notice(person: User, entry: dict[str, Any], number: int) -> None:
    kind, item_id, seat = thing_of(person, entry)
    happened_at = now() - timedelta(days=entry["days_ago"], hours=1)
    seen_at = happened_at + timedelta(hours=1) if entry.get("seen") else None
    noted: dict[str, Any] = {
        name: entry[name] for name in ("phase", "cards", "cases") if name in entry
    }
    if "cases" in entry:
        noted["appeals"] = 0
    for time in range(entry.get("times", 1)):
        Notice.create(
            recipient=user_key(person.id),
            seat=seat,
            topic=EVENTS[entry["event"]].topic,
            event=entry["event"],
            kind=kind,
            item_id=item_id,
            facts=json.dumps(noted),
            happening=f"demo:{number}:{time}",
            happened_at=happened_at,
            seen_at=seen_at,
            mailed_at=seen_at,
        )


def thing_of(person: User, entry: dict[str, Any]) -> tuple[str, int, int | None]:
    """The kind and the id of what it is about, and the seat it concerns."""
    if "proposal" in entry:
        workshop = Workshop.get(Workshop.slug == entry["workshop"])
        proposal = by_key(workshop)[entry["proposal"]]
        theirs = Participant.id == proposal.author
        Participant.update(user=person).where(theirs).execute()
        return PROPOSAL, proposal.id, proposal.author
    if "workshop" in entry:
        found = Workshop.get(Workshop.slug == entry["workshop"])
        return WORKSHOP, found.id, None
    return (QUEUE, THE_QUEUE, None) if "cases" in entry else (TASKS, person.id, None)
