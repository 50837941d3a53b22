"""Loading the material shelf of the demo region."""

from typing import Any

from portal.demo.files import entries, in_languages
from portal.demo.library.keys import ids, teams
from portal.materials.actions.saving import create, set_practice

TAGGED = {"themes": "theme", "needs": "need", "groups": "group"}
PLAIN = ("url", "source", "licence", "language", "verdict")


def load() -> None:
    practices, codes = ids(), teams()
    for entry in entries("materials.toml", "material"):
        made = create(told(entry, codes), by=None, slug=entry["slug"])
        for slug in entry["practices"]:
            set_practice(made.id, practices[slug], wanted=True)


def told(entry: dict[str, Any], codes: dict[str, int]) -> dict[str, str]:
    return {
        **{name: entry.get(name, "") for name in PLAIN},
        "year": str(entry.get("year", "")),
        "verdict_by": str(codes[entry["team"]]) if "team" in entry else "",
        "verdict_on": entry["on"].isoformat() if "on" in entry else "",
        **{
            f"tags/{scheme}": " ".join(entry.get(key, []))
            for key, scheme in TAGGED.items()
        },
        **{
            f"text/{code}/{name}": words
            for code, text in in_languages(entry).items()
            for name, words in text.items()
        },
    }
