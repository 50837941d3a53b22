"""The texts of a thing, one for each language, as those who keep it see them."""

from dataclasses import dataclass
from datetime import datetime

from portal.directory.models import TextState
from portal.directory.queries.names import in_language
from portal.upkeep.snapshots import Snapshot, keys


@dataclass(frozen=True, kw_only=True)
class Written:
    """A thing with all that editors may change. `changed` is when each language of its
    text was changed last."""

    slug: str
    edition: int
    snapshot: Snapshot
    changed: dict[str, datetime]

    @property
    def languages(self) -> list[str]:
        return keys(self.snapshot, "text")

    def name(self, language: str) -> tuple[str, str]:
        """What it is called, and in which language that is."""
        names = {code: self.snapshot[f"text/{code}/name"] for code in self.languages}
        return in_language(names, language) if names else (self.slug, language)

    def public_name(self, language: str) -> tuple[str, str]:
        """What the public may know it is called."""
        names = {
            code: self.snapshot[f"text/{code}/name"]
            for code in self.languages
            if self.snapshot[f"text/{code}/state"] == TextState.PUBLISHED
        }
        return in_language(names, language)

    def text(self, language: str) -> Snapshot:
        start = f"text/{language}/"
        found = self.snapshot.items()
        return {
            name.removeprefix(start): value
            for name, value in found
            if name.startswith(start)
        }

    def older(self, language: str) -> str:
        """The language that this one was translated from, if that has changed since;
        else nothing."""
        text = self.text(language)
        source = text.get("source", "")
        if not source or source not in self.changed:
            return ""
        seen = text["source_at"]
        if seen and datetime.fromisoformat(seen) >= self.changed[source]:
            return ""
        return source
