"""Approval, dots or score: counts the ballots again. python3 recount.py ballots.json"""

import hashlib
import json
import sys
from pathlib import Path

text = Path(sys.argv[1]).read_bytes()
vote = json.loads(text)
print("SHA-256", hashlib.sha256(text).hexdigest())
print("ballots", len(vote["ballots"]))

sums = {one["id"]: 0 for one in vote["options"] if not one["withdrawn"]}
for ballot in vote["ballots"]:
    choice = ballot["choice"]
    if isinstance(choice, list):
        choice = dict.fromkeys(choice, 1)
    for option, number in choice.items():
        if int(option) in sums:
            sums[int(option)] += number

for option, total in sorted(sums.items(), key=lambda one: -one[1]):
    print("option", option, total)
best = max(sums.values(), default=0)
print("winners", *[option for option in sums if best and sums[option] == best])
