"""Loading the practices of the demo region."""

from typing import Any

from portal.demo.files import entries, in_languages
from portal.directory.models import Organisation, Service, Team, TextState
from portal.links.actions import join
from portal.practices.actions.creating import InUse, PracticeDraftText, create
from portal.practices.models import Evidence, Lived, Stage, Use
from portal.vocabulary.models import Scheme
from portal.vocabulary.queries import Vocabulary

TAGGED = {"themes": Scheme.THEME, "needs": Scheme.NEED, "groups": Scheme.GROUP}


def load(words: Vocabulary) -> None:
    for entry in entries("practices-*.toml", "practice"):
        practice = create(
            {
                "slug": entry["slug"],
                "stage": Stage(entry["stage"]),
                "organisation": Organisation.get(Organisation.code == entry["owner"]),
                "team": team(entry.get("team")),
                "evidence": Evidence(entry["evidence"]),
                "evidence_by": team(entry.get("evidence_by")),
                "evidence_on": entry.get("evidence_on"),
                "lived": Lived(entry["lived"]),
                "lived_on": entry.get("lived_on"),
                "checked_on": entry.get("checked"),
            },
            words_of(entry),
            [
                words.of(scheme)[code]
                for key, scheme in TAGGED.items()
                for code in entry.get(key, [])
            ],
            [in_use(part, words) for part in entry.get("application", [])],
            states={entry["draft"]: TextState.DRAFT} if "draft" in entry else None,
        )
        for slug in entry.get("services", []):
            service = Service.get(Service.slug == slug)
            join("practice", practice.id, "service", service.id)


def words_of(entry: dict[str, Any]) -> dict[str, PracticeDraftText]:
    """By language; a draft is in one only."""
    texts = in_languages(entry)
    if "draft" in entry:
        texts[entry["draft"]] = entry["words"]
    return {code: PracticeDraftText(**text) for code, text in texts.items()}


def team(code: str | None) -> Team | None:
    return Team.get_or_none(Team.code == code)


def in_use(part: dict[str, Any], words: Vocabulary) -> InUse:
    return InUse(
        area=words.of(Scheme.AREA)[part["area"]],
        state=Use(part["state"]),
        since=part.get("since"),
        until=part.get("until"),
        notes={c: text["note"] for c, text in in_languages(part).items()},
    )
