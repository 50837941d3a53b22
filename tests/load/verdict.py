"""The list of ballots held against what was acknowledged."""

import json
from collections import Counter, defaultdict

from portal.ballots.actions.closing import question_of
from portal.ballots.models import Poll, PollState
from portal.ballots.tallies import tally
from portal.db import database
from tests.load.scene import Scene
from tests.load.voters import ATTEMPTS, OK, Try, numbered, ticked


def faults(scene: Scene, tries: list[Try]) -> list[str]:
    """What is wrong with the closed poll; nothing, if no ballot is lost or doubled,
    the last one of each elector counts, and the tally is theirs."""
    with database.connection_context():
        poll = Poll.get_by_id(scene.poll)
        if poll.state is not PollState.CLOSED:
            return ["The poll has not closed."]
        listed = json.loads(poll.ballots)["ballots"]
        counted = tally(
            poll.method,
            [ballot["choice"] for ballot in listed],
            question_of(poll).options,
            question_of(poll).settings,
        )
        in_result = json.loads(poll.result)["ballots"]
    sent_by = defaultdict(list)
    for sent in tries:
        sent_by[sent.elector].append(sent)
    found = defaultdict(list)
    for ballot in listed:
        number = numbered(ballot["choice"], scene.options) - 1
        found[number // ATTEMPTS].append((number % ATTEMPTS, ballot["receipt"]))
    wrong = [
        fault
        for elector in range(len(scene.cookies))
        if (fault := fault_of(sent_by[elector], found[elector]))
    ]
    if in_result != len(listed):
        wrong.append(f"{in_result} ballots in the result, {len(listed)} in the list")
    ours = Counter(
        option
        for elector, ballots in found.items()
        for attempt, _receipt in ballots
        for option in ticked(elector * ATTEMPTS + attempt + 1, scene.options)
    )
    theirs = {row.option: row.figures["approvals"] for row in counted.rows}
    if theirs != {option: ours[option] for option in scene.options}:
        wrong.append(f"The tally is {theirs}, but {dict(ours)} was cast")
    return wrong


def fault_of(tries: list[Try], listed: list[tuple[int, str]]) -> str:
    """What is wrong with the ballots of one elector."""
    who = f"elector {tries[0].elector}" if tries else "somebody who did not vote"
    acknowledged = [sent for sent in tries if sent.status == OK]
    if any(not sent.receipt for sent in acknowledged):
        return f"{who} was shown no receipt"
    if len(listed) > 1:
        return f"{who} is in the list {len(listed)} times"
    if not listed:
        return f"the ballot of {who} is lost" if acknowledged else ""
    return wrong_one(who, tries, acknowledged, *listed[0])


def wrong_one(
    who: str, tries: list[Try], acknowledged: list[Try], attempt: int, receipt: str
) -> str:
    """What is wrong with this ballot of an elector being the one that counts."""
    counted = next((sent for sent in tries if sent.attempt == attempt), None)
    if counted is None:
        return f"{who} never sent the ballot in the list"
    if counted.receipt not in {"", receipt}:
        return f"{who} has another receipt than the list"
    if any(later.began > counted.ended for later in acknowledged):
        return f"{who} voted again later, and the earlier ballot is in the list"
    return ""
