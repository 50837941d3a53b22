"""What becomes of the words that readers write about a practice: a moderator reads them
first, and their author rewords them or takes them back."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from flask_babel import gettext as _
from peewee import IntegrityError

from portal.accounts.models import User
from portal.db import bump, database, now
from portal.errors import Refused
from portal.moderation.actions import close_case, need_not_blocked, open_case
from portal.moderation.models import Decision
from portal.moderation.queries import standing
from portal.notices.recipients import user_key
from portal.practices.models import CHANGES
from portal.screening.screen import screen

OUT_OF_SIGHT = ("waiting", "returned", "hidden")


@dataclass(frozen=True)
class Sort:
    """One sort of such words: its kind in the queue, its table and the columns of its
    words, its states, and the one that publishing leads to. `read` is what a moderator
    reads of a row, by field; `tell` and `take_back` are for those whom its publishing
    concerns."""

    kind: str
    model: Any
    words: tuple[str, ...]
    states: type[StrEnum]
    public: StrEnum
    read: Callable[[Any], dict[str, str]]
    tell: Callable[[Any], None]
    take_back: Callable[[Any], None]


def author_of(row: Any) -> str:
    """The key of whose words these are; of nobody where that is not known."""
    return user_key(row.author_id) if row.author_id else ""


def write(sort: Sort, author: User, submission: str, **values: Any) -> Any:
    """Write something new. The same form sent twice at once makes one."""
    try:
        with database.atomic():
            bump(CHANGES)
            written = sort.model.create(
                author=author, voice=author.voice, submission=submission, **values
            )
            row = sort.model.get_by_id(written.id)
            let_read(sort, row)
    except IntegrityError:
        made = sort.model.get_or_none(sort.model.submission == submission)
        if made is None:
            raise
        return made
    return row


def reword(sort: Sort, number: int, **words: str) -> None:
    """The author's other words for what is not published yet; they wait anew."""
    with database.atomic():
        row = held(sort, number)
        same = all(getattr(row, name) == text for name, text in words.items())
        if same and row.state != "returned":
            return
        need_unread(row)
        change(sort, row, state=sort.states("waiting"), **words)
        let_read(sort, held(sort, number))


def set_withdrawn(sort: Sort, number: int, *, wanted: bool) -> None:
    """Take back one's own words at any time, or bring them back as they were."""
    with database.atomic():
        row = held(sort, number)
        if wanted is (row.state == "withdrawn"):
            return
        if wanted:
            if row.state not in {*OUT_OF_SIGHT, sort.public}:
                raise Refused(_("This is settled already, so it stays."))
            close_case(sort.kind, number)
            change(sort, row, state=sort.states("withdrawn"))
            return
        need_words(sort, row)
        state = state_before(sort, row)
        change(sort, row, state=state)
        if state == "waiting":
            let_read(sort, row)


def publish(sort: Sort, number: int) -> None:
    """Nothing where its author took it back or where it is public."""
    with database.atomic():
        row = held(sort, number)
        need_words(sort, row)
        if row.state in OUT_OF_SIGHT:
            change(sort, row, state=sort.public, **dated(sort, since=True))
            sort.tell(held(sort, number))


def put_away(sort: Sort, number: int, state: str) -> None:
    """Return it to its author, or hide it."""
    with database.atomic():
        row = held(sort, number)
        if row.state in {*OUT_OF_SIGHT, sort.public}:
            change(sort, row, state=sort.states(state), **dated(sort))


def reopen(sort: Sort, number: int, decision: Decision) -> None:
    """Let it wait as before this decision; raises Refused if it is no longer so."""
    with database.atomic():
        row = held(sort, number)
        if row.state != led_to(sort).get(decision) or not has_words(sort, row):
            raise Refused(_("Its author or others have gone on since, so this stays."))
        change(sort, row, state=sort.states("waiting"), **dated(sort))


def erase(sort: Sort, number: int) -> None:
    """Delete words that nobody else was to see."""
    with database.atomic():
        row = held(sort, number)
        unread = row.state == "withdrawn" and not getattr(row, "published_at", None)
        if unread or row.state in {"returned", "hidden"}:
            change(sort, row, **dict.fromkeys(sort.words, ""))


def held(sort: Sort, number: int) -> Any:
    """The row as it is, with every other writer of the library kept waiting."""
    bump(CHANGES)
    return sort.model.get_by_id(number)


def let_read(sort: Sort, row: Any) -> None:
    """Raises Refused where its author may not write."""
    need_not_blocked(author_of(row))
    open_case(
        sort.kind,
        row.id,
        language=row.language,
        author=author_of(row),
        findings=screen(sort.read(row)),
    )


def led_to(sort: Sort) -> dict[Decision | None, str]:
    """The state to which each decision led."""
    return {
        Decision.PUBLISH: sort.public,
        Decision.RETURN: "returned",
        Decision.HIDE: "hidden",
    }


def state_before(sort: Sort, row: Any) -> StrEnum:
    """Where it stood before it was taken back."""
    if getattr(row, "published_at", None):
        return sort.public
    return sort.states(led_to(sort).get(standing(sort.kind, row.id), "waiting"))


def dated(sort: Sort, *, since: bool = False) -> dict[str, Any]:
    """Since when it is public, where its table tells."""
    told = hasattr(sort.model, "published_at")
    return {"published_at": now() if since else None} if told else {}


def change(sort: Sort, row: Any, **values: Any) -> None:
    sort.model.update(**values).where(sort.model.id == row.id).execute()
    if values.get("state", sort.public) != sort.public:
        sort.take_back(row)


def is_unread(row: Any) -> bool:
    """Whether its author may still write other words for it."""
    return row.state in {"waiting", "returned"}


def need_unread(row: Any) -> None:
    if not is_unread(row):
        raise Refused(
            _("What is published can't be reworded. Take it back, or write anew.")
        )


def has_words(sort: Sort, row: Any) -> bool:
    return any(getattr(row, name) for name in sort.words)


def need_words(sort: Sort, row: Any) -> None:
    if not has_words(sort, row):
        raise Refused(_("The words were deleted, so there is nothing to bring back."))
