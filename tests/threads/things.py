"""Threads and what they lead through, with the fewest words."""

from datetime import date

from portal.db import today
from portal.directory.models import ServiceVersion, Team
from portal.permissions import Role
from portal.practices.models import Practice
from portal.proposals.actions import AnswerDraft, store_answer
from portal.proposals.models import Answer, Proposal, Verdict
from portal.threads import things
from portal.threads.actions import linking
from portal.threads.actions import threads as actions
from portal.threads.models import Outcome, Thread
from portal.threads.queries.changes import Wish
from portal.threads.queries.news import news
from portal.threads.queries.threads import written
from portal.threads.things import End
from portal.upkeep.actions import saving
from tests.factories import make_user


def answered(
    proposal: Proposal, verdict: Verdict = Verdict.PARTLY, team: Team | None = None
) -> Answer:
    draft = AnswerDraft(verdict, team, {"en": "We start with two places."}, {"en": ""})
    store_answer(proposal, None, draft, answered_on=today())
    return Answer.get(Answer.proposal == proposal)


def version_of(service, **values: str) -> ServiceVersion:
    """The newest version of a service, once these of its texts have changed."""
    if values:
        editor = make_user(Role.COORDINATOR)
        saving.save(
            service,
            {f"text/en/{name}": words for name, words in values.items()},
            edition=service.__class__.get_by_id(service.id).edition,
            by=editor,
        )
    these = ServiceVersion.service == service.id
    return (
        ServiceVersion.select().where(these).order_by(ServiceVersion.edition.desc())
    ).get()


def end(thing) -> End:
    kinds = {
        Proposal: things.PROPOSAL,
        Answer: things.ANSWER,
        Practice: things.PRACTICE,
        ServiceVersion: things.SERVICE_VERSION,
    }
    found = {kind.__name__: name for kind, name in kinds.items()}
    names = {"Workshop": things.WORKSHOP, "Poll": things.POLL, "Pilot": things.PILOT}
    return End({**found, **names}[type(thing).__name__], thing.id)


def led(start, *ends, on: date | None = None, note: str = "") -> None:
    """Each came of the one before it."""
    for thing in ends:
        linking.join(
            end(start),
            end(thing),
            outcome=Outcome.LED_TO,
            on=on,
            note=note,
            language="en",
        )
        start = thing


def make_thread(start, *, public: bool = True, **texts: str) -> Thread:
    """A thread from a thing, in English."""
    title, slug = texts.pop("title", "Told once"), texts.pop("slug", "")
    thread = actions.create(end(start), title, "en", slug=slug)
    if texts:
        values = written(thread.id)
        told = {f"text/en/{name}": words for name, words in texts.items()}
        actions.save(thread.id, {**values, **told}, base=values)
    if public:
        actions.set_public(thread.id, wanted=True)
    return Thread.get_by_id(thread.id)


def told() -> list[tuple[str, str, str]]:
    """What the news say, in English, the newest first; nothing of the rules."""
    return [
        (row.name, row.title.words if row.title else "", row.says)
        for row in news(Wish(), "en", 25).rows
        if row.kind != "rules"
    ]
