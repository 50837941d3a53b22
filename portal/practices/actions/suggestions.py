"""Suggesting other words, and taking them over or not."""

import json
from collections.abc import Collection
from typing import Any

from flask_babel import gettext as _

from portal.accounts.models import User
from portal.db import database, now
from portal.errors import Refused
from portal.notices.recipients import user_key
from portal.practices.actions import talk
from portal.practices.actions.saving import save
from portal.practices.actions.talk import Sort
from portal.practices.actions.talk_notices import (
    take_back_settling,
    take_back_suggestion,
    tell_of_settling,
    tell_of_suggestion,
)
from portal.practices.models import (
    SUGGESTION,
    Practice,
    Suggestion,
    SuggestionState,
)
from portal.practices.queries.suggested import (
    Way,
    new_words,
    parts,
    stands,
    values_of,
)
from portal.upkeep.notes import Note
from portal.upkeep.snapshots import Snapshot


def read(row: Any) -> dict[str, str]:
    """Why, and the paragraphs that are new, by their headings."""
    return new_words(row, parts(row, stands([row])[row.id]))


SUGGESTIONS = Sort(
    SUGGESTION,
    Suggestion,
    ("values", "why"),
    SuggestionState,
    SuggestionState.OFFERED,
    read,
    tell_of_suggestion,
    take_back_suggestion,
)


def suggest(  # noqa: PLR0913  what a suggestion bears
    practice: Practice,
    author: User,
    values: Snapshot,
    why: str,
    *,
    language: str,
    edition: int,
    submission: str,
) -> Suggestion:
    """Suggest other words, read at an edition; they wait for a moderator."""
    written: Suggestion = talk.write(
        SUGGESTIONS,
        author,
        submission,
        practice=practice,
        values=as_text(values),
        why=why,
        language=language,
        edition=edition,
    )
    return written


def reword(suggestion_id: int, values: Snapshot, why: str) -> None:
    """The author's own other words for it, as long as it is not offered."""
    talk.reword(SUGGESTIONS, suggestion_id, values=as_text(values), why=why)


def take(
    suggestion_id: int, names: Collection[str], by: User, *, edition: int, note: Note
) -> None:
    """Take over the words under these headings, as who decides saw them at an edition.
    Raises Met where somebody has changed the same meanwhile."""
    with database.atomic():
        row = talk.held(SUGGESTIONS, suggestion_id)
        if row.state is SuggestionState.TAKEN:
            return
        need_offered(row)
        wanted = values_of(row)
        chosen = {name: wanted[name] for name in wanted if name in names}
        if not chosen:
            raise Refused(_("Nothing of it was chosen, so nothing was taken over."))
        practice = Practice.get_by_id(row.practice)
        suggested = parts(row, stands([row])[row.id])
        left = {part.name for part in suggested if part.way is not Way.THERE}
        save(practice, chosen, edition=edition, by=by, note=note)
        whole = left <= chosen.keys()
        settle(row, SuggestionState.TAKEN, by, whole=whole)


def decline(suggestion_id: int, reason: str, by: User) -> None:
    """Say no, with a reason that the author reads."""
    with database.atomic():
        row = talk.held(SUGGESTIONS, suggestion_id)
        if row.state is SuggestionState.DECLINED:
            return
        need_offered(row)
        settle(row, SuggestionState.DECLINED, by, reason=reason)


def look_again(suggestion_id: int) -> None:
    """Let one that was declined wait again for who looks after the practice."""
    with database.atomic():
        row = talk.held(SUGGESTIONS, suggestion_id)
        if row.state is SuggestionState.OFFERED:
            return
        if row.state is not SuggestionState.DECLINED:
            raise settled()
        change(
            row,
            state=SuggestionState.OFFERED,
            reason="",
            settled_at=None,
            settled_by=None,
        )
        take_back_settling(row)


def settle(
    row: Suggestion,
    state: SuggestionState,
    by: User,
    *,
    reason: str = "",
    whole: bool = True,
) -> None:
    change(row, state=state, reason=reason, settled_at=now(), settled_by=by)
    this = Suggestion.get_by_id(row.id)
    tell_of_settling(this, user_key(by.id), whole=whole)


def change(row: Suggestion, **values: object) -> None:
    Suggestion.update(**values).where(Suggestion.id == row.id).execute()


def need_offered(row: Suggestion) -> None:
    if row.state is not SuggestionState.OFFERED:
        raise settled()


def settled() -> Refused:
    return Refused(_("Somebody has settled this meanwhile, so it stays."))


def as_text(values: Snapshot) -> str:
    return json.dumps(values, ensure_ascii=False)
