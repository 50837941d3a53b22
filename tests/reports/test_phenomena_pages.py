"""What everybody reads of phenomena, and what only those who keep them do."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from playhouse.test_utils import count_queries

from portal.db import today
from portal.permissions import Role
from portal.reports.actions.gathering import join
from portal.reports.actions.phenomena import set_public
from portal.reports.actions.progress import set_progress
from portal.reports.models import Phenomenon, Progress
from portal.reports.queries.phenomena import Share, public, share
from portal.search.queries import matching
from tests.factories import make_team, make_user, sign_in
from tests.reports.gathered import make_phenomenon, make_reports, put_in

ANSWER = {"text/en/answer": "We open on Saturdays."}


def main(response):
    return BeautifulSoup(response.text, "html.parser").main


def text(response):
    return " ".join(main(response).text.split())


def taken_up(title: str, days_ago: int, due_in: int = 90, **told) -> Phenomenon:
    one, team = make_phenomenon(title, **told), make_team(en="Bus team")
    on = today() - timedelta(days_ago)
    set_progress(
        one.id,
        Progress.TAKEN_UP,
        by=None,
        team=team.id,
        on=on,
        due_on=on + timedelta(due_in),
    )
    return one


@pytest.mark.parametrize("count", [1, 3])
def test_list_asks_as_often_whatever_its_length(client, count):
    for _ in range(count):
        make_phenomenon(reports=5)
    client.get("/en/reports")

    with count_queries() as kept:
        page = client.get("/en/reports")
    with count_queries() as narrowed:
        client.get("/en/reports?progress=gathered")

    # The versions (1); narrowed from memory, with the half years (2).
    assert (kept.count, narrowed.count) == (1, 2)
    assert len(main(page).select(".rows h3")) == count


@pytest.mark.parametrize("count", [1, 3])
def test_page_asks_as_often_whatever_it_tells(client, count):
    one = make_phenomenon(**ANSWER)
    put_in(one, make_reports(5 * count))
    for progress in list(Progress)[1 : count - 1]:
        set_progress(one.id, progress, by=None, team=make_team().id)
    client.get("/en/reports")

    with count_queries() as asked:
        client.get(f"/en/phenomena/{one.slug}")

    # Versions (1), itself (1), its row, figures and texts (3), the answer (1), the
    # steps (1), its threads (1).
    assert asked.count == 8


def test_list_tells_late_ones_by_name_and_narrows(client):
    taken_up("The bus is gone", 100, due_in=90)
    housing, area = {"need": "housing"}, {"area": "niemi"}
    put_in(make_phenomenon("No homes"), make_reports(5, **housing, **area))
    put_in(make_phenomenon("Few homes"), make_reports(4, **housing, **area))

    page = client.get("/en/reports")
    homes = client.get("/en/reports?need=housing&area=niemi")
    strange = client.get("/en/reports?need=nothing&progress=sideways")

    late = main(page).select_one("aside")
    assert "The bus is gone" in late.text
    assert "Bus team" in late.text
    assert [h.text for h in main(homes).select("#results h3")] == ["No homes"]
    assert len(main(strange).select("#results h3")) == 3


def test_share_counts_those_whose_90_days_are_over(client):
    in_time = taken_up("In time", 100, **ANSWER)
    on = today() - timedelta(20)
    set_progress(in_time.id, Progress.ANSWERED, by=None, on=on)
    late = taken_up("Late", 200, **ANSWER)
    set_progress(late.id, Progress.ANSWERED, by=None, on=on)
    taken_up("The last day of its 90", 90)

    assert share(public(), today()) == Share(2, 1)
    assert "50 % 1 of 2 phenomena" in text(client.get("/en/reports"))


def test_a_phenomenon_that_is_not_public_is_not_there(client, app):
    one = make_phenomenon("Hidden", public=False)

    assert client.get(f"/en/phenomena/{one.slug}").status_code == 404
    assert client.get(f"/en/phenomena/{one.slug}.csv").status_code == 404
    assert "Hidden" not in client.get("/en/reports").text
    assert matching("phenomenon", "hidden", 5, "en") == []
    keeper = sign_in(app, make_user(Role.COORDINATOR))
    assert "Not public yet" in keeper.get(f"/en/phenomena/{one.slug}").text


def test_public_ones_are_found_by_search_and_hidden_ones_no_more():
    one = make_phenomenon("Rent debts")

    found = [name.item_id for name in matching("phenomenon", "rent", 5, "en")]
    set_public(one.id, wanted=False)

    assert found == [one.id]
    assert matching("phenomenon", "rent", 5, "en") == []


def test_joined_ones_lead_to_the_whole(client):
    part, whole = make_phenomenon("Part", reports=1), make_phenomenon("Whole")
    join(part.id, whole.id, by=None, batch="join")

    page = client.get(f"/en/phenomena/{part.slug}")
    sheet = client.get(f"/en/phenomena/{part.slug}.csv")

    assert (page.status_code, page.location) == (303, "/en/phenomena/whole")
    assert sheet.location == "/en/phenomena/whole.csv"
    assert [one.slug for one in public()] == ["whole"]


def test_what_is_not_public_is_not_named_by_what_was_joined_with_it(client, app):
    part = make_phenomenon("Part", reports=1)
    whole = make_phenomenon("Not told yet", public=False)
    join(part.id, whole.id, by=None, batch="join")
    keeper = sign_in(app, make_user(Role.COORDINATOR))

    for path in (f"/en/phenomena/{part.slug}", f"/en/phenomena/{part.slug}.csv"):
        assert client.get(path).status_code == 404
        assert keeper.get(path).status_code == 303


def test_no_report_and_nobody_stands_on_public_pages(client):
    writer = make_user(name="Wendy Writer")
    one = make_phenomenon()
    ids = make_reports(6, seen="Exactly these words", author=writer, area="harju")
    put_in(one, ids)

    pages = [
        client.get(path).text
        for path in (
            "/en/reports",
            f"/en/phenomena/{one.slug}",
            f"/en/phenomena/{one.slug}.csv",
        )
    ]

    assert not any("Exactly these" in page or "Wendy" in page for page in pages)
    assert "Harju" in pages[1]


def test_file_tells_what_the_page_does(client):
    one = make_phenomenon()
    put_in(one, make_reports(7, area="harju"))

    sheet = client.get(f"/en/phenomena/{one.slug}.csv").text

    day = today().isoformat()
    assert f"In all;;5;{day}" in sheet
    assert f"Municipality;Harju;5;{day}" in sheet


def test_steps_and_what_is_ahead(client):
    one = taken_up("The bus", 10)

    steps = main(client.get(f"/en/phenomena/{one.slug}")).select("ol.line li")

    assert [step.get("class") == ["is-next"] for step in steps] == [
        False,
        False,
        True,
        True,
        True,
    ]


def test_words_in_another_language_say_so(client):
    one = make_phenomenon("", **{"text/fi/title": "Bussi ei kulje"})

    page = main(client.get(f"/en/phenomena/{one.slug}"))

    assert page.h1["lang"] == "fi"
    assert "Only in Finnish" in page.text
