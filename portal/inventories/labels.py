"""What states and marks of an inventory are called."""

from flask import Flask
from flask_babel import lazy_gettext as _l

from portal.inventories.models import InventoryState, Verdict

STATES = {
    InventoryState.DRAFT: _l("Draft"),
    InventoryState.ASKING: _l("Being answered"),
    InventoryState.CLOSED: _l("Closed"),
}
STATE_LOOKS = {
    InventoryState.DRAFT: ("is-plain", "pen"),
    InventoryState.ASKING: ("is-wait", "clock"),
    InventoryState.CLOSED: ("is-open", "check"),
}
VERDICTS = {
    Verdict.KEEP: _l("Keep"),
    Verdict.MERGE: _l("Merge"),
    Verdict.RETIRE: _l("Retire"),
}
VERDICT_ICONS = {Verdict.KEEP: "check", Verdict.MERGE: "link", Verdict.RETIRE: "x"}
UNKNOWN = _l("They don't know")
UNANSWERED = _l("Not answered")
HELD = _l("A coordinator reads this first")


def init_app(app: Flask) -> None:
    app.jinja_env.globals.update(
        INVENTORY_STATES=STATES,
        INVENTORY_STATE_LOOKS=STATE_LOOKS,
        INVENTORY_VERDICTS=VERDICTS,
        INVENTORY_VERDICT_ICONS=VERDICT_ICONS,
    )
