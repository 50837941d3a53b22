"""What people have been told, as they read it."""

from portal.i18n import LANGUAGES
from portal.notices.events import told
from portal.notices.letters import in_the_language
from portal.notices.models import Notice
from portal.notices.recipients import participant_key, user_key


def key(person) -> str:
    """Of a user or a participant."""
    return (
        user_key(person.id) if hasattr(person, "email") else participant_key(person.id)
    )


def events(person, *only: str) -> list[str]:
    """What happened to a person, in order; of `only` these kinds of things."""
    found = Notice.select().where(Notice.recipient == key(person)).order_by(Notice.id)
    return [one.event for one in found if not only or one.kind in only]


def readings(app, person, *only: str) -> list[tuple[str, str]]:
    """How that reads in English, and where it leads; it reads in every language."""
    found = Notice.select().where(Notice.recipient == key(person)).order_by(Notice.id)
    rows = [one for one in found if not only or one.kind in only]
    said = {}
    with app.app_context():
        for language in LANGUAGES:
            with in_the_language(language):
                said = told(rows)
    return [(said[one.id].text, said[one.id].url) for one in rows if one.id in said]
