"""A site tells by its link."""

import pytest

from portal.pilots import entry_links
from portal.pilots.actions.sites import end_link
from portal.pilots.models import PilotState, SiteEntry, Unit
from tests.pilots.things import make_measure, make_pilot, measure_of, site_of, told
from tests.workshops.pages import one, texts


@pytest.fixture
def pilot():
    return make_pilot(measures=[make_measure(unit=Unit.SHARE)])


def link(app, pilot, edition: int = 1) -> str:
    with app.app_context():
        token = entry_links.signed(site_of(pilot).id, pilot.id, edition)
    return f"/en/pilots/entries/{token}"


def sheet(pilot, n: object, total: object, seen: int = 0) -> dict[str, object]:
    key = f"m{measure_of(pilot).id}"
    return {f"{key}-n": n, f"{key}-total": total, f"{key}-seen": seen}


def period(pilot) -> str:
    return f"?period={pilot.starts_on.isoformat()}"


def stored() -> list[tuple[int, int, int]]:
    return [(row.n, int(row.total), row.edition) for row in SiteEntry.select()]


def test_figures_are_told_and_corrected(app, client, pilot):
    at = link(app, pilot)

    sent = client.post(at + period(pilot), data=sheet(pilot, 12, 4))
    page = client.get(sent.location)
    client.post(at + period(pilot), data=sheet(pilot, 13, 5, seen=1))

    assert (sent.status_code, stored()) == (303, [(13, 5, 2)])
    assert "Saved. Thank you" in page.text
    assert one(page, "input[inputmode=numeric]")["value"] == "12"


@pytest.mark.parametrize(
    ("n", "total", "why"),
    [
        ("4", "5", "You told of 4 people. No more than that can be so."),
        ("-4", "1", "Write a whole number, like 12"),
        ("4.5", "1", "Write a whole number, like 12"),
        ("12", "1.5", "Write a whole number, like 12"),
        ("12", "-1", "Write a number, like 12 or 2.5"),
        ("", "3", "Tell of how many people it is"),
        ("12", "", "Write the figure too; 0 if there were none"),
        ("999999", "1", "That is more people than live here"),
        ("many", "few", "Write a whole number, like 12"),
    ],
)
def test_figures_that_do_not_add_up_come_back(app, client, pilot, n, total, why):  # noqa: PLR0917
    page = client.post(link(app, pilot) + period(pilot), data=sheet(pilot, n, total))

    assert (page.status_code, stored()) == (422, [])
    assert why in page.text
    assert [
        field["value"]
        for field in (
            one(page, "input[inputmode=numeric]"),
            one(page, "input[inputmode=decimal]"),
        )
    ] == [n, total]


def test_few_are_taken_and_the_form_says_they_are_not_shown(app, client, pilot):
    page = client.get(link(app, pilot))
    client.post(link(app, pilot) + period(pilot), data=sheet(pilot, 3, 1))

    assert "fewer than five people are kept but never shown by themselves" in page.text
    assert stored() == [(3, 1, 1)]


@pytest.mark.parametrize("when", ["2019-01-07", "2999-01-07", "soon", ""])
def test_period_that_is_none_is_not_found(app, client, pilot, when):
    at = f"{link(app, pilot)}?period={when}"

    assert client.get(at).status_code == 404
    assert client.post(at, data=sheet(pilot, 9, 1)).status_code == 404
    assert stored() == []


def test_two_with_one_link_see_each_other(app, client, pilot):
    told(pilot, (20, 10))

    met = client.post(link(app, pilot) + period(pilot), data=sheet(pilot, 8, 3))
    again = {
        field["name"]: field["value"]
        for field in [
            one(met, "input[inputmode=numeric]"),
            one(met, "input[inputmode=decimal]"),
            one(met, "form input[type=hidden]"),
        ]
    }
    client.post(link(app, pilot) + period(pilot), data=again)

    assert met.status_code == 409
    assert texts(met, ".held b") == ["20", "10"]
    assert stored() == [(8, 3, 2)]


def test_what_was_told_is_not_taken_back_to_nothing(app, client, pilot):
    told(pilot, (20, 10))

    page = client.post(link(app, pilot) + period(pilot), data=sheet(pilot, "", "", 1))

    assert page.status_code == 422
    assert "You told this before. Write 0 if it was none" in page.text


def test_ended_link_shows_nothing_of_the_pilot(app, client, pilot):
    at = link(app, pilot)
    end_link(site_of(pilot).id, 1)

    page = client.get(at)
    name = pilot.texts.get().name

    assert page.status_code == 410
    assert name not in page.text
    assert client.post(at + period(pilot), data=sheet(pilot, 9, 1)).status_code == 409
    assert client.get(link(app, pilot, edition=2)).status_code == 200


def test_pilot_that_is_over_gives_back_what_was_written(app, client):
    pilot = make_pilot(state=PilotState.NOT_SELECTED)

    page = client.post(link(app, pilot) + period(pilot), data=sheet(pilot, 17, 3))

    assert page.status_code == 409
    assert texts(page, "li b") == ["17", "3"]
    assert stored() == []


def test_forged_link_is_not_found(client):
    assert client.get("/en/pilots/entries/WzEsMSwxXQ.forged").status_code == 404


def test_link_is_neither_kept_nor_listed(app, client, pilot):
    page = client.get(link(app, pilot))

    assert page.headers["Cache-Control"] == "no-store"
    assert page.headers["X-Robots-Tag"] == "noindex"


def test_first_period_of_which_nothing_was_told_opens(app, client, pilot):
    told(pilot, (20, 10))

    page = client.get(link(app, pilot))

    assert texts(page, "nav li a[aria-current=true]") == texts(page, "nav li a")[-2:-1]


def test_questions_are_on_paper_too(app, client, pilot):
    page = client.get(link(app, pilot) + "/sheet")

    assert "Times told" in page.text
    assert "For how many of them was it so?" in page.text
