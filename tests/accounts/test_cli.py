import pytest

from portal.accounts.models import Grant, User, Voice
from portal.permissions import EVERYWHERE, Role
from tests.factories import make_team, make_user

ANSWERS = "A long enough password\n" * 2


def add(app, *words):
    words = ("people", "add", "partner@verstas.example", "--name", "Pia", *words)
    return app.test_cli_runner().invoke(args=words, input=ANSWERS)


def grants():
    return list(Grant.select(Grant.role, Grant.organisation).tuples())


def test_roles_are_held_for_the_organisation_that_is_told(app):
    organisation = make_team().organisation
    code = organisation.code

    done = add(app, "--role", "editor", "--organisation", code, "--voice", "partner")

    assert done.exit_code == 0, done.output
    assert grants() == [(Role.EDITOR, organisation.id)]
    assert User.get().voice is Voice.PARTNER


def test_roles_are_held_everywhere_if_none_is_told(app):
    add(app, "--role", "editor")

    assert grants() == [(Role.EDITOR, EVERYWHERE)]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--organisation", "none-such"], "There is no organisation none-such."),
        ([], "has an account already."),
    ],
)
def test_account_that_cannot_be_made_is_refused(app, words, said):
    if not words:
        make_user(email="partner@verstas.example")

    done = add(app, *words)

    assert (done.exit_code, said in done.output) == (2, True)
    assert User.select().count() == (0 if words else 1)
