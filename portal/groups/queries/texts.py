"""Things with their words in each language."""

from collections.abc import Mapping
from typing import Any

from peewee import Expression, ForeignKeyField

from portal.directory.queries.names import in_language


def part(texts: Mapping[str, object], name: str, language: str) -> tuple[str, str]:
    """The words called `name` in this language, else in the first that has them."""
    held = {
        code: str(words)
        for code, text in texts.items()
        if (words := getattr(text, name))
    }
    return in_language(held, language) if held else ("", language)


def with_texts(owner: ForeignKeyField, where: Expression) -> list[tuple[Any, Any]]:
    """Those that `owner` of a text names, each with its texts by language. One
    statement."""
    model, texts = owner.rel_model, owner.model
    found: dict[int, tuple[Any, dict[str, Any]]] = {}
    for text in texts.select(texts, model).join(model).where(where).order_by(model.id):
        row = getattr(text, owner.name)
        found.setdefault(row.id, (row, {}))[1][text.language] = text
    return list(found.values())
