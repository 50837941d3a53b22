"""Beginning a selection, writing what is weighed, and locking it for good."""

from collections.abc import Mapping
from dataclasses import dataclass

from flask_babel import gettext as _
from flask_babel import ngettext

from portal.accounts.models import User
from portal.db import bump, database, now
from portal.errors import Refused
from portal.i18n import LANGUAGES, language
from portal.pilots.locking import WHOLE, Weighed
from portal.pilots.models import (
    CHANGES,
    Candidate,
    Criterion,
    CriterionText,
    Selection,
    SelectionText,
)
from portal.pilots.queries.selections import record_by_id
from portal.pilots.records import Record
from portal.pilots.selection_indexing import KIND, entries
from portal.search import actions as search
from portal.slugs import free_slug
from portal.text import slugify
from portal.web import tag

RESERVED = {"new"}


@dataclass(frozen=True)
class Draft:
    """What is weighed: titles by language, candidates by the ids of their pilots."""

    titles: Mapping[str, str]
    pilots: tuple[int, ...]
    criteria: tuple[Weighed, ...]


def draft_of(record: Record) -> Draft:
    return Draft(
        {code: text.title for code, text in record.texts.items()},
        tuple(sorted(one.pilot_id for one in record.runners)),
        tuple(Weighed(one.weight, one.words) for one in record.criteria),
    )


def seen_of(record: Record) -> str:
    """A short name for what stands now."""
    draft = draft_of(record)
    criteria = [(one.weight, sorted(one.words.items())) for one in draft.criteria]
    return tag(sorted(draft.titles.items()), draft.pilots, criteria)


def create(
    draft: Draft, *, by: User | None, submission: str = "", slug: str = ""
) -> Selection:
    """A new selection; sent twice, it is the same one."""
    with database.atomic():
        bump(CHANGES)
        sent = Selection.get_or_none(Selection.submission == submission)
        if submission and sent:
            return sent
        first = next(iter(draft.titles.values()))
        made = Selection.create(
            slug=free_slug(Selection.slug, slug or slugify(first), RESERVED),
            made_by=by,
            submission=submission or None,
        )
        write(made.id, draft)
    return made


def change(record: Record, draft: Draft, *, seen: str) -> bool:
    """False if it was written otherwise since `seen`: then nothing is saved."""
    with database.atomic():
        bump(CHANGES)
        standing = record_by_id(record.id) or record
        if standing.is_locked:
            raise Refused(
                _("The criteria are locked. Nobody can change them any more.")
            )
        if draft_of(standing) == draft:
            return True
        if seen_of(standing) != seen:
            return False
        for model in (Candidate, Criterion, SelectionText):
            model.delete().where(model.selection == record.id).execute()
        write(record.id, draft)
    return True


def write(selection_id: int, draft: Draft) -> None:
    for code, title in draft.titles.items():
        SelectionText.create(selection=selection_id, language=code, title=title)
    for pilot in draft.pilots:
        Candidate.create(selection=selection_id, pilot=pilot)
    for position, one in enumerate(draft.criteria):
        made = Criterion.create(
            selection=selection_id, position=position, weight=one.weight
        )
        for code, words in one.words.items():
            CriterionText.create(criterion=made, language=code, words=words)


def lacks(record: Record) -> list[str]:
    """What is to be done before it can be locked, in words."""
    missing = []
    if not record.runners:
        missing.append(_("Choose the pilots to choose from."))
    missing += [
        _("Make %(pilot)s public: what is chosen from is known to all.", pilot=name)
        for one in record.runners
        if not one.public
        for name in [one.name(language())[0]]
    ]
    if not record.criteria:
        missing.append(_("Write the criteria."))
    elif problem := off_whole([one.weight for one in record.criteria]):
        missing.append(problem)
    for code, called in LANGUAGES.items():
        untitled = code not in record.texts
        unsaid = sum(code not in one.words for one in record.criteria)
        if untitled:
            missing.append(_("%(language)s: write the title.", language=called))
        if unsaid:
            missing.append(
                ngettext(
                    "%(language)s: write %(num)s criterion.",
                    "%(language)s: write %(num)s criteria.",
                    unsaid,
                    language=called,
                )
            )
    return missing


def off_whole(weights: list[int]) -> str:
    """What is wrong with the sum of these weights, in words; nothing if it is right."""
    together = sum(weights)
    if together == WHOLE:
        return ""
    if together < WHOLE:
        return _(
            "The weights make %(sum)s. Add %(missing)s, so that they make 100.",
            sum=together,
            missing=WHOLE - together,
        )
    return _(
        "The weights make %(sum)s. Take away %(over)s, so that they make 100.",
        sum=together,
        over=together - WHOLE,
    )


def lock(record: Record, *, seen: str, by: User | None) -> None:
    """Lock the criteria whose hash is `seen`. Locked once, they stay so."""
    with database.atomic():
        bump(CHANGES)
        standing = record_by_id(record.id) or record
        if standing.is_locked:
            return
        if standing.digest_now != seen:
            raise Refused(
                _(
                    "Somebody else has changed the criteria meanwhile. "
                    "Read them again, then lock them."
                )
            )
        if missing := lacks(standing):
            raise Refused(" ".join(missing))
        Selection.update(
            locked_at=now(),
            locked_by=by,
            locked_text=standing.text_now,
            digest=standing.digest_now,
        ).where(Selection.id == record.id, Selection.locked_at.is_null()).execute()
        search.replace(KIND, record.id, entries([record.id]))


def open_results(record: Record) -> None:
    """From now on points are given. Opened once, they stay so."""
    with database.atomic():
        bump(CHANGES)
        standing = record_by_id(record.id) or record
        demand_locked(standing)
        Selection.update(opened_at=now()).where(
            Selection.id == record.id, Selection.opened_at.is_null()
        ).execute()


def demand_locked(record: Record) -> None:
    if not record.is_locked:
        raise Refused(_("Lock the criteria first. Results are opened after that."))
    if not record.is_intact:
        raise Refused(
            _("The criteria no longer match their lock. Nothing is decided by them.")
        )
