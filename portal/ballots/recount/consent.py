"""Consent: counts the ballots again. python3 recount.py ballots.json"""

import hashlib
import json
import sys
from pathlib import Path

text = Path(sys.argv[1]).read_bytes()
vote = json.loads(text)
print("SHA-256", hashlib.sha256(text).hexdigest())
print("ballots", len(vote["ballots"]))

words = ("agree", "agree-if", "concern", "object")
winners = []
for one in vote["options"]:
    if one["withdrawn"]:
        continue
    said = [ballot["choice"].get(str(one["id"])) for ballot in vote["ballots"]]
    print("option", one["id"], *[f"{word}={said.count(word)}" for word in words])
    if any(said) and "object" not in said and "agree-if" not in said:
        winners.append(one["id"])
print("winners", *winners)
