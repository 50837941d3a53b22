"""The page on which one chooses between one's own words and another's."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from portal.i18n import language
from portal.upkeep.actions.versioned import Met
from portal.upkeep.forms.parts import ASKED, MINE, TAKE, THEIRS, PartForm, sent_as
from portal.upkeep.forms.snapshots import SnapshotForm
from portal.upkeep.merging import Conflict
from portal.upkeep.queries import services
from portal.upkeep.snapshots import Snapshot
from portal.upkeep.views.part import Pairs, Part
from portal.web import render, request

# What a form carries besides its fields, told anew on this page.
CARRIED = {"edition", "wanted", "pick_base", "pick_read"}


@dataclass(frozen=True)
class Asked:
    """One text that two people changed: what it is called, the language of its words,
    and how it reads in each form. `base` is None where it is not known."""

    label: str
    language: str
    base: str | None
    theirs: str
    mine: str


def page(  # noqa: PLR0913, PLR0917  what a meeting is made of
    part: Part,
    form: PartForm,
    pairs: Pairs,
    met: Met,
    both: dict[Conflict, Asked],
    left_open: list[str],
) -> str:
    """The page with each conflict as it reads."""
    fields = {form.field_of(found.name).name: found for found in both}
    asked = {field: both[found] for field, found in fields.items()}
    kept = [("edition", str(met.edition)), ("pick_base", str(form.read_at))]
    return render(
        f"{part.folder}/merge.html",
        part=part,
        kept=part.kept,
        form=part.sent(with_boxes(pairs, asked)) if left_open else form,
        action=part.address,
        asked=asked,
        left_open=left_open,
        chosen=chosen(asked),
        carried=kept + unseen(form, pairs, met.merged.snapshot, fields),
    )


def reads(
    found: Conflict, called: str, spoken: str, told_as: Callable[[str], str]
) -> Asked:
    base = None if found.base is None else told_as(found.base)
    return Asked(called, spoken, base, told_as(found.theirs), told_as(found.mine))


def as_read(
    conflicts: Iterable[Conflict],
    label: Callable[[str], str],
    spoken: Callable[[str], str],
    told: Callable[[str, str, dict[str, str]], str],
) -> dict[Conflict, Asked]:
    """Each as it reads, by how its name is called, its language and its value told."""
    named = owner_names()

    def one(found: Conflict) -> Asked:
        name = found.name
        return reads(
            found, label(name), spoken(name), lambda value: told(name, value, named)
        )

    return {found: one(found) for found in conflicts}


def chosen(asked: Iterable[str]) -> dict[str, str]:
    """What was chosen for each field when this page was sent before."""
    return {name: request.form.get(TAKE + name, "") for name in asked}


def with_boxes(pairs: Pairs, asked: dict[str, Any]) -> Pairs:
    """What was sent, with what stood in the boxes that were not chosen."""
    boxes = [pair for pair in request.form.items(multi=True) if pair[0] in asked]
    return boxes + [pair for pair in pairs if pair[0] not in asked]


def unseen(
    form: SnapshotForm, pairs: Pairs, merged: Snapshot, asked: dict[str, Conflict]
) -> Pairs:
    """What goes along unseen: which fields are asked about, what is joined already,
    what is in no version, and both texts of each that is asked."""
    rest = [
        (name, value)
        for name, value in pairs
        if name not in form.names and name not in CARRIED
    ]
    joined = [
        (name, value)
        for name, key in form.names.items()
        if name not in asked and key in merged
        for value in sent_as(form[name], merged[key])
    ]
    both = [
        (to, value)
        for name, found in asked.items()
        for to, text in ((THEIRS + name, found.theirs), (name + MINE, found.mine))
        for value in sent_as(form[name], text)
    ]
    return [(ASKED, name) for name in asked] + rest + joined + both


def owner_names() -> dict[str, str]:
    """What organisations and teams are called, by code."""
    teams = services.teams(language(), None)
    return {
        **{code: name for code, (name, _of) in teams.items()},
        **services.organisations(language(), None),
    }
