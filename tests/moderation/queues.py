"""Cases as they wait in the queue of a test, and how the queue shows them."""

from datetime import timedelta

from werkzeug.datastructures import MultiDict

from portal.db import now
from portal.moderation.actions import close_case
from portal.moderation.models import Case
from portal.proposals.models import State
from tests.factories import make_proposal
from tests.moderation.pages import case_of
from tests.workshops.pages import one


def wait(workshop, text="", *, hours=0, author=None, language="en", **fields):
    """The case of a proposal that has waited for so long."""
    proposal = make_proposal(
        workshop, text, state=State.WAITING, author=author, language=language
    )
    case = case_of(proposal)
    values = {"opened_at": now() - timedelta(hours=hours), **fields}
    Case.update(**values).where(Case.id == case.id).execute()
    return Case.get_by_id(case.id)


def public(workshop, text):
    """A proposal on the board, of which nothing waits."""
    proposal = make_proposal(workshop, text)
    close_case("proposal", proposal.id)
    return proposal


def ids(found):
    return [one.case_id for one in found.waiting]


def sent(page, selector, client, **values):
    """Press the button of a form as a browser without scripts does."""
    form = one(page, selector)
    held = [(tag["name"], tag["value"]) for tag in form.select("[type=hidden]")]
    return client.post(form["action"], data=MultiDict([*held, *values.items()]))
