"""The scripts that people take along count what the portal counts."""

import json
import subprocess
import sys
from hashlib import sha256

import pytest

from portal.ballots.published import Question, list_of
from portal.ballots.recounts import script
from portal.ballots.sealing import Content
from portal.ballots.tallies import Method, Option, Settings, tally

pytestmark = pytest.mark.no_database

OPTIONS = [Option(3, 40), Option(5, 50), Option(8, 30, withdrawn=True), Option(9, 0)]
SAID = {
    Method.APPROVAL: [[3], [3, 5], [8], [5, 9], [3, 8]],
    Method.DOTS: [{3: 2, 5: 1}, {5: 1}, {8: 3}, {9: 2, 5: 1}],
    Method.SCORE: [{3: 5, 5: 0}, {5: 4, 8: 5}, {9: 5}],
    Method.RANKING: [
        *[[[3], [5], [9]]] * 4,
        *[[[5], [9], [3]]] * 3,
        *[[[9], [3, 8], [5]]] * 2,
        [[8]],
    ],
    Method.CONSENT: [
        {3: "agree", 5: "object", 9: "concern"},
        {3: "agree", 5: "agree", 9: "agree"},
        {8: "object"},
    ],
    Method.BUDGET: [*[[3, 9]] * 5, *[[5]] * 4, *[[3, 5, 8]] * 2, [8]],
}
KEY_FIGURE = {
    Method.APPROVAL: "{approvals}",
    Method.DOTS: "{dots}",
    Method.SCORE: "{points}",
    Method.RANKING: "is beaten by {beaten_by}",
    Method.CONSENT: (
        "agree={agree} agree-if={agree_if} concern={concern} object={object}"
    ),
    Method.BUDGET: "{supporters}",
}


def run(method: Method, said: list, folder) -> tuple[list[str], list[str]]:
    """What the script prints of these ballots, and what the portal says."""
    settings = Settings(budget=100)
    question = Question(1, method, OPTIONS, settings)
    listed = list_of(
        question,
        [Content(choice, "staff", "web", f"R{n}") for n, choice in enumerate(said)],
    )
    (folder / "ballots.json").write_text(listed, encoding="utf-8")
    (folder / "recount.py").write_text(script(method), encoding="utf-8")
    printed = subprocess.run(
        [sys.executable, "-I", "recount.py", "ballots.json"],
        cwd=folder,
        check=True,
        capture_output=True,
        text=True,
        timeout=60,
    ).stdout.splitlines()
    told = tally(method, said, OPTIONS, settings)
    expected = [
        f"SHA-256 {sha256(listed.encode()).hexdigest()}",
        f"ballots {len(said)}",
        *(
            f"option {row.option} {KEY_FIGURE[method].format(**row.figures)}"
            for row in told.rows
        ),
        " ".join(["winners", *map(str, told.winners)]),
    ]
    return printed, expected


@pytest.mark.parametrize("method", list(Method))
@pytest.mark.parametrize("nobody", [False, True])
def test_script_counts_as_the_portal_does(method, nobody, tmp_path) -> None:
    printed, expected = run(method, [] if nobody else SAID[method], tmp_path)

    assert printed[:2] == expected[:2]
    assert sorted(printed[2:-1]) == sorted(expected[2:-1])
    assert printed[-1] == expected[-1]


@pytest.mark.parametrize("method", list(Method))
def test_script_is_short_and_needs_nothing_else(method) -> None:
    lines = script(method).splitlines()
    imported = {line.split()[1] for line in lines if line[:5] in {"from ", "impor"}}

    assert len(lines) <= (60 if method is Method.BUDGET else 30)
    assert imported <= {"fractions", "hashlib", "itertools", "json", "pathlib", "sys"}


def test_list_that_was_changed_has_another_fingerprint(tmp_path) -> None:
    run(Method.APPROVAL, SAID[Method.APPROVAL], tmp_path)
    path = tmp_path / "ballots.json"
    held = json.loads(path.read_text(encoding="utf-8"))
    before = sha256(path.read_bytes()).hexdigest()

    path.write_text(json.dumps(held | {"ballots": held["ballots"][1:]}))
    printed = subprocess.run(
        [sys.executable, "-I", "recount.py", "ballots.json"],
        cwd=tmp_path,
        check=True,
        capture_output=True,
        text=True,
        timeout=60,
    ).stdout

    assert before not in printed
