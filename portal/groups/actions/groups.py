"""Beginning a group, changing it, its members. Each change is one transaction."""

from collections.abc import Mapping

from portal.accounts.models import User
from portal.db import bump, database, insert_all, now
from portal.groups.actions.writing import change, found_sent, make
from portal.groups.indexing import index
from portal.groups.models import CHANGES, Group, Membership, MembershipText
from portal.groups.queries.members import members
from portal.groups.snapshots import GROUP
from portal.i18n import LANGUAGES
from portal.links.actions import join, part
from portal.slugs import free_slug
from portal.text import slugify
from portal.upkeep.snapshots import Snapshot

# Addresses of pages that stand beside the groups.
RESERVED = {"new", "decisions"}


def create(
    told: Mapping[str, str], *, by: User | None, submission: str = "", slug: str = ""
) -> Group:
    """A new group. The same submission twice makes one."""
    with database.atomic():
        bump(CHANGES)
        if sent := found_sent(Group, submission):
            return sent
        names = (told.get(f"text/{code}/name") for code in LANGUAGES)
        wanted = slug or slugify(next(filter(None, names)) or "")
        group: Group = make(
            GROUP,
            told,
            slug=free_slug(Group.slug, wanted, RESERVED),
            made_by=by,
            submission=submission or None,
        )
        index(group.id)
    return group


def save(group_id: int, values: Snapshot, *, base: Snapshot | None) -> None:
    """Save what was changed since `base` was read. Raises Meeting where somebody else
    has changed the same."""
    with database.atomic():
        bump(CHANGES)
        before, after = change(GROUP, group_id, values, base)
        if before != after:
            this = Group.id == group_id
            Group.update(updated_at=now()).where(this).execute()
            index(group_id)


def add_member(
    group_id: int, roles: Mapping[str, str], organisation: int | None, other: str = ""
) -> None:
    """A role of an organisation comes in. One that is there already stays as it is."""
    with database.atomic():
        bump(CHANGES)
        held = members(group_id)
        if any(
            (one.organisation, one.other, one.roles) == (organisation, other, roles)
            for one in held
        ):
            return
        row = Membership.create(
            group=group_id,
            organisation=organisation,
            other=other,
            position=max((one.position for one in held), default=0) + 1,
        )
        insert_all(
            MembershipText,
            [
                {"membership": row.id, "language": code, "role": role}
                for code, role in roles.items()
            ],
        )


def remove_member(group_id: int, member_id: int) -> None:
    with database.atomic():
        bump(CHANGES)
        this = (Membership.group == group_id) & (Membership.id == member_id)
        Membership.delete().where(this).execute()


def set_link(
    kind: str, item_id: int, other_kind: str, other_id: int, *, wanted: bool
) -> None:
    """Joined whichever way round; taken apart both ways."""
    with database.atomic():
        bump(CHANGES)
        if wanted:
            join(other_kind, other_id, kind, item_id)
        else:
            part(other_kind, other_id, kind, item_id)
            part(kind, item_id, other_kind, other_id)
