"""Writing what is agreed."""

from portal.agreement.actions.cards import (
    create,
    set_facts,
    set_service,
    set_text,
)
from portal.agreement.actions.decisions import decide, set_rollout
from portal.agreement.actions.drafts import Facts, Ruling, Text
from portal.agreement.actions.saving import save_facts, save_text

__all__ = [
    "Facts",
    "Ruling",
    "Text",
    "create",
    "decide",
    "save_facts",
    "save_text",
    "set_facts",
    "set_rollout",
    "set_service",
    "set_text",
]
