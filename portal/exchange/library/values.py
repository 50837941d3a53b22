"""Values of columns as JSON, and back."""

import json
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from peewee import (
    BooleanField,
    CharField,
    DateField,
    DateTimeField,
    Field,
    IntegerField,
    SmallIntegerField,
    TextField,
)
from playhouse.fields import EnumField

from portal.db import LARGEST_ID
from portal.exchange.library import LibraryRefused
from portal.exchange.library.tables import is_reference
from portal.i18n import LANGUAGES
from portal.upkeep.queries.elsewhere import tryable
from portal.vocabulary.models import Scheme

LARGEST_SMALL = 2**15 - 1
YEARS = range(2, 9000)
"""Those from which others can be reckoned."""


@dataclass(frozen=True)
class Codes:
    """What rows of other features are called in the file, by model and id; `used` are
    those that were asked for."""

    names: Mapping[type, Mapping[int, str]]
    used: dict[type, set[int]] = field(default_factory=lambda: defaultdict(set))

    def of(self, model: type, key: int) -> str:
        self.used[model].add(key)
        return self.names[model][key]


def as_json(column: Any, value: Any, codes: Codes) -> Any:
    if value is None:
        return None
    if is_reference(column):
        return codes.of(column.rel_model, value)
    if isinstance(column, EnumField):
        return value.value
    if isinstance(column, DateField | DateTimeField):
        return value.isoformat()
    return value


def from_json(column: Field, value: Any, ids: Mapping[type, Mapping[str, int]]) -> Any:
    """The value as the database takes it. Raises LibraryRefused."""
    if value is None and column.null:
        return None
    try:
        return _read(column, value, ids)
    except (TypeError, ValueError, KeyError, OverflowError, AttributeError) as error:
        shown = repr(value)[:60]
        raise LibraryRefused(
            f"{shown} can't be a {column.model.__name__}.{column.name}."
        ) from error


def _read(column: Any, value: Any, ids: Mapping[type, Mapping[str, int]]) -> Any:
    if is_reference(column):
        if column.name == Scheme.AREA and not value.startswith(f"{Scheme.AREA}:"):
            raise ValueError
        return ids[column.rel_model][value]
    if isinstance(column, EnumField):
        return column.enum_class(value)
    for kind, read in READERS.items():
        if isinstance(column, kind):
            return read(column, value)
    raise TypeError(column)


def moment(_column: Field, value: Any) -> datetime:
    found = datetime.fromisoformat(value)
    if found.tzinfo is not None or found.year not in YEARS:
        raise ValueError
    return found


def day(_column: Field, value: Any) -> date:
    found = date.fromisoformat(value)
    if found.year not in YEARS:
        raise ValueError
    return found


def truth(_column: Field, value: Any) -> bool:
    if type(value) is not bool:
        raise TypeError
    return value


def number(column: Field, value: Any) -> int:
    most = LARGEST_SMALL if isinstance(column, SmallIntegerField) else LARGEST_ID
    if type(value) is not int or abs(value) > most:
        raise ValueError
    return value


def words(column: Field, value: Any) -> str:
    """Text that both databases can hold."""
    if type(value) is not str:
        raise TypeError
    value.encode()
    longest = getattr(column, "max_length", None)
    if "\0" in value or (longest is not None and len(value) > longest):
        raise ValueError
    meant = MEANT.get(column.name)
    if value != column.default and meant and not meant(value):
        raise ValueError
    return value


def is_texts(value: str) -> bool:
    """Whether it is JSON of texts by name."""
    texts = json.loads(value)
    return isinstance(texts, dict) and all(type(one) is str for one in texts.values())


MEANT: dict[str, Callable[[str], object]] = {
    **dict.fromkeys(("slug", "name", "title", "label"), bool),
    **dict.fromkeys(("language", "source"), LANGUAGES.__contains__),
    "url": tryable,
    "snapshot": is_texts,
    "values": is_texts,
}
"""What a text must be, by the name of its column, if it is not as it is by default."""
READERS: dict[type[Field], Callable[[Field, Any], Any]] = {
    DateTimeField: moment,
    DateField: day,
    BooleanField: truth,
    IntegerField: number,
    CharField: words,
    TextField: words,
}
