"""Making and changing what is written in several languages. The caller is in one
transaction, and has bumped its version first."""

from collections.abc import Mapping
from typing import Any

from flask_babel import gettext as _

from portal.db import upsert
from portal.errors import Refused
from portal.groups.queries.written import texts_of, written
from portal.groups.snapshots import Sort
from portal.i18n import LANGUAGES
from portal.upkeep.merging import joined
from portal.upkeep.snapshots import Snapshot


def found_sent(model: Any, submission: str) -> Any:
    """What this very form made when it was sent before."""
    return model.get_or_none(model.submission == submission) if submission else None


def make(sort: Sort, told: Mapping[str, str], **more: Any) -> Any:
    """A new one of this sort; `more` are columns that nobody writes."""
    values = {**dict.fromkeys(sort.names, ""), **told}
    row = sort.model.create(**sort.values(values), **more)
    write_texts(sort, row.id, values)
    return row


def change(
    sort: Sort, row_id: int, values: Snapshot, base: Snapshot | None
) -> tuple[Snapshot, Snapshot]:
    """What stood before and what stands now. Raises Meeting where somebody else has
    changed the same since `base` was read, and Refused where the two together would
    leave no words."""
    theirs = written(sort, row_id)
    wanted = joined(base, theirs, values)
    if sort.needed and not any(
        wanted[f"text/{code}/{sort.needed}"] for code in LANGUAGES
    ):
        raise Refused(
            _(
                "Somebody else took away the words in another language while you "
                "wrote. Nothing would be left: look at it again."
            )
        )
    if wanted != theirs:
        row = sort.model.get_by_id(row_id)
        columns = sort.values(wanted, row)
        sort.model.update(edition=sort.model.edition + 1, **columns).where(
            sort.model.id == row_id
        ).execute()
        write_texts(sort, row_id, wanted)
    return theirs, wanted


def write_texts(sort: Sort, row_id: int, values: Snapshot) -> None:
    """The words in each language; one in which nothing is left goes."""
    there = texts_of(sort, row_id)
    for code in LANGUAGES:
        words = {name: values[f"text/{code}/{name}"] for name in sort.words}
        key = {sort.owner: row_id, "language": code}
        whole = {**others(sort, there.get(code)), **words}
        if any(whole.values()):
            upsert(sort.texts, key, **whole)
        elif code in there:
            there[code].delete_instance()


def others(sort: Sort, there: Any) -> dict[str, str]:
    """What the text holds that this sort does not write."""
    own = {"id", "language", sort.owner, *sort.words}
    names = [name for name in sort.texts._meta.fields if name not in own]  # noqa: SLF001  Peewee's own name for it
    return {name: getattr(there, name, "") for name in names}
