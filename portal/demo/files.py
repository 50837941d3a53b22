"""Reading the files of the demo region."""

import tomllib
from pathlib import Path
from typing import Any

DATA = Path(__file__).parent / "data"


def entries(pattern: str, key: str) -> list[dict[str, Any]]:
    """Every `[[key]]` table of the files that match, in the order of their names."""
    return [
        entry
        for path in sorted(DATA.glob(pattern))
        for entry in tomllib.loads(path.read_text(encoding="utf-8"))[key]
    ]


def in_languages(entry: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The parts of an entry that are written in a language."""
    return {code: entry[code] for code in ("fi", "sv", "en") if code in entry}
