"""The same done to several services at once, and undone."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from portal.accounts.models import User
from portal.db import bump, database, today
from portal.directory.models import CHANGES, Service, TextState
from portal.upkeep.actions.saving import SERVICES, restore
from portal.upkeep.queries.snapshots import snapshot
from portal.upkeep.snapshots import Snapshot, keys

Change = Callable[[Snapshot], Snapshot]


@dataclass(frozen=True)
class Done:
    """What was done: the services that changed, each with the edition before and the
    one that came of it, and how many were so already."""

    changed: list[tuple[str, int, int]] = field(default_factory=list)
    alike: int = 0


def checked(_whole: Snapshot) -> Snapshot:
    return {"checked_on": today().isoformat()}


def moved(organisation: str, team: str) -> Change:
    return lambda _whole: {"organisation": organisation, "team": team}


def archived(whole: Snapshot) -> Snapshot:
    return {
        f"{kind}/{code}/state": TextState.ARCHIVED.value
        for kind in ("text", "easy")
        for code in keys(whole, kind)
    }


def set_all(services: Iterable[Service], change: Change, *, by: User) -> Done:
    """Make the same change to each. What stands so already is left alone."""
    done: list[tuple[str, int, int]] = []
    alike = 0
    with database.atomic():
        bump(CHANGES)
        for service in services:
            before, edition = snapshot(service), SERVICES.current_edition(service)
            saved = SERVICES.keep(service, before, {**before, **change(before)}, by=by)
            if saved.changed:
                done.append((service.slug, edition, saved.edition))
            else:
                alike += 1
    return Done(done, alike)


def undo(
    changed: Iterable[tuple[Service, int, int]], *, by: User
) -> tuple[int, list[str]]:
    """Bring each back to the edition before; those that somebody has changed since
    are left as they are. How many came back, and the slugs of the others."""
    back, left = 0, []
    with database.atomic():
        bump(CHANGES)
        for service, before, after in changed:
            if SERVICES.current_edition(service) != after:
                left.append(str(service.slug))
                continue
            restore(service, before, by=by)
            back += 1
    return back, left
