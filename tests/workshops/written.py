"""A workshop as it is written in the editor."""

ENDS = {
    "gather_until": "2026-04-01",
    "group_until": "2026-04-02",
    "discuss_until": "2026-04-02",
    "vote_until": "2026-04-20",
    "answer_until": "2026-05-01",
}
SET = {**ENDS, "deletes_on": "2026-10-01", "on_web": "1"}
WRITTEN = {"title_en": "How should we meet?", **SET}
