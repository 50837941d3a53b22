"""Who comes to a session, who came, and what is paid."""

import pytest
from playhouse.test_utils import count_queries

from portal.accounts.models import Voice
from portal.permissions import Role
from portal.workshops.models import Registration
from tests.factories import make_user, make_workshop, sign_in
from tests.workshops.pages import (
    HTMX,
    errors,
    fields,
    one,
    send,
    soup,
    texts,
    warm,
)
from tests.workshops.sessions import come, make_session, states

pytestmark = pytest.mark.one_engine


@pytest.fixture
def session():
    return make_session(make_workshop(slug="bus"), capacity=4)


@pytest.fixture
def coordinator(app):
    return sign_in(app, make_user(Role.COORDINATOR))


def at(session, ending):
    return f"/en/workshops/bus/sessions/{session.id}/{ending}"


def pressed(page, held):
    states = soup(page).select(f"#person-{held.id} button[aria-pressed=true]")
    return [button["id"] for button in states]


@pytest.mark.parametrize("count", [1, 3])
def test_list_costs_the_same_for_one_and_for_three(coordinator, session, count):
    for number in range(count):
        come(session, f"Person {number}")
    warm()

    with count_queries() as queries:
        page = coordinator.get(at(session, "people"))

    assert len(soup(page).select("ul[aria-labelledby=registered] > li")) == count
    # Id, workshop, versions of vocabulary and team names, texts, areas; sign-in,
    # roles; session, texts, how many come, people; notices.
    assert queries.count == 13


def test_tick_is_set_by_value_and_taken_back(coordinator, session):
    held = come(session)
    page = coordinator.get(at(session, "people"))
    came = one(page, f"#came-{held.id}")["value"]

    pages = [
        coordinator.post(
            at(session, f"people/{held.id}"),
            data={"wanted": wanted},
            follow_redirects=True,
        )
        for wanted in (came, came, "0", "")
    ]

    assert [pressed(page, held) for page in pages] == [
        [f"came-{held.id}"],
        [f"came-{held.id}"],
        [f"absent-{held.id}"],
        [],
    ]
    assert one(pages[0], f"#came-{held.id}")["value"] == ""


def test_tick_on_a_tablet_changes_its_own_row(coordinator, session):
    held = come(session)

    row = coordinator.post(
        at(session, f"people/{held.id}"), data={"wanted": "1"}, headers=HTMX
    )

    assert len(soup(row).select("li")) == 1
    assert pressed(row, held) == [f"came-{held.id}"]


@pytest.mark.parametrize("wanted", ["2", "yes", None])
def test_odd_tick_is_refused(coordinator, session, wanted):
    held = come(session)
    data = {} if wanted is None else {"wanted": wanted}

    answer = coordinator.post(at(session, f"people/{held.id}"), data=data)

    assert answer.status_code == 422


def test_person_of_another_session_is_not_there(coordinator, session):
    other = come(make_session(make_workshop()))

    answer = coordinator.post(at(session, f"people/{other.id}"), data={"wanted": "1"})

    assert answer.status_code == 404
    assert Registration.get_by_id(other.id).attended is None


def test_somebody_is_written_in_and_cancelled_for(coordinator, session):
    page = coordinator.get(at(session, "people"))

    page = send(coordinator, page, "/people", name="Maija", voice="expert")
    question = coordinator.get(one(page, "details a")["href"])
    send(coordinator, question, "/cancellation")

    assert states(session) == {"Maija": "cancelled"}
    again = coordinator.get(at(session, "people"))
    assert texts(again, "details summary") == ["1 has cancelled"]


def test_nameless_person_is_not_written_in(coordinator, session):
    answer = coordinator.post(at(session, "people"), data={"voice": "expert"})

    assert answer.status_code == 422
    assert [where for where, _what in errors(answer)] == ["#name"]


def test_fees_are_for_experts_by_experience_only(coordinator, session):
    expert = come(session, "Kaneli", voice=Voice.EXPERT)
    resident = come(session, "Maija")
    empty = coordinator.get(at(session, "fees"))
    sums = {f"fee_{expert.id}": "50", f"travel_{expert.id}": "12,4"}
    forged = {f"fee_{resident.id}": "99"}

    page = send(coordinator, empty, "/fees", **sums, **forged)

    assert texts(page, "tbody th") == ["Kaneli"]
    assert "Together 62.40 euros" in page.text
    held = Registration.get_by_id(expert.id)
    assert (held.fee, held.travel) == (5000, 1240)
    assert Registration.get_by_id(resident.id).fee == 0
    again = fields(coordinator.get(at(session, "fees")))
    assert again[f"travel_{expert.id}"] == "12.40"


@pytest.mark.parametrize("wrong", ["-5", "1e3", "12.345", "fifty", "99999", "²"])
def test_odd_sum_is_told_and_kept(coordinator, session, wrong):
    expert = come(session, voice=Voice.EXPERT)
    shown = coordinator.get(at(session, "fees"))

    answer = send(coordinator, shown, "/fees", **{f"fee_{expert.id}": wrong})

    assert errors(answer) == [
        (f"#fee_{expert.id}", "Write the sum in euros, such as 50 or 12.40")
    ]
    assert fields(answer)[f"fee_{expert.id}"] == wrong
    assert Registration.get_by_id(expert.id).fee == 0


def test_second_of_two_payers_sees_what_is_saved(coordinator, session):
    expert = come(session, voice=Voice.EXPERT)
    shown = coordinator.get(at(session, "fees"))
    name = f"fee_{expert.id}"

    send(coordinator, shown, "/fees", **{name: "50"})
    stale = send(coordinator, shown, "/fees", **{name: "40"})
    kept = Registration.get_by_id(expert.id).fee
    send(coordinator, stale, "/fees")

    assert "Saved: 50.00" in stale.text
    assert (fields(stale)[name], kept) == ("40", 5000)
    assert Registration.get_by_id(expert.id).fee == 4000


def test_fee_list_is_a_file_that_runs_nothing(coordinator, session):
    come(session, "=1+1", voice=Voice.EXPERT)
    come(session, "Maija")
    day = soup(coordinator.get(at(session, "fees"))).select_one("h1")

    answer = coordinator.get(at(session, "fees.csv"))

    assert day.text == "Fees and travel"
    assert answer.headers["Cache-Control"] == "no-store"
    header, line = answer.text.lstrip("\ufeff").splitlines()
    assert header == ("Session;Date;Name;Came;Fee, euros;Travel, euros;Together, euros")
    date = line.split(";")[1]
    assert line == f"First evening;{date};'=1+1;not known;0.00;0.00;0.00"
