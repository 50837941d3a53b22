"""Setting the marks that somebody answers for."""

from datetime import date

from portal.accounts.models import User
from portal.db import bump, database, insert_all, tuples
from portal.directory.models import Team
from portal.notices.actions import tell
from portal.notices.queries import followers
from portal.notices.recipients import user_key
from portal.practices.models import (
    CHANGES,
    KIND,
    Evidence,
    Lived,
    Mark,
    MarkSort,
    MarkText,
    Practice,
)

MARKED = "practice-marked"


def set_mark(  # noqa: PLR0913  what a mark bears
    practice: Practice,
    sort: MarkSort,
    value: Evidence | Lived,
    why: dict[str, str],
    *,
    team: Team | int | None,
    set_on: date,
    by: User | None,
) -> Mark:
    """Set one of the marks, with why by language. The one before is kept; the same
    once more changes nothing. What must be there was looked at before."""
    key = team.id if isinstance(team, Team) else team
    with database.atomic():
        bump(CHANGES)
        newest = newest_of(practice, sort)
        if newest and is_same(newest, value, key, set_on, why):
            return newest
        mark = Mark.create(
            practice=practice.id,
            sort=sort,
            value=value,
            team=key,
            set_by=by,
            set_on=set_on,
        )
        insert_all(
            MarkText,
            [
                {"mark": mark.id, "language": language, "why": words}
                for language, words in why.items()
                if words
            ],
        )
        Practice.update(
            {"evidence": value, "evidence_by": key, "evidence_on": set_on}
            if sort is MarkSort.EVIDENCE
            else {"lived": value, "lived_on": set_on}
        ).where(Practice.id == practice.id).execute()
        tell(
            followers(KIND, practice.id),
            MARKED,
            KIND,
            practice.id,
            happening=f"mark:{mark.id}",
            doer=user_key(by.id) if by else "",
        )
    return mark


def newest_of(practice: Practice, sort: MarkSort) -> Mark | None:
    return (
        Mark.select()
        .where(Mark.practice == practice.id, Mark.sort == sort)
        .order_by(Mark.id.desc())
        .first()
    )


def is_same(
    mark: Mark,
    value: Evidence | Lived,
    team: int | None,
    set_on: date,
    why: dict[str, str],
) -> bool:
    before = dict(
        tuples(
            MarkText.select(MarkText.language, MarkText.why).where(
                MarkText.mark == mark.id
            )
        )
    )
    told = {language: words for language, words in why.items() if words}
    return (mark.value, mark.team, mark.set_on, before) == (value, team, set_on, told)
