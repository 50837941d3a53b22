"""Whose cards somebody keeps."""

from typing import Any

from peewee import Expression

from portal.accounts.models import User
from portal.directory.models import Organisation, Service, Team
from portal.permissions import EVERYWHERE, Role

SEE_ALL = {Role.COORDINATOR, Role.ADMINISTRATOR}


def organisations_of(user: User) -> frozenset[int] | None:
    """The organisations whose cards this person keeps, by id; None means all."""
    everything = EVERYWHERE in user.organisations or SEE_ALL & user.roles
    return None if everything else user.organisations


def kept(mine: frozenset[int] | None, team: str = "", organisation: str = "") -> Any:
    """Services that somebody keeps, of a team or an organisation by its code."""
    condition: Any = Expression(1, "=", 1) if mine is None else _in(mine)
    if team:
        codes = Team.select(Team.id).where(Team.code == team)
        condition &= Service.team.in_(codes)
    if organisation:
        owners = Organisation.select(Organisation.id).where(
            Organisation.code == organisation
        )
        condition &= Service.organisation.in_(owners)
    return condition


def _in(mine: frozenset[int]) -> Any:
    return Service.organisation.in_(sorted(mine))
