"""Keeping what somebody has begun to write."""

from dataclasses import asdict, dataclass

from flask_babel import gettext as _
from peewee import IntegrityError

from portal.accounts.models import Voice
from portal.db import database, now, upsert
from portal.errors import Refused
from portal.proposals import phases
from portal.proposals.models import Draft, Relation
from portal.proposals.queries.drafts import draft_of, links_of
from portal.workshops.models import Participant

MOST_LINKS = 5


@dataclass(frozen=True)
class DraftWords:
    """What stands in an unfinished form, right or not; themes as codes."""

    language: str
    suggestion: str = ""
    problem: str = ""
    helps: str = ""
    relation: Relation = Relation.OWN
    voice: Voice | None = None
    themes: str = ""

    @property
    def is_empty(self) -> bool:
        return not (self.suggestion or self.problem or self.helps)


class AnotherDraft(Exception):  # noqa: N818  not a fault: somebody has two tabs
    """A draft is kept that was begun in another form and says something else."""

    def __init__(self, draft: Draft) -> None:
        super().__init__(draft)
        self.draft = draft


def save_draft(
    participant: Participant, words: DraftWords, *, submission: str, instead: bool
) -> None:
    """Keep an unfinished form. One of another form is given up only when this is to
    stand `instead` of it; else raises AnotherDraft."""
    with database.atomic():
        kept = draft_of(participant)
        if kept and kept.submission != submission and differs(kept, words):
            if not instead:
                raise AnotherDraft(kept)
            Draft.delete().where(Draft.id == kept.id).execute()
            kept = None
        if kept or not words.is_empty:
            values = {"submission": submission, "saved_at": now(), **asdict(words)}
            try:
                upsert(Draft, {"participant": participant}, **values)
            except IntegrityError as error:
                raise phases.left() from error


def differs(kept: Draft, words: DraftWords) -> bool:
    """Whether something would be lost if these words took the place of those."""
    old = (kept.suggestion, kept.problem, kept.helps)
    return any(old) and old != (words.suggestion, words.problem, words.helps)


def delete_draft(participant: Participant) -> None:
    Draft.delete().where(Draft.participant == participant).execute()


def set_link(draft: Draft, kind: str, item_id: int, *, wanted: bool) -> None:
    """Join a draft with a thing, or part them. Asking twice changes nothing."""
    with database.atomic():
        kept = need_kept(draft)
        links = [link for link in links_of(kept) if link != (kind, item_id)]
        if wanted:
            links = [*links, (kind, item_id)][-MOST_LINKS:]
        text = " ".join(f"{kind}:{number}" for kind, number in links)
        Draft.update(links=text).where(Draft.id == draft.id).execute()


def held(draft: Draft) -> Draft | None:
    """The draft as it is, which nobody else changes meanwhile; none if it has ended."""
    this = Draft.id == draft.id
    Draft.update(saved_at=now()).where(this).execute()
    return Draft.get_or_none(this)


def need_kept(draft: Draft) -> Draft:
    kept = held(draft)
    if kept is None:
        raise Refused(
            _(
                "This draft was sent or deleted meanwhile, in another tab or on "
                "another device."
            )
        )
    return kept
