"""Budget (equal shares): counts the ballots again. python3 recount.py ballots.json"""

import hashlib
import json
import sys
from fractions import Fraction
from pathlib import Path

text = Path(sys.argv[1]).read_bytes()
vote = json.loads(text)
print("SHA-256", hashlib.sha256(text).hexdigest())
print("ballots", len(vote["ballots"]))

cost = {one["id"]: one["cost"] for one in vote["options"] if not one["withdrawn"]}
ballots = [set(one["choice"]) & set(cost) for one in vote["ballots"]]
ballots = [ballot for ballot in ballots if ballot]
budget = vote["settings"]["budget"]
fans = {o: [v for v, b in enumerate(ballots) if o in b] for o in cost}
wanted = sorted((o for o in cost if fans[o]), key=lambda o: (-len(fans[o]), cost[o]))
fits = [o for o in wanted if 0 < cost[o] <= budget]


def rate(option, purses):
    """What a payer pays at most for each euro; None if they can't pay together."""
    due, payers = Fraction(cost[option]), len(fans[option])
    for has in sorted(purses[voter] for voter in fans[option]):
        if has * payers >= due:
            return due / payers / cost[option]
        due, payers = due - has, payers - 1
    return None


def bought(share):
    """What equal shares of so many euros buy, in order."""
    purses, found = [share] * len(ballots), []
    while True:
        rates = [
            (rate(o, purses), at, o) for at, o in enumerate(fits) if o not in found
        ]
        rates = [one for one in rates if one[0] is not None]
        if not rates:
            return found
        price, _, option = min(rates)
        found.append(option)
        for voter in fans[option]:
            purses[voter] -= min(purses[voter], price * cost[option])


share = Fraction(budget, len(ballots) or 1)
found = bought(share)
while any(
    cost[o] <= budget - sum(map(cost.get, found)) for o in fits if o not in found
):
    share, ahead = share + 1, bought(share + 1)
    if sum(map(cost.get, ahead)) > budget:
        break
    found = ahead
for option in sorted(cost, key=lambda o: -len(fans[o])):
    print("option", option, len(fans[option]))
print("winners", *[o for o in wanted if not cost[o]], *found)
