"""The public page of what moderation does in a year."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from playhouse.test_utils import count_queries

from portal.db import now, today
from portal.moderation.actions import decide
from portal.moderation.actions.deciding import Ruling
from portal.moderation.models import Case, Cause, Decision
from portal.moderation.queries import log
from portal.moderation.queries import tally as queries
from portal.permissions import Role
from portal.proposals.models import State
from tests.factories import make_proposal, make_user, make_workshop
from tests.moderation.pages import case_of

LAST_YEAR = today().year - 1


@pytest.fixture(autouse=True)
def afresh():
    queries.counted.cache_clear()
    queries.first_year.cache_clear()
    yield
    queries.counted.cache_clear()
    queries.first_year.cache_clear()


def decided_last_year(count, decision=Decision.PUBLISH):
    at = now().replace(year=LAST_YEAR, month=3, day=10)
    for _ in range(count):
        Case.create(
            kind="proposal",
            item_id=1,
            cause=Cause.WRITTEN,
            language="sv",
            opened_at=at - timedelta(hours=30),
            decided_at=at,
            decision=decision,
        )


def test_page_tells_totals_times_and_what_is_not_told(client):
    decided_last_year(12)
    decided_last_year(3, Decision.RETURN)
    decided_last_year(2, Decision.HIDE)

    page = client.get(f"/en/about/moderation?year={LAST_YEAR}")

    soup = BeautifulSoup(page.data, "html.parser")
    part = soup.select_one("section[aria-labelledby=written]")
    assert [dd.text for dd in part.select("dd")] == ["17", "30 hours", "30 hours"]
    cells = [td.text.strip() for td in part.select("table")[0].select("td")]
    assert cells == ["12", "not told", "not told"]
    assert "Fewer than five" in soup.select_one("section[aria-labelledby=flagged]").text


def test_page_prints_the_head_of_the_log(client):
    make_proposal(make_workshop())
    lines, head = log.head()

    page = client.get("/en/about/moderation")

    soup = BeautifulSoup(page.data, "html.parser")
    assert soup.select_one("code.digest").text == head
    assert f"{lines} line" in page.text


def test_page_takes_three_statements_and_then_one(client):
    with count_queries() as cold:
        client.get("/en/about/moderation")
    with count_queries() as warm:
        client.get("/en/about/moderation")

    # The first decision, the decisions of the year, the last line of the log.
    assert cold.count == 3
    assert warm.count == 1


def test_csv_tells_the_same(client):
    decided_last_year(12)
    decided_last_year(3, Decision.RETURN)
    decided_last_year(2, Decision.HIDE)

    text = client.get(f"/en/about/moderation.csv?year={LAST_YEAR}").text

    begin = f"{LAST_YEAR};{LAST_YEAR}-12-31;Texts that waited for a moderator"
    lines = text.splitlines()
    assert lines[0] == "\ufeffYear;Counted through;Why;What;How many"
    assert lines[1:5] == [
        f"{begin};In all;17",
        f"{begin};Half of them within, in hours;30",
        f"{begin};Nine in ten of them within, in hours;30",
        f"{begin};What came of it: Published;12",
    ]
    assert f"{begin};What came of it: Hidden;" in lines


@pytest.mark.parametrize("year", ["1999", "x", "99999999999", "-1", "2²"])
def test_year_that_is_not_told_is_not_found(client, year):
    assert client.get(f"/en/about/moderation?year={year}").status_code == 404


def test_moderators_are_named_on_no_public_page(app, client):
    moderator = make_user(
        Role.MODERATOR, name="Secret Modig", email="m@verstas.example"
    )
    workshop = make_workshop()
    proposal = make_proposal(workshop, state=State.WAITING)
    with app.test_request_context("/en/"):
        decide([case_of(proposal)], moderator, Ruling(Decision.PUBLISH))

    for address in (
        "/en/about/moderation",
        "/en/about/moderation.csv",
        "/en/about/rules",
        "/en/about/rules/versions",
        f"/en/workshops/{workshop.slug}",
        f"/en/workshops/{workshop.slug}/board",
        f"/en/workshops/{workshop.slug}/news?seen=0",
        f"/en/workshops/{workshop.slug}/results",
        f"/en/proposals/{proposal.id}",
        f"/en/flags?kind=proposal&item={proposal.id}",
        "/en/",
    ):
        page = client.get(address)
        assert page.status_code == 200, address
        assert "Modig" not in page.text, address
        assert "m@verstas.example" not in page.text, address
