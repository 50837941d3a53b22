"""Commands: `flask people …`."""

import click
from flask.cli import AppGroup

from portal.accounts.actions import create_user
from portal.accounts.models import Voice
from portal.accounts.organisations import by_code
from portal.accounts.passwords import SHORTEST_PASSWORD
from portal.accounts.queries import by_email
from portal.db import database
from portal.i18n import LANGUAGES
from portal.permissions import EVERYWHERE, Role

ROLES = [role.value for role in Role]
VOICES = [voice.value for voice in Voice]

people = AppGroup("people", help="Make accounts.")


@people.command()
@click.argument("email")
@click.option("--name", prompt=True)
@click.option("--role", "roles", multiple=True, type=click.Choice(ROLES))
@click.option(
    "--organisation",
    metavar="CODE",
    help="The one organisation the roles are held for. Without it: all of them.",
)
@click.option("--voice", type=click.Choice(VOICES), default=Voice.STAFF.value)
@click.option("--language", type=click.Choice(list(LANGUAGES)), default="fi")
@click.password_option()
def add(  # noqa: PLR0913, PLR0917  one argument is one option
    email: str,
    name: str,
    roles: tuple[str, ...],
    organisation: str | None,
    voice: str,
    language: str,
    password: str,
) -> None:
    """Make an account for EMAIL."""
    if len(password) < SHORTEST_PASSWORD:
        raise click.BadParameter(f"The password needs {SHORTEST_PASSWORD} characters.")
    with database.connection_context():
        if by_email(email):
            raise click.BadParameter(f"{email} has an account already.")
        held_for = by_code(organisation) if organisation else EVERYWHERE
        if held_for is None:
            raise click.BadParameter(f"There is no organisation {organisation}.")
        create_user(
            email=email,
            name=name,
            password=password,
            language=language,
            voice=Voice(voice),
            roles=[Role(role) for role in roles],
            organisation=held_for,
        )
    click.echo(f"{email} can sign in.")
