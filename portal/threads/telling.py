"""What people are told of threads: followers of steps and changed texts, and those
whose words led to one."""

from collections.abc import Callable, Iterable, Sequence

from flask import url_for
from flask_babel import gettext as _

from portal.accounts.models import User
from portal.db import today, tuples
from portal.i18n import LANGUAGES, language
from portal.notices import events, things
from portal.notices.actions import Telling, tell, tell_each
from portal.notices.events import Told
from portal.notices.models import Notice, Topic
from portal.notices.queries import followers
from portal.notices.recipients import participant_key, user_key
from portal.notices.things import Thing
from portal.proposals.models import Proposal
from portal.proposals.queries.proposals import PUBLIC
from portal.threads.models import KIND
from portal.threads.queries.named import named

STEP, CHANGED, JOINED = "thread-step", "thread-changed", "thread-joined"

FIRST = next(iter(LANGUAGES))


def register() -> None:
    things.register(KIND, followed)
    events.register(STEP, Topic.FOLLOWED, told_of_step)
    events.register(CHANGED, Topic.FOLLOWED, told_of_change)
    events.register(JOINED, Topic.ANSWERS, told_of_joining)


def tell_step(
    thread_ids: Iterable[int], by: User | None = None, *, step: str = ""
) -> None:
    """Tell followers of public threads of a new step, such as `link-12`: each step
    once, and without its name once a day."""
    for thread_id in named(thread_ids, FIRST):
        _tell(STEP, thread_id, step or today().isoformat(), by)


def tell_changed(thread_id: int, by: User | None = None) -> None:
    """Tell followers that the texts of a public thread changed, once a day."""
    for known in named([thread_id], FIRST):
        _tell(CHANGED, known, today().isoformat(), by)


def tell_joined(thread_id: int, proposals: Iterable[int]) -> None:
    """Tell the authors of these public proposals, once, that their words led to a
    public thread."""
    if not named([thread_id], FIRST):
        return
    authors = tuples(
        Proposal.select(Proposal.author).where(
            Proposal.id.in_(list(proposals)),
            Proposal.state.in_(list(PUBLIC)),
            Proposal.author.is_null(False),
        )
    )
    tell_each(
        [
            Telling(participant_key(author), JOINED, KIND, thread_id, JOINED, {})
            for (author,) in authors
        ]
    )


def _tell(event: str, thread_id: int, what: str, by: User | None) -> None:
    tell(
        followers(KIND, thread_id),
        event,
        KIND,
        thread_id,
        happening=f"{event}:{thread_id}:{what}",
        doer=user_key(by.id) if by else "",
    )


def followed(ids: Sequence[int]) -> dict[int, Thing]:
    """One statement. What is not public is not followed."""
    return {
        number: Thing(
            name.title,
            name.language,
            url_for("threads.thread", slug=name.slug),
        )
        for number, name in named(ids, language()).items()
    }


def told(notices: Sequence[Notice], says: Callable[[], str]) -> dict[int, Told]:
    found = followed([notice.item_id for notice in notices])
    return {
        notice.id: Told(says(), thing.url, thing.title, thing.language)
        for notice in notices
        for thing in [found.get(notice.item_id)]
        if thing
    }


def told_of_step(notices: Sequence[Notice]) -> dict[int, Told]:
    """One statement."""
    return told(notices, lambda: _("A thread that you follow has a new step."))


def told_of_change(notices: Sequence[Notice]) -> dict[int, Told]:
    """One statement."""
    return told(notices, lambda: _("A thread that you follow was told anew."))


def told_of_joining(notices: Sequence[Notice]) -> dict[int, Told]:
    """One statement."""
    return told(notices, lambda: _("Your words led here. See what came of them."))
