"""Beginning an inventory and changing what is set in it."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from flask_babel import gettext as _

from portal.accounts.models import User
from portal.db import bump, database, now
from portal.errors import Refused
from portal.inventories.models import (
    CHANGES,
    Inventory,
    InventoryQuestion,
    InventoryState,
    InventoryText,
)
from portal.inventories.queries.inventories import Found, inventory_by_id
from portal.slugs import free_slug
from portal.text import slugify
from portal.web import tag

# Addresses of pages that stand beside the inventories.
RESERVED = {"new"}


@dataclass(frozen=True)
class Text:
    title: str
    intro: str = ""


@dataclass(frozen=True)
class Settings:
    texts: Mapping[str, Text]
    due_on: date | None = None
    public: bool = False

    @property
    def columns(self) -> dict[str, Any]:
        return {"due_on": self.due_on, "public": self.public}


def settings_of(found: Found) -> Settings:
    texts = {code: Text(text.title, text.intro) for code, text in found.texts.items()}
    return Settings(texts, found.row.due_on, found.public)


def seen_of(found: Found) -> str:
    """A short name for what is set now."""
    texts = sorted((code, text.title, text.intro) for code, text in found.texts.items())
    return tag(texts, found.row.due_on, found.public)


def create(
    settings: Settings, *, by: User | None, submission: str = "", slug: str = ""
) -> Inventory:
    """A new inventory; sent twice, it is the same one."""
    with database.atomic():
        bump(CHANGES)
        sent = Inventory.get_or_none(Inventory.submission == submission)
        if submission and sent:
            return sent
        first = next(iter(settings.texts.values()))
        made = Inventory.create(
            slug=free_slug(Inventory.slug, slug or slugify(first.title), RESERVED),
            made_by=by,
            submission=submission or None,
            **settings.columns,
        )
        write_texts(made, settings.texts)
    return made


def change(found: Found, settings: Settings, *, seen: str) -> bool:
    """False if it was set otherwise since `seen`: then nothing is saved."""
    with database.atomic():
        bump(CHANGES)
        now_set = inventory_by_id(found.id) or found
        if settings_of(now_set) == settings:
            return True
        if seen_of(now_set) != seen:
            return False
        this = Inventory.id == found.id
        Inventory.update(settings.columns).where(this).execute()
        InventoryText.delete().where(InventoryText.inventory == found.id).execute()
        write_texts(found.row, settings.texts)
    return True


def write_texts(inventory: Inventory, texts: Mapping[str, Text]) -> None:
    for code, text in texts.items():
        InventoryText.create(inventory=inventory, language=code, **asdict(text))


def set_state(inventory: Inventory, state: InventoryState) -> None:
    """Begin to ask, close, or ask on. What was asked is a draft no more."""
    with database.atomic():
        bump(CHANGES)
        before = Inventory.get_by_id(inventory.id).state
        if state is before:
            return
        if state is InventoryState.DRAFT:
            raise Refused(_("This has been asked already: it can't be a draft again."))
        asked = InventoryQuestion.inventory == inventory.id
        if not InventoryQuestion.select().where(asked).exists():
            raise Refused(_("Write a question first."))
        closed_at = now() if state is InventoryState.CLOSED else None
        Inventory.update(state=state, closed_at=closed_at).where(
            Inventory.id == inventory.id
        ).execute()
