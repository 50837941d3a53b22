"""Loading what is to be kept true in the demo region."""

import json
from datetime import datetime, timedelta
from typing import Any

from portal.accounts.models import User
from portal.db import bump, local_day, now, today
from portal.demo.files import entries
from portal.directory.models import CHANGES, Service, ServiceVersion
from portal.upkeep.actions.feedback import DAYS_TO_ANSWER, new_code
from portal.upkeep.models import (
    About,
    FeedbackState,
    LinkCheck,
    LinkUse,
    Outcome,
    ReviewReminder,
    ServiceFeedback,
    Source,
)
from portal.upkeep.queries.elsewhere import PROOF
from portal.upkeep.queries.snapshots import snapshot


def load(editor: User) -> None:
    bump(CHANGES)
    for entry in entries("upkeep.toml", "check"):
        load_check(entry)
    for entry in entries("upkeep.toml", "link"):
        load_link(entry)
    for entry in entries("upkeep.toml", "feedback"):
        load_feedback(entry, editor)


def ago(days: int) -> datetime:
    return now() - timedelta(days=days)


def service_of(entry: dict[str, Any]) -> Service | None:
    return Service.get(Service.slug == entry["service"]) if "service" in entry else None


def load_check(entry: dict[str, Any]) -> None:
    service = service_of(entry)
    Service.update(
        checked_on=today() - timedelta(days=entry["days_ago"]),
        review_months=6,
        review_email=entry["email"],
    ).where(Service.id == service).execute()
    if "reminded_days_ago" in entry:
        sent_on = today() - timedelta(days=entry["reminded_days_ago"])
        ReviewReminder.create(service=service, sent_on=sent_on)


def load_link(entry: dict[str, Any]) -> None:
    link = LinkCheck.create(
        url=entry["url"],
        status=entry["status"],
        checked_at=now(),
        failures=PROOF,
        failing_since=ago(entry["days_ago"]),
    )
    LinkUse.create(link=link, service=service_of(entry))


def load_feedback(entry: dict[str, Any], editor: User) -> None:
    service, received_at = service_of(entry), ago(entry["days_ago"])
    state = FeedbackState(entry["state"])
    stored = ServiceFeedback.create(
        service=service,
        source=Source.CARD if service else Source.SEARCH,
        about=About(entry["about"]),
        question=entry.get("question", ""),
        message=entry["message"],
        language=entry["language"],
        code=entry.get("code") or new_code(),
        received_at=received_at,
        due_on=local_day(received_at) + timedelta(days=DAYS_TO_ANSWER),
        state=state,
    )
    if state is FeedbackState.ANSWERED:
        answered_at = ago(entry["answered_days_ago"])
        ServiceFeedback.update(
            outcome=Outcome(entry["outcome"]),
            answer=entry["answer"],
            answer_language=entry["answer_language"],
            answered_at=answered_at,
            answered_by=editor,
            version=mended(service, entry, answered_at, editor),
        ).where(ServiceFeedback.id == stored.id).execute()


def mended(
    service: Service | None, entry: dict[str, Any], saved_at: datetime, editor: User
) -> ServiceVersion | None:
    """The version that mended it, after one with what stood there `before`."""
    if service is None or "before" not in entry:
        return None
    after = snapshot(service)
    first, last = service.edition, service.edition + 1
    Service.update(edition=last).where(Service.id == service).execute()
    for edition, told, more in (
        (first, {**after, **entry["before"]}, {"saved_at": ago(entry["days_ago"] + 9)}),
        (
            last,
            after,
            {
                "saved_at": saved_at,
                "note": entry["note"],
                "language": entry["note_language"],
            },
        ),
    ):
        version = ServiceVersion.create(
            service=service,
            edition=edition,
            saved_by=editor,
            snapshot=json.dumps(told, ensure_ascii=False),
            **more,
        )
    return version
