"""How it went with what threads tell of, as people told."""

from datetime import timedelta

from portal.accounts.models import User, Voice
from portal.db import now
from portal.demo.files import entries
from portal.demo.library.keys import case, store_cases
from portal.practices.models import TalkState
from portal.threads.actions.effects import count, new_code
from portal.threads.models import EFFECT, Effect, Thread, Went


def load(moderator: User) -> None:
    threads = {row.slug: row.id for row in Thread.select()}
    cases, told = [], {}
    for number, entry in enumerate(entries("effects.toml", "effect")):
        state = TalkState(entry.get("state", TalkState.PUBLISHED))
        written_at = now() - timedelta(days=entry["ago"])
        row = Effect.create(
            thread=threads[entry["thread"]],
            voice=Voice(entry["voice"]),
            went=Went(entry["went"]),
            body=entry["body"],
            language=entry["language"],
            state=state,
            code=new_code(),
            written_at=written_at,
            published_at=written_at if state is TalkState.PUBLISHED else None,
            submission=f"demo-effect-{number}",
        )
        told[row.thread] = row
        cases.append(case(EFFECT, row, moderator, waiting=state is TalkState.WAITING))
    store_cases(cases)
    for row in told.values():
        count(Effect.get_by_id(row.id))
