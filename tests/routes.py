"""Every route of the portal, with an address to ask it by."""

import re
from dataclasses import dataclass

from flask import Flask

# One value for each variable part that an address can have.
SAMPLES = {
    "language": "en",
    "name": "rules",
    "text_language": "en",
    "slug": "some-thing",
    "part": "facts",
    "practice_part": "authors",
    "study_part": "scenarios",
    "pilot_part": "facts",
    "site_id": 1,
    "entry_token": "not-signed",
    "line_key": "new",
    "code": "ABCDEF",
    "indicator_code": "balance",
    "number": 1,
    "block_id": 1,
    "case_id": 1,
    "note_id": 1,
    "option": 1,
    "picture_id": 1,
    "invitation_id": 1,
    "cluster_id": 1,
    "merger_id": 1,
    "comment_id": 1,
    "feedback_id": 1,
    "token": "not-signed",
    "session_id": 1,
    "registration_id": 1,
    "ticket": "not-signed",
    "stop_token": "not-signed",
    "answer_token": "not-signed",
    "asked_id": 1,
    "respondent_id": 1,
    "cell_id": 1,
    "snapshot_id": 1,
    "area": "harju",
    "application_id": 1,
    "question_id": 1,
    "answer_id": 1,
    "suggestion_id": 1,
    "review_token": "not-signed",
    "sort": "evidence",
    "experience_id": 1,
    "file_id": 1,
    "meeting_id": 1,
    "decision_id": 1,
    "member_id": 1,
    "claim_id": 1,
    "kind": "proposal",
    "item_id": 1,
    "half": "2026-1",
    "batch": "a-batch",
    "report_number": "ACE-234",
}


@dataclass(frozen=True)
class Route:
    method: str
    rule: str
    address: str
    endpoint: str

    @property
    def name(self) -> str:
        """The method and the address, its parts by their names alone."""
        return f"{self.method} " + re.sub(r"<[^<>]*:(\w+)>", r"<\1>", self.rule)


def routes(app: Flask, **values) -> list[Route]:
    """Each method of each rule; `values` stand in the addresses, or the samples."""
    adapter = app.url_map.bind("localhost")
    return [
        Route(method, rule.rule, adapter.build(rule.endpoint, parts), rule.endpoint)
        for rule in app.url_map.iter_rules()
        if rule.endpoint != "static"
        for parts in [{name: {**SAMPLES, **values}[name] for name in rule.arguments}]
        for method in sorted(rule.methods - {"HEAD", "OPTIONS"})
    ]
