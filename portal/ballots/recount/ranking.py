"""Ranking (Schulze): counts the ballots again. python3 recount.py ballots.json"""

import hashlib
import json
import sys
from itertools import product
from pathlib import Path

text = Path(sys.argv[1]).read_bytes()
vote = json.loads(text)
print("SHA-256", hashlib.sha256(text).hexdigest())
print("ballots", len(vote["ballots"]))

ids = [one["id"] for one in vote["options"] if not one["withdrawn"]]
wins = {(a, b): 0 for a in ids for b in ids}
for ballot in vote["ballots"]:
    rank = {one: at for at, tier in enumerate(ballot["choice"]) for one in tier}
    for a, b in wins:
        wins[a, b] += rank.get(a, len(ids) + 1) < rank.get(b, len(ids) + 1)
path = {(a, b): wins[a, b] if wins[a, b] > wins[b, a] else 0 for a, b in wins}
for through, a, b in product(ids, ids, ids):
    path[a, b] = max(path[a, b], min(path[a, through], path[through, b]))
beaten = {a: sum(path[b, a] > path[a, b] for b in ids if b != a) for a in ids}

for option in sorted(ids, key=beaten.get):
    print("option", option, "is beaten by", beaten[option])
said = any(set(ids) & set(tier) for one in vote["ballots"] for tier in one["choice"])
print("winners", *[option for option in ids if said and not beaten[option]])
