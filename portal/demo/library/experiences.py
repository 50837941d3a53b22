"""What people with lived experience say of practices."""

from portal.accounts.models import User, Voice
from portal.demo.files import entries
from portal.demo.library.keys import case, store_cases, written
from portal.practices.actions.experiences import count
from portal.practices.models import EXPERIENCE, Experience, Lived, TalkState


def load(practices: dict[str, int], persons: dict[str, User], moderator: User) -> None:
    cases, told = [], {}
    for number, entry in enumerate(entries("practice-experiences.toml", "experience")):
        author = persons[entry["by"]] if "by" in entry else None
        state = TalkState(entry.get("state", TalkState.PUBLISHED))
        practice = practices[entry["practice"]]
        row = Experience.create(
            practice=practice,
            author=author,
            voice=author.voice if author else Voice(entry["voice"]),
            people=entry.get("people", 1),
            verdict=Lived(entry["verdict"]),
            helped=entry.get("helped", ""),
            hurt=entry.get("hurt", ""),
            language=entry["language"],
            state=state,
            written_at=written(entry),
            submission=f"own-{practice}-{author.id}"
            if author
            else f"demo-experience-{number}",
        )
        told[practice] = row
        waiting = state is TalkState.WAITING
        cases.append(case(EXPERIENCE, row, moderator, waiting=waiting))
    store_cases(cases)
    for row in told.values():
        count(Experience.get_by_id(row.id))
