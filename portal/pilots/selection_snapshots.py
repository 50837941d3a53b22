"""What was given and decided, written down whole, so that it can be corrected."""

from portal.pilots.records import Record
from portal.upkeep.snapshots import Snapshot


def snapshot(record: Record) -> Snapshot:
    """All that a correction can change, each part by its own name."""
    row = record.row
    parts = {
        "decided_by": row.decided_by,
        "decided_on": row.decided_on.isoformat() if row.decided_on else "",
    }
    for code, text in record.texts.items():
        parts[f"decision/{code}"] = text.decision
        parts[f"dissent/{code}"] = text.dissent
    for runner in record.runners:
        parts[f"choice/{runner.slug}"] = runner.choice.value if runner.choice else ""
        for code, reason in runner.reasons.items():
            parts[f"reason/{runner.slug}/{code}"] = reason
        for number, criterion in enumerate(record.criteria, 1):
            if given := record.scores.get((criterion.id, runner.id)):
                parts[f"points/{runner.slug}/{number}"] = str(given.points)
                parts[f"source/{runner.slug}/{number}"] = given.source
    return {name: words for name, words in parts.items() if words}
