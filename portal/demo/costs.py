"""Loading the cost studies of the demo region: written, reviewed and published."""

from datetime import date
from typing import Any

from portal.accounts.models import User
from portal.costs.actions.beginning import First, begin
from portal.costs.actions.saving import save
from portal.costs.actions.states import set_state
from portal.costs.models import KIND, CostStudy, CostStudyVersion, StudyState
from portal.costs.queries.snapshots import snapshot
from portal.costs.snapshots import FIGURES, LINE_TEXTS, PARTS, assumption
from portal.demo.files import entries, in_languages
from portal.demo.library.keys import noon
from portal.links.actions import join
from portal.search.models import Entry
from portal.upkeep.snapshots import Snapshot, keys

STEPS = (StudyState.REVIEWED, StudyState.PUBLISHED)


def load(writer: User, reviewer: User) -> None:
    for entry in entries("costs.toml", "study"):
        study = begun(entry, writer)
        scenarios = keys(snapshot(study), "scenario")
        written = [one["key"] for one in entry["scenario"]]
        values = lines(entry, dict(zip(written, scenarios, strict=True)))
        save(study, values, edition=study.edition, by=writer)
        edition = CostStudy.get_by_id(study.id).edition
        for state in STEPS:
            set_state(study.id, state, edition=edition, by=reviewer)
        on_its_day(study, entry["written"])
        beside(study, entry)


def begun(entry: dict[str, Any], writer: User) -> CostStudy:
    """With its texts and its scenarios."""
    first, *others = entry["scenario"]
    text = entry["fi"]
    study = begin(
        First("fi", text["title"], text["summary"], first["fi"], entry["team"]),
        submission=entry["slug"],
        by=writer,
    )
    CostStudy.update(slug=entry["slug"]).where(CostStudy.id == study.id).execute()
    held = keys(snapshot(study), "scenario")[0]
    values: Snapshot = {
        f"text/{code}/{name}": words.strip()
        for code, told in in_languages(entry).items()
        for name, words in told.items()
    }
    called = {held: first, **{f"new{n}": one for n, one in enumerate(others, 1)}}
    for place, (key, one) in enumerate(called.items(), 1):
        values[f"scenario/{key}/position"] = str(place)
        for code in in_languages(one):
            values[f"scenario/{key}/name/{code}"] = str(one[code])
    save(study, values, edition=study.edition, by=writer)
    return CostStudy.get_by_id(study.id)


def lines(entry: dict[str, Any], scenarios: dict[str, str]) -> Snapshot:
    values: Snapshot = {}
    for number, line in enumerate(entry["line"], 1):
        key = f"new{number}"
        values[f"line/{key}/position"] = str(number)
        for name, column in LINE_TEXTS.items():
            for code, words in in_languages(line[column]).items():
                values[f"line/{key}/{name}/{code}"] = str(words)
        for called, scenario in scenarios.items():
            for part in PARTS:
                start = assumption(key, part, scenario)
                source = entry["sources"][part.value]
                figures = map(str, line[called][part.value])
                values |= {
                    start + name: figure
                    for name, figure in zip(FIGURES, figures, strict=True)
                }
                values[f"{start}source"] = source["words"]
                values[f"{start}source_on"] = source["on"].isoformat()
    return values


def on_its_day(study: CostStudy, written: date) -> None:
    """As if it had been done then."""
    CostStudyVersion.update(saved_at=noon(written)).where(
        CostStudyVersion.study == study.id
    ).execute()
    CostStudyVersion.update(published_on=written).where(
        CostStudyVersion.study == study.id,
        CostStudyVersion.published_on.is_null(False),
    ).execute()
    CostStudy.update(
        reviewed_on=written, published_on=written, updated_at=noon(written)
    ).where(CostStudy.id == study.id).execute()


def beside(study: CostStudy, entry: dict[str, Any]) -> None:
    """The practices and pilots of these slugs, those that there are."""
    wanted = {"practice": entry["practices"], "pilot": entry["pilots"]}
    for kind, slugs in wanted.items():
        there = Entry.select(Entry.item_id).where(
            Entry.kind == kind, Entry.slug.in_(slugs)
        )
        for item in {row.item_id for row in there}:
            join(KIND, study.id, kind, item)
