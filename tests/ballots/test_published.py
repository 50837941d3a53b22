"""Whoever has every page and every file of a workshop's votes, and adds and subtracts
all that stands in them, learns of no handful."""

import csv
import re
from io import StringIO

import pytest
from flask.testing import FlaskClient
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from portal.accounts.models import Voice
from portal.ballots.models import Poll
from portal.ballots.published import Question, list_of
from portal.ballots.sealing import Content
from portal.ballots.tallies import Method, Option, Settings
from portal.db import database
from portal.workshops.labels import VOICES
from portal.workshops.models import Phase
from tests.ballots.attacker import Attacker
from tests.ballots.closed import make_closed
from tests.factories import make_participant, make_workshop
from tests.workshops.pages import soup

pytestmark = pytest.mark.one_engine

HANDFUL = range(1, 5)
SMALL = st.one_of(st.integers(0, 7), st.integers(0, 30))


@st.composite
def evenings(draw):
    """Members by voice; for each vote how many of each voice say yes to the first
    option, to the second, and how many stay away."""
    members = {voice: draw(SMALL) for voice in Voice}
    votes = []
    for _vote in range(draw(st.integers(1, 2))):
        away = {v: draw(st.integers(0, min(n, 3))) for v, n in members.items()}
        yes = {v: draw(st.integers(0, n - away[v])) for v, n in members.items()}
        votes.append((away, yes))
    return members, votes


@settings(max_examples=12, suppress_health_check=list(HealthCheck))
@given(evening=evenings())
def test_everything_published_together_tells_of_no_handful(client, evening):
    members, votes = evening
    assume(sum(map(bool, members.values())) > 1)
    with database.atomic() as changes:
        polls = play(members, votes)
        attacker = Attacker()
        attacker.learn([("member", v) for v in Voice], sum(members.values()))
        for poll in polls:
            read_everything(attacker, client, poll)
        changes.rollback()

    attacker.conclude()

    for poll, (away, yes) in zip(polls, votes, strict=True):
        told = attacker.told[poll.id]
        for voice in Voice:
            assert unsure(attacker, (poll.id, "away", voice))
            if voice in told:
                continue
            assert unsure(attacker, (poll.id, "voters", voice))
            voted = members[voice] - away[voice]
            rest = sum(members[v] - away[v] for v in Voice if v not in told)
            of_one_mind = sum(yes[v] for v in Voice if v not in told) in {0, rest}
            if voted in HANDFUL and not of_one_mind:
                low, high = attacker.bounds((poll.id, "yes", voice))
                assert low < high


def unsure(attacker: Attacker, part: object) -> bool:
    low, high = attacker.bounds(part)
    return low < high or low not in HANDFUL


def play(members, votes) -> list[Poll]:
    """The votes of one workshop, closed one after another; all who took part sit in
    it with their voices."""
    workshop = make_workshop(Phase.ANSWER)
    for voice, number in members.items():
        for _person in range(number):
            make_participant(workshop, voice)
    return [
        make_closed(
            workshop,
            *[
                ([0] if n < yes[voice] else [1], voice.value)
                for voice in Voice
                for n in range(members[voice] - away[voice])
            ],
            electors=sum(members.values()),
        )
        for away, yes in votes
    ]


def read_everything(attacker: Attacker, client: FlaskClient, poll: Poll) -> None:
    address = f"/en/polls/{poll.id}"
    document = client.get(f"{address}/result.json").get_json()
    for what in ("voters", "yes"):
        total = [(poll.id, what, voice) for voice in Voice]
        attacker.learn(total, totals(document, poll)[what])
    for voice in Voice:
        voters = (poll.id, "voters", voice)
        attacker.learn([voters, (poll.id, "away", voice)], ("member", voice))
        attacker.learn([(poll.id, "yes", voice), (poll.id, "no", voice)], voters)
    by_voice = figures_in(document)
    assert by_voice == in_table(client.get(f"{address}/result.csv").text)
    assert voters_of(by_voice) == on_page(client.get(f"{address}?all=1"))
    for voice, (voters, yes) in by_voice.items():
        attacker.learn([(poll.id, "voters", voice)], voters)
        attacker.learn([(poll.id, "yes", voice)], yes)
    attacker.told[poll.id] = set(by_voice)


def totals(document, poll) -> dict[str, int]:
    """What is told of all; of a handful, only what won."""
    count = document["ballots"]
    if count < len(HANDFUL) + 1:
        return {"voters": count, "yes": (poll.id, "yes of all")}
    (first,) = [one for one in document["options"] if one["id"] == first_of(document)]
    return {"voters": count, "yes": first["figures"]["approvals"]}


def first_of(document) -> int:
    return min(one["id"] for one in document["options"])


def figures_in(document) -> dict[Voice, tuple[int, int]]:
    first = str(first_of(document)) if document["options"] else ""
    return {
        Voice(name): (told["ballots"], told["figures"][first]["approvals"])
        for name, told in document.get("voices", {}).items()
    }


def in_table(text: str) -> dict[Voice, tuple[int, int]]:
    header, *rows = csv.reader(StringIO(text.removeprefix("\ufeff")), delimiter=";")
    first = min(rows, key=lambda row: int(row[1]), default=[])
    found = {}
    for column, title in enumerate(header):
        if told := re.fullmatch(r"(.+) \((\d+)\): Approvals", title):
            voice = next(v for v in Voice if str(VOICES[v]) == told[1])
            found[voice] = int(told[2]), int(first[column])
    return found


def on_page(page) -> dict[Voice, int]:
    heads = soup(page).select("table.votes thead th:has(.role)")
    return {
        next(v for v in Voice if str(VOICES[v]) == head.select_one(".role").text): int(
            head.select_one(".unknown").text.split()[0]
        )
        for head in heads
    }


def voters_of(by_voice) -> dict[Voice, int]:
    return {voice: voters for voice, (voters, _yes) in by_voice.items()}


def test_page_and_files_come_from_what_was_fixed_at_the_close(client) -> None:
    """Who joins, leaves or is of another voice afterwards changes nothing."""
    workshop = make_workshop(Phase.ANSWER)
    said = [*[([0], "resident")] * 9, *[([1], "staff")] * 8, *[([0], "expert")] * 2]
    poll = make_closed(workshop, *said)
    files = ("", "?all=1", "/result.csv", "/result.json", "/ballots", "/ballots.json")
    before = [client.get(f"/en/polls/{poll.id}{file}").text for file in files]

    for voice in Voice:
        make_participant(workshop, voice)
    after = [client.get(f"/en/polls/{poll.id}{file}").text for file in files]

    assert after == before


@pytest.mark.no_database
@pytest.mark.parametrize("count", [2, 20])
def test_list_does_not_tell_the_order_in_which_a_voter_saw_the_options(count) -> None:
    question = Question(
        1, Method.RANKING, [Option(n) for n in (3, 260, 515)], Settings()
    )
    orders = ([[3], [260, 515]], [[3], [515, 260]])

    listed = [
        list_of(
            question,
            [Content(order, "staff", "web", f"R{n:02}") for n in range(count)],
        )
        for order in orders
    ]

    assert listed[0] == listed[1]
