"""Inviting people to a workshop, each with a code of their own."""

import hmac
from dataclasses import dataclass

from portal.db import bump, database
from portal.workshops.codes import ALPHABET, INVITATION_LENGTH, cleaned, in_groups
from portal.workshops.models import Invitation, Workshop
from portal.workshops.queries import digest
from portal.workshops.queries.people import PEOPLE


@dataclass(frozen=True)
class Invited:
    """An invitation as it is printed once."""

    label: str
    code: str


def invite(
    workshop: Workshop, labels: list[str], *, secret: str, submission: str
) -> list[Invited]:
    """One invitation for each label. The codes follow from the secret and the form
    they were asked by: the same form sent twice makes the same invitations, and with
    other labels others."""
    form = f"{workshop.id}:{submission}"
    made = [
        Invited(label, invitation_code(secret, f"{form}:{number}:{label}"))
        for number, label in enumerate(labels)
    ]
    with database.atomic():
        bump(PEOPLE)
        Invitation.insert_many(
            [
                {
                    "workshop": workshop,
                    "code_digest": digest(cleaned(one.code)),
                    "label": one.label,
                }
                for one in made
            ]
        ).on_conflict_ignore().execute()
    return made


def withdraw(workshop: Workshop, invitation_id: int) -> bool:
    """Take back an invitation; one that is used stays, and False says so."""
    unused = (
        (Invitation.id == invitation_id)
        & (Invitation.workshop == workshop.id)
        & Invitation.used_at.is_null()
    )
    return bool(Invitation.delete().where(unused).execute())


def invitation_code(secret: str, name: str) -> str:
    drawn = hmac.digest(secret.encode(), f"invitation:{name}".encode(), "sha256")
    number = int.from_bytes(drawn)
    signs = []
    for _sign in range(INVITATION_LENGTH):
        number, place = divmod(number, len(ALPHABET))
        signs.append(ALPHABET[place])
    return in_groups("".join(signs))
