"""Half a year's reports, counted once."""

from datetime import date, datetime

import pytest
from playhouse.test_utils import count_queries

from portal.db import now, today
from portal.reports.actions.digests import keep_halves
from portal.reports.actions.gathering import take_out
from portal.reports.actions.phenomena import set_public
from portal.reports.actions.progress import set_progress
from portal.reports.models import (
    Digest,
    Phenomenon,
    PhenomenonStep,
    Progress,
    Report,
)
from portal.reports.queries.digests import Half, digest, half_of
from tests.factories import make_team
from tests.reports.gathered import make_phenomenon, make_reports, put_in

BEFORE = half_of(today()).before


def earlier() -> datetime:
    return datetime.combine(BEFORE.last, now().time())


def make_earlier(reports: int) -> Phenomenon:
    """A phenomenon of the half year before this one."""
    one = make_phenomenon("Of long ago")
    Phenomenon.update(made_at=earlier()).where(Phenomenon.id == one.id).execute()
    put_in(one, make_reports(reports, received_at=earlier(), area="harju"))
    return one


def test_halves_follow_each_other():
    assert half_of(date(2026, 6, 30)) == Half(2026, 1)
    assert half_of(date(2026, 7, 1)) == Half(2026, 2)
    assert Half(2026, 1).before == Half(2025, 2)
    assert (Half(2026, 2).first, Half(2026, 2).last) == (
        date(2026, 7, 1),
        date(2026, 12, 31),
    )


def test_only_half_years_that_are_over_are_kept_and_once():
    make_earlier(6)

    assert keep_halves() == [BEFORE]
    assert keep_halves() == []


def test_without_phenomena_nothing_is_kept():
    assert keep_halves() == []


def test_figures_stay_as_they_were_counted():
    one = make_earlier(6)
    keep_halves()
    ids = [row.id for row in Report.select()]

    take_out(ids, one.id, by=None, batch="out")
    put_in(make_phenomenon("Later"), make_reports(9))

    [told] = digest(BEFORE).told
    assert (told.reports, told.figures.reports) == (5, 5)
    assert digest(BEFORE).counted_on == today()


def test_what_is_no_longer_public_is_left_out_and_said(client):
    one = make_earlier(6)
    keep_halves()
    set_public(one.id, wanted=False)

    page = client.get(f"/en/reports/digests/{BEFORE.name}")

    assert "Of long ago" not in page.text
    assert "1 phenomenon of this half year is no longer public" in page.text


def test_page_and_file_tell_the_same(client):
    make_earlier(6)
    keep_halves()

    page = client.get(f"/en/reports/digests/{BEFORE.name}").text
    sheet = client.get(f"/en/reports/digests/{BEFORE.name}.csv").text

    assert "Of long ago" in page
    assert "Harju" in page
    assert f"Of long ago;Gathered;5;Municipality;Harju;5;{today()}" in sheet


def test_what_was_answered_is_told_with_its_words(client):
    one = make_phenomenon("Of long ago", **{"text/en/answer": "We open on Saturdays."})
    set_progress(one.id, Progress.TAKEN_UP, by=None, team=make_team().id)
    set_progress(one.id, Progress.ANSWERED, by=None)
    Phenomenon.update(made_at=earlier()).where(Phenomenon.id == one.id).execute()
    PhenomenonStep.update(on=BEFORE.last).execute()
    keep_halves()

    page = client.get(f"/en/reports/digests/{BEFORE.name}").text

    assert "We open on Saturdays." in page


@pytest.mark.parametrize("count", [1, 3])
def test_page_asks_as_often_however_many_phenomena(client, count):
    for _ in range(count):
        make_earlier(6)
    keep_halves()
    path = f"/en/reports/digests/{BEFORE.name}"
    client.get("/en/reports")

    with count_queries() as asked:
        client.get(path)
    with count_queries() as listed:
        client.get("/en/reports/digests")

    # Versions (1), the half year (1), all half years (1); phenomena are remembered.
    assert (asked.count, listed.count) == (3, 2)


@pytest.mark.parametrize("half", ["2019-1", "2026-3", "soon"])
def test_half_years_that_were_not_counted_are_not_there(client, half):
    assert client.get(f"/en/reports/digests/{half}").status_code == 404


def test_all_half_years_stand_in_a_list(client):
    make_earlier(0)
    keep_halves()

    assert (
        f"/en/reports/digests/{BEFORE.name}" in client.get("/en/reports/digests").text
    )
    assert Digest.select().count() == 1
