"""Loading what people of the demo region have looked for and not found."""

from secrets import token_hex

from portal.demo.files import entries
from portal.directory.actions.unmet import ENOUGH, months_ago
from portal.directory.models import UnmetNeed, UnmetSource
from portal.directory.sought import term

DIGEST_BYTES = 32


def load() -> None:
    """Counts below enough tell of no words here either."""
    for entry in entries("unmet.toml", "need"):
        shown = entry["count"] >= ENOUGH
        UnmetNeed.create(
            digest=token_hex(DIGEST_BYTES),
            term=term(entry["words"]) if shown else "",
            language=entry["language"],
            source=UnmetSource(entry["source"]),
            month=months_ago(entry["months_ago"]),
            count=entry["count"],
        )
