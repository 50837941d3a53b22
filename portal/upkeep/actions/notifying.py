"""Telling of services in the portal: those who follow them, and those who keep them."""

from collections import Counter
from collections.abc import Collection, Iterable

from portal.accounts.models import Grant, User
from portal.db import today, tuples
from portal.directory.models import KIND, Service, TextState
from portal.notices.actions import tell
from portal.notices.queries import followers
from portal.notices.recipients import user_key
from portal.permissions import EVERYWHERE, Role
from portal.upkeep.snapshots import Snapshot, differing, group

NOT_NEWS = ("checked_on", "wait_checked_on", "review_months", "review_email")
NOT_FOR_ALL = ("/staff_notes", "/professionals")
PUBLISHED = TextState.PUBLISHED.value


def tell_of_change(
    service: Service, before: Snapshot, after: Snapshot, by: User | None
) -> None:
    """Those who follow it hear once a day that something they can read has changed."""
    if not any(is_news(name, after) for name in differing(before, after)):
        return
    tell(
        followers(KIND, service.id),
        "service-changed",
        KIND,
        service.id,
        happening=f"service:{service.id}:{today().isoformat()}",
        doer=user_key(by.id) if by else "",
    )


def is_news(name: str, after: Snapshot) -> bool:
    """Whether what is called so is there for all to read."""
    public = after.get(f"{group(name)}/state", PUBLISHED) == PUBLISHED
    return public and not name.endswith(NOT_FOR_ALL) and name not in NOT_NEWS


def tell_of_due(service_ids: Collection[int], written_to: Collection[str]) -> None:
    """Editors hear how many cards of theirs are to be checked; some of them have got
    the letter, too."""
    cards = Counter(
        organisation
        for (organisation,) in tuples(
            Service.select(Service.organisation).where(
                Service.id.in_(list(service_ids))
            )
        )
    )
    for (user, email), kept in editors().items():
        due = cards.total() if EVERYWHERE in kept else sum(cards[key] for key in kept)
        if due:
            tell(
                [user_key(user)],
                "cards-due",
                "tasks",
                user,
                happening=f"cards-due:{today().isoformat()}",
                mailed=email.casefold() in written_to,
                cards=due,
            )


def editors() -> dict[tuple[int, str], set[int]]:
    """Each editor, by id and address, with the organisations they keep."""
    found: Iterable[tuple[int, str, int]] = tuples(
        Grant.select(User.id, User.email, Grant.organisation)
        .join(User)
        .where(Grant.role == Role.EDITOR, User.active)
        .order_by(User.id)
    )
    kept: dict[tuple[int, str], set[int]] = {}
    for user, email, organisation in found:
        kept.setdefault((user, email), set()).add(organisation)
    return kept
