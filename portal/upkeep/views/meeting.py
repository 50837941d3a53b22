"""The page on which one chooses between one's own words and another's."""

from portal.i18n import language
from portal.upkeep.actions.saving import Met
from portal.upkeep.forms.parts import ASKED, MINE, TAKE, THEIRS, PartForm, sent_as
from portal.upkeep.merging import Conflict
from portal.upkeep.queries import services
from portal.upkeep.snapshots import Snapshot
from portal.upkeep.views.part import Pairs, Part
from portal.web import render, request


def ask(  # noqa: PLR0913, PLR0917  what a meeting is made of
    part: Part,
    form: PartForm,
    pairs: Pairs,
    met: Met,
    conflicts: list[Conflict],
    left_open: list[str],
) -> str:
    """The page on which the editor chooses between their words and another's."""
    asked = {form.field_of(found.name).name: found for found in conflicts}
    box = part.sent(with_boxes(pairs, asked)) if left_open else form
    return render(
        "upkeep/merge.html",
        part=part,
        kept=part.kept,
        form=box,
        asked=asked,
        left_open=left_open,
        chosen={name: request.form.get(TAKE + name, "") for name in asked},
        carried=[
            ("edition", str(met.edition)),
            ("pick_base", str(form.read_at)),
            *((ASKED, name) for name in asked),
            *carried(form, pairs, met.merged.snapshot, set(asked)),
            *theirs_and_mine(form, asked),
        ],
        places=services.place_names(language()),
        owners=owners(),
    )


def with_boxes(pairs: Pairs, asked: dict[str, Conflict]) -> Pairs:
    """What was sent, with what stood in the boxes that were not chosen."""
    boxes = [pair for pair in request.form.items(multi=True) if pair[0] in asked]
    return boxes + [pair for pair in pairs if pair[0] not in asked]


def carried(form: PartForm, pairs: Pairs, merged: Snapshot, asked: set[str]) -> Pairs:
    """What goes along unseen: what is joined already, and what is in no version."""
    rest = [
        (name, value)
        for name, value in pairs
        if name not in form.names and name not in {"edition", "wanted", "pick_base"}
    ]
    joined = [
        (name, value)
        for name, key in form.names.items()
        if name not in asked and key in merged
        for value in sent_as(form[name], merged[key])
    ]
    return rest + joined


def theirs_and_mine(form: PartForm, asked: dict[str, Conflict]) -> Pairs:
    return [
        (to, value)
        for name, found in asked.items()
        for to, text in (
            (THEIRS + name, found.theirs),
            (name + MINE, found.mine),
        )
        for value in sent_as(form[name], text)
    ]


def owners() -> dict[str, str]:
    """What organisations and teams are called, by code."""
    teams = services.teams(language(), None)
    return {
        **{code: name for code, (name, _of) in teams.items()},
        **services.organisations(language(), None),
    }
