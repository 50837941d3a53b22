"""The members of groups: roles of organisations, never persons."""

from collections import defaultdict
from dataclasses import dataclass

from portal.directory.queries.names import in_language, organisation_names
from portal.groups.models import Membership, MembershipText


@dataclass(frozen=True)
class Member:
    id: int
    organisation: int | None
    other: str
    position: int
    roles: dict[str, str]

    def role(self, language: str) -> tuple[str, str]:
        return in_language(self.roles, language) if self.roles else ("", language)

    def organisation_name(self, language: str) -> tuple[str, str]:
        """That of the directory, or the one that was written."""
        found = organisation_names(language).get(self.organisation or 0)
        return found or (self.other, "")


def members(group_id: int) -> list[Member]:
    """One statement, in their order."""
    rows: dict[int, Membership] = {}
    roles: dict[int, dict[str, str]] = defaultdict(dict)
    for text in (
        MembershipText.select(MembershipText, Membership)
        .join(Membership)
        .where(Membership.group == group_id)
        .order_by(Membership.position, Membership.id)
    ):
        rows[text.membership.id] = text.membership
        roles[text.membership.id][text.language] = text.role
    return [
        Member(key, row.organisation, row.other, row.position, roles[key])
        for key, row in rows.items()
    ]
