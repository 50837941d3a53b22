"""What is told of a phenomenon, over time and in every place it is told."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from portal.db import database, now
from portal.reports.actions.counting import count_all
from portal.reports.actions.digests import keep_halves
from portal.reports.actions.gathering import join, take_out
from portal.reports.models import Digest, Phenomenon, Report, ReportState
from portal.reports.queries.figures import months, told
from portal.reports.tally import Breakdown
from tests.reports.gathered import make_phenomenon, make_reports, put_in


def reports(one: Phenomenon) -> int:
    found = told([one.id])
    return found[one.id].figures.reports if found else 0


def test_figures_stand_until_five_reports_have_moved():
    one, seen = make_phenomenon(), []

    for _ in range(10):
        put_in(one, make_reports(1))
        seen.append(reports(one))

    assert seen == [0, 0, 0, 0, 5, 5, 5, 5, 5, 10]


def test_places_are_told_from_five_reports_on():
    one = make_phenomenon()

    put_in(one, make_reports(4, area="harju") + make_reports(5, area="niemi"))

    assert told([one.id])[one.id].figures.breakdowns[Breakdown.AREA] == {"niemi": 5}


def test_reports_hidden_or_taken_back_leave_when_all_is_counted():
    one = make_phenomenon(reports=10)
    state = ReportState.WITHDRAWN

    Report.update(state=state).where(Report.phenomenon == one.id).execute()

    assert (reports(one), count_all(), reports(one)) == (10, 1, 0)


def test_moving_there_and_back_counts_as_nothing():
    one, ids = make_phenomenon(), make_reports(6)
    put_in(one, ids)
    take_out(ids[:4], one.id, by=None, batch="out")
    put_in(one, ids[:4])

    put_in(one, make_reports(4))

    assert reports(one) == 5


def test_joined_reports_are_counted_where_they_came():
    part, whole = make_phenomenon(reports=6), make_phenomenon(reports=6)

    join(part.id, whole.id, by=None, batch="join")

    assert (reports(whole), reports(part)) == (10, 0)


def test_months_reach_four_half_years_back():
    day = now().date().replace(year=2026, month=8, day=3)

    assert months(day, None) == ["2026-08"]
    assert months(day, day.replace(month=6)) == ["2026-06", "2026-07", "2026-08"]
    assert months(day, day.replace(year=2019))[0] == "2024-07"


MOVES = st.lists(
    st.tuples(
        st.sampled_from(["in", "in", "in", "out", "hide", "join"]),
        st.integers(1, 3),
        st.sampled_from(["harju", "niemi", "saarela"]),
        st.sampled_from(["money", "housing"]),
    ),
    min_size=4,
    max_size=10,
)


def test_no_two_tellings_differ_by_a_handful(app):
    """Coordinators gather, take out and join, authors take back: after each, all that
    can be read of a phenomenon is as it was, or five reports or more have moved."""
    client = app.test_client()

    @settings(max_examples=10)
    @given(MOVES)
    def hold(moves):
        with database.atomic() as turn:
            follow(client, moves)
            turn.rollback()

    hold()


def follow(client, moves):
    one = make_phenomenon("Watched", public=True)
    was, read = set(), everything(client, one)
    for at, (move, how_many, area, need) in enumerate(moves):
        inside = sorted(members(one))
        if move == "in":
            put_in(one, make_reports(how_many, area=area, need=need))
        elif move == "join":
            other = make_phenomenon("Other")
            put_in(other, make_reports(how_many, area=area))
            join(other.id, one.id, by=None, batch=f"{one.slug}-{at}")
        elif move == "out":
            take_out(inside[:how_many], one.id, by=None, batch=f"{one.slug}-{at}")
        else:
            gone = Report.id.in_(inside[-how_many:])
            Report.update(state=ReportState.HIDDEN).where(gone).execute()
            count_all()
        seen = everything(client, one)
        if seen != read:
            assert len(was ^ members(one)) >= 5
            was, read = members(one), seen
        assert all(int(number) % 5 == 0 for number in re.findall(r"(\d+)\+", seen))


def members(one: Phenomenon) -> set[int]:
    these = (Report.phenomenon == one.id) & (Report.state == ReportState.DE_IDENTIFIED)
    return {row.id for row in Report.select().where(these)}


def everything(client, one: Phenomenon) -> str:
    """The figures on the page, in the file, in the list and in a digest made now."""
    page = client.get(f"/en/phenomena/{one.slug}").text
    figures = page[page.index('id="figures"') :]
    sheet = client.get(f"/en/phenomena/{one.slug}.csv").text
    listed = re.findall(r"at least \d+ reports", client.get("/en/reports").text)
    Digest.delete().execute()
    keep_halves()
    kept = [row.figures for row in Digest.select()]
    return "\n".join([figures, sheet, *listed, *kept])
