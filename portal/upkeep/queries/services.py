"""A service as those who keep it see it."""

from dataclasses import dataclass

from portal.db import today, tuples
from portal.directory.models import (
    Organisation,
    Service,
    ServiceText,
    Team,
    TextState,
)
from portal.directory.queries.names import organisation_names, team_names
from portal.directory.queries.places import places
from portal.directory.reviews import months_after
from portal.upkeep.queries.snapshots import snapshot
from portal.upkeep.queries.written import Written


@dataclass(frozen=True, kw_only=True)
class Kept(Written):
    service: Service

    @property
    def thing(self) -> Service:
        return self.service


def service(slug: str) -> Service | None:
    return Service.get_or_none(Service.slug == slug)


def kept(found: Service) -> Kept:
    changed = tuples(
        ServiceText.select(ServiceText.language, ServiceText.updated_at).where(
            ServiceText.service == found.id
        )
    )
    return Kept(
        slug=str(found.slug),
        edition=int(found.edition),
        snapshot=snapshot(found),
        changed=dict(changed),
        service=found,
    )


def is_public(found: Kept) -> bool:
    states = (found.snapshot[f"text/{code}/state"] for code in found.languages)
    return TextState.PUBLISHED in states


def is_late(found: Service) -> bool:
    """Not checked within the time promised, or never."""
    if found.checked_on is None:
        return True
    return today() > months_after(found.checked_on, found.review_months)


def organisations(language: str, mine: frozenset[int] | None) -> dict[str, str]:
    """The organisations that one may keep services of (None is all), by code."""
    names = organisation_names(language)
    found = {
        code: names[key][0]
        for key, code in tuples(Organisation.select(Organisation.id, Organisation.code))
        if key in names and (mine is None or key in mine)
    }
    return dict(sorted(found.items(), key=lambda named: named[1].casefold()))


def teams(language: str, mine: frozenset[int] | None) -> dict[str, tuple[str, str]]:
    """The teams of those organisations by code, each with its organisation's code."""
    names = team_names(language)
    rows = tuples(
        Team.select(Team.id, Team.code, Organisation.code, Organisation.id).join(
            Organisation
        )
    )
    found = {
        code: (names[key][0], organisation)
        for key, code, organisation, organisation_id in rows
        if key in names and (mine is None or organisation_id in mine)
    }
    return dict(sorted(found.items(), key=lambda named: named[1][0].casefold()))


def place_names(language: str) -> dict[str, str]:
    """What every place is called, by its slug."""
    named = {where.slug: where.name for where in places(language).values()}
    return dict(sorted(named.items(), key=lambda pair: pair[1].casefold()))
