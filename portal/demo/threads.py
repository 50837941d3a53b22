"""Loading the threads of the demo region: joined as editors join them."""

from datetime import datetime, time
from typing import Any

from portal.accounts.models import User
from portal.ballots.models import Poll
from portal.db import bump
from portal.demo.files import entries, in_languages
from portal.demo.workshops import by_key
from portal.directory.models import (
    CHANGES,
    Service,
    ServiceText,
    ServiceVersion,
)
from portal.pilots.models import Pilot, Selection
from portal.practices.models import Practice
from portal.proposals.models import Answer, Proposal
from portal.reports.models import Phenomenon
from portal.threads import things
from portal.threads.actions import linking
from portal.threads.actions import threads as actions
from portal.threads.models import Outcome
from portal.threads.queries.threads import written
from portal.threads.things import End
from portal.upkeep.actions import saving
from portal.workshops.models import Workshop

FIRST = "fi"
BY_SLUG: dict[str, Any] = {
    things.WORKSHOP: Workshop,
    things.PHENOMENON: Phenomenon,
    things.PILOT: Pilot,
    things.SELECTION: Selection,
    things.PRACTICE: Practice,
}


def load(editor: User) -> None:
    for entry in entries("threads.toml", "change"):
        load_change(entry, editor)
    for entry in entries("threads.toml", "thread"):
        load_thread(entry, editor)


def load_change(entry: dict[str, Any], editor: User) -> None:
    """A service as it was, and the words that changed."""
    service, field = Service.get(Service.slug == entry["service"]), entry["field"]
    bump(CHANGES)
    changed = {}
    for text in ServiceText.select().where(ServiceText.service == service.id):
        stands = getattr(text, field)
        before, after = (
            f"{entry[when][text.language]}\n\n{stands}" for when in ("before", "after")
        )
        these = ServiceText.id == text.id
        ServiceText.update({field: before}).where(these).execute()
        changed[f"text/{text.language}/{field}"] = after
    saved = saving.set_values(service, changed, by=editor)
    for edition, name in ((saved.edition - 1, "first_on"), (saved.edition, "on")):
        ServiceVersion.update(saved_at=noon(entry[name])).where(
            ServiceVersion.service == service.id, ServiceVersion.edition == edition
        ).execute()


def noon(day: Any) -> datetime:
    return datetime.combine(day, time(12))


def load_thread(entry: dict[str, Any], editor: User) -> None:
    for step in entry["steps"]:
        linking.join(
            end(step["from"]),
            end(step["to"]),
            outcome=Outcome(step["how"]),
            on=step.get("on"),
            by=editor,
        )
    texts = in_languages(entry)
    start = end(entry["start"])
    made = actions.create(start, texts[FIRST]["title"], FIRST, slug=entry["slug"])
    values = {
        **written(made.id),
        **{name: entry[name] for name in ("theme", "area")},
        **{
            f"text/{code}/{name}": words
            for code, text in texts.items()
            for name, words in text.items()
        },
    }
    actions.save(made.id, values, base=written(made.id), by=editor)
    actions.set_public(made.id, wanted=True)


def end(named: str) -> End:
    """What the files call so: `pilot:remote-reception`."""
    kind, _colon, name = named.partition(":")
    if kind in BY_SLUG:
        model = BY_SLUG[kind]
        return End(kind, model.get(model.slug == name).id)
    slug, _slash, key = name.partition("/")
    if kind == things.SERVICE_VERSION:
        return End(kind, newest_version(slug).id)
    workshop = Workshop.get(Workshop.slug == slug)
    if kind == things.POLL:
        return End(kind, Poll.get(Poll.workshop == workshop.id).id)
    proposal: Proposal = by_key(workshop)[key]
    if kind == things.PROPOSAL:
        return End(kind, proposal.id)
    return End(kind, Answer.get(Answer.proposal == proposal.id).id)


def newest_version(slug: str) -> ServiceVersion:
    newest: ServiceVersion = (
        ServiceVersion.select()
        .join(Service)
        .where(Service.slug == slug)
        .order_by(ServiceVersion.edition.desc())
        .get()
    )
    return newest
