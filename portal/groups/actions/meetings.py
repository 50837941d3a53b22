"""Calling a meeting, changing it, calling it off. Each change is one transaction."""

from collections.abc import Mapping

from portal.accounts.models import User
from portal.db import bump, database, now
from portal.groups.actions.notifying import tell_of_meeting
from portal.groups.actions.writing import change, found_sent, make
from portal.groups.models import CHANGES, Group, Meeting
from portal.groups.snapshots import MEETING
from portal.upkeep.snapshots import Snapshot

TOLD_OF = ("day", "starts", "ends", "place", "url")
"""What those who come must know when it changes."""


def call(
    group: Group, told: Mapping[str, str], *, by: User | None, submission: str = ""
) -> Meeting:
    """A new meeting. The same submission twice makes one."""
    with database.atomic():
        bump(CHANGES)
        if sent := found_sent(Meeting, submission):
            return sent
        meeting: Meeting = make(
            MEETING, told, group=group.id, submission=submission or None
        )
        if meeting.ends_at > now():
            tell_of_meeting("group-meeting", group, meeting.id, 1, by)
    return meeting


def save(
    group: Group,
    meeting_id: int,
    values: Snapshot,
    *,
    base: Snapshot | None,
    by: User | None,
) -> None:
    """Save what was changed since `base` was read. Raises Meeting where somebody else
    has changed the same."""
    with database.atomic():
        bump(CHANGES)
        before, after = change(MEETING, meeting_id, values, base)
        moved = any(before[name] != after[name] for name in TOLD_OF)
        row = Meeting.get_by_id(meeting_id)
        if moved and row.ends_at > now() and not row.cancelled:
            event = "group-meeting-changed"
            tell_of_meeting(event, group, meeting_id, row.edition, by)


def set_cancelled(
    group: Group, meeting_id: int, *, wanted: bool, by: User | None
) -> None:
    """It does not take place, or does after all. Followers are told."""
    with database.atomic():
        bump(CHANGES)
        row = Meeting.get_by_id(meeting_id)
        if row.cancelled is wanted:
            return
        this = Meeting.id == meeting_id
        Meeting.update(cancelled=wanted, edition=Meeting.edition + 1).where(
            this
        ).execute()
        if row.ends_at > now():
            event = "group-meeting-cancelled" if wanted else "group-meeting"
            tell_of_meeting(event, group, meeting_id, row.edition + 1, by)
