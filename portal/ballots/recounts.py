"""Short scripts in plain Python by which anybody counts the list of ballots again,
without this portal."""

from functools import cache
from pathlib import Path

from portal.ballots.tallies import Method

FOLDER = Path(__file__).parent / "recount"
NAMES = {
    Method.APPROVAL: "sums",
    Method.DOTS: "sums",
    Method.SCORE: "sums",
    Method.RANKING: "ranking",
    Method.CONSENT: "consent",
    Method.BUDGET: "budget",
}


@cache
def script(method: Method) -> str:
    return (FOLDER / f"{NAMES[method]}.py").read_text(encoding="utf-8")
