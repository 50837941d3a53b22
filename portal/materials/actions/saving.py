"""Writing materials. Each change is one transaction."""

from collections.abc import Mapping
from typing import Any

from portal.accounts.models import User
from portal.db import bump, database, insert_all, now, today
from portal.i18n import LANGUAGES
from portal.links.actions import join, part
from portal.materials.indexing import entries
from portal.materials.models import (
    CHANGES,
    KIND,
    Material,
    MaterialTag,
    MaterialText,
    MaterialVerdict,
)
from portal.materials.queries.written import written
from portal.materials.snapshots import COLUMNS, NAMES, TAGGED, TEXTS
from portal.practices.models import KIND as PRACTICE
from portal.search import actions as search
from portal.slugs import free_slug
from portal.text import slugify
from portal.upkeep.merging import joined
from portal.upkeep.snapshots import Snapshot, as_date, as_number
from portal.vocabulary.queries import vocabulary

# Addresses of pages that stand beside the materials.
RESERVED = {"new"}
EMPTY = dict.fromkeys(NAMES, "")


def create(
    told: Mapping[str, str], *, by: User | None, submission: str = "", slug: str = ""
) -> Material:
    """A new material. The same submission twice makes one."""
    values = {**EMPTY, **told}
    with database.atomic():
        bump(CHANGES)
        if submission:
            made = Material.get_or_none(Material.submission == submission)
            if made:
                return made
        title = next(filter(None, (values[f"text/{c}/title"] for c in LANGUAGES)))
        material = Material.create(
            slug=free_slug(Material.slug, slug or slugify(title), RESERVED),
            added_by=by,
            submission=submission or None,
            **columns(values),
        )
        _write_parts(material, values)
    return material


def save(material_id: int, values: Snapshot, *, base: Snapshot | None) -> None:
    """Save what was changed since `base` was read. Raises Meeting where somebody else
    has changed the same."""
    with database.atomic():
        bump(CHANGES)
        theirs = written(material_id)
        wanted = joined(base, theirs, values)
        if wanted == theirs:
            return
        this = Material.id == material_id
        Material.update(
            edition=Material.edition + 1, updated_at=now(), **columns(wanted)
        ).where(this).execute()
        _write_parts(Material.get(this), wanted)


def set_practice(material_id: int, practice_id: int, *, wanted: bool) -> None:
    """The material belongs with this practice, or no longer does."""
    with database.atomic():
        bump(CHANGES)
        (join if wanted else part)(PRACTICE, practice_id, KIND, material_id)


def columns(values: Snapshot) -> dict[str, Any]:
    """What stands in the row. What nobody has read has neither a reader nor a day."""
    verdict = MaterialVerdict(values["verdict"] or MaterialVerdict.NOT_READ)
    read = verdict is not MaterialVerdict.NOT_READ
    return {
        **{name: values[name] for name in COLUMNS if name != "year"},
        "year": as_number(values["year"]),
        "verdict": verdict,
        "verdict_by": as_number(values["verdict_by"]) if read else None,
        "verdict_on": (as_date(values["verdict_on"]) or today()) if read else None,
    }


def _write_parts(material: Material, values: Snapshot) -> None:
    MaterialText.delete().where(MaterialText.material == material.id).execute()
    texts = [
        {
            "material": material.id,
            "language": code,
            **{name: values[f"text/{code}/{name}"] for name in TEXTS},
        }
        for code in LANGUAGES
        if values[f"text/{code}/title"]
    ]
    insert_all(MaterialText, texts)
    MaterialTag.delete().where(MaterialTag.material == material.id).execute()
    words = vocabulary()
    tags = [
        {"material": material.id, "term": words.of(scheme)[code].id}
        for scheme in TAGGED
        for code in values[f"tags/{scheme.value}"].split()
    ]
    insert_all(MaterialTag, tags)
    search.index_many(KIND, entries([material.id]))
