"""Reminding those who answer of what is late: once a week at most."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import timedelta

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from peewee import Expression

from portal.accounts.models import Grant, User
from portal.db import Version, database, now, today, tuples, upsert
from portal.directory.queries.names import in_language
from portal.notices import actions as notices
from portal.notices.letters import in_the_language, signed
from portal.notices.recipients import user_key
from portal.permissions import Role
from portal.proposals.models import Answer, Proposal, State, Verdict
from portal.workshops.models import Facilitator, Phase, Workshop, WorkshopText
from portal.workshops.queries import KIND

EACH = timedelta(days=7)


def remind() -> tuple[int, int]:
    """Put the letters into the outbox. How many letters, and of how many late things.

    They go to the coordinators, who answer, and to the facilitators of the workshop:
    teams have no address of their own.
    """
    with database.atomic():
        found = {row.id: row for row in Workshop.select() if row.phase is Phase.ANSWER}
        unanswered = late_answers(found)
        promised = late_promises(found)
        counts = {
            workshop: (len(unanswered[workshop]), len(promised[workshop]))
            for workshop in {*unanswered, *promised}
        }
        letters = sum(write(found[key], *counts[key]) for key in sorted(counts))
        for key in sorted(counts):
            tell_of_late(key, sum(counts[key]))
        note(unanswered, promised)
    return letters, sum(sum(pair) for pair in counts.values())


def late_answers(found: dict[int, Workshop]) -> dict[int, list[int]]:
    """Proposals without an answer, of workshops that are late and whose people were
    not reminded this week."""
    told = reminded(found)
    late = [
        key
        for key, row in found.items()
        if row.answer_until < today() and told.get(key, 0) <= day_number() - EACH.days
    ]
    answered = Answer.select(Answer.proposal)
    return by_workshop(
        Proposal.select(Proposal.workshop, Proposal.id).where(
            Proposal.workshop.in_(late),
            Proposal.state == State.PUBLISHED,
            Proposal.id.not_in(answered),
        )
    )


def late_promises(found: dict[int, Workshop]) -> dict[int, list[int]]:
    """Answers whose day has gone and nothing is said to be done."""
    return by_workshop(
        Proposal.select(Proposal.workshop, Answer.id)
        .join(Answer)
        .where(
            Proposal.workshop.in_(list(found)),
            Proposal.state == State.PUBLISHED,
            Answer.verdict != Verdict.WILL_NOT,
            Answer.done_on.is_null(),
            Answer.starts_on < today(),
            Answer.reminded_at.is_null() | (Answer.reminded_at <= now() - EACH),
        )
    )


def by_workshop(query: Iterable[object]) -> dict[int, list[int]]:
    held: dict[int, list[int]] = defaultdict(list)
    for workshop, number in tuples(query):
        held[workshop].append(number)
    return held


def note(unanswered: dict[int, list[int]], promised: dict[int, list[int]]) -> None:
    for workshop, numbers in unanswered.items():
        if numbers:
            upsert(Version, {"name": mark(workshop)}, number=day_number())
    ids = [number for numbers in promised.values() for number in numbers]
    Answer.update(reminded_at=now()).where(Answer.id.in_(ids)).execute()


def reminded(found: Iterable[int]) -> dict[int, int]:
    """On which day the people of each workshop were last reminded."""
    names = {mark(workshop): workshop for workshop in found}
    query = Version.select(Version.name, Version.number).where(
        Version.name.in_(list(names))
    )
    return {names[name]: number for name, number in tuples(query)}


def mark(workshop_id: int) -> str:
    return f"answers-reminded:{workshop_id}"


def day_number() -> int:
    return today().toordinal()


def write(workshop: Workshop, waiting: int, promised: int) -> int:
    """How many letters were written of one workshop."""
    titles = dict(
        tuples(
            WorkshopText.select(WorkshopText.language, WorkshopText.title).where(
                WorkshopText.workshop == workshop.id
            )
        )
    )
    readers = readers_of(workshop.id)
    for email, spoken in readers:
        title, _title_spoken = in_language(titles, spoken)
        with in_the_language(spoken):
            page = url_for("proposals.answers", slug=workshop.slug, _external=True)
            paragraphs = [
                _("In the workshop “%(title)s”:", title=title),
                _waiting(waiting) if waiting else "",
                _promised(promised) if promised else "",
                _("People see this on the board of answers:") + f"\n{page}",
                _("We remind you once a week until nothing is late."),
            ]
            subject = _("Late answers: %(title)s", title=title)
            notices.put(email, subject, signed(paragraphs, spoken))
    return len(readers)


def _waiting(count: int) -> str:
    return ngettext(
        "%(num)s proposal waits for an answer that is late.",
        "%(num)s proposals wait for an answer that is late.",
        count,
    )


def _promised(count: int) -> str:
    return ngettext(
        "%(num)s promise is past its day and not told to be done.",
        "%(num)s promises are past their day and not told to be done.",
        count,
    )


def readers_of(workshop_id: int) -> list[tuple[str, str]]:
    """Addresses with the languages of their readers."""
    found = User.select(User.email, User.language).where(answerers(workshop_id))
    return tuples(found.order_by(User.id))


def tell_of_late(workshop_id: int, late: int) -> None:
    """The same in the portal, to those who get the letters."""
    readers = tuples(User.select(User.id).where(answerers(workshop_id)))
    notices.tell(
        [user_key(number) for (number,) in readers],
        "answers-late",
        KIND,
        workshop_id,
        happening=f"answers-late:{workshop_id}:{day_number()}",
        mailed=True,
        late=late,
    )


def answerers(workshop_id: int) -> Expression:
    """Of users: the facilitators of a workshop, and the coordinators."""
    runs = Facilitator.select(Facilitator.user).where(
        Facilitator.workshop == workshop_id
    )
    coordinates = Grant.select(Grant.user).where(Grant.role == Role.COORDINATOR)
    return User.active & (User.id.in_(runs) | User.id.in_(coordinates))
