"""A practice read whole, as it stands in the tables."""

from typing import Any

from portal.db import tuples
from portal.directory.models import Organisation, Team
from portal.i18n import LANGUAGES
from portal.practices.models import (
    Practice,
    PracticeAuthor,
    PracticeReference,
    PracticeTag,
    PracticeText,
)
from portal.practices.snapshots import REFERENCE, SCHEMES, TEXTS
from portal.upkeep.queries.snapshots import text_of
from portal.upkeep.snapshots import Snapshot
from portal.vocabulary.queries import vocabulary


def snapshot(practice: Practice) -> Snapshot:
    """Everything that editors may change, in a fixed number of statements."""
    return {
        **facts(practice),
        **tags(practice),
        **texts(practice),
        **references(practice),
    }


def facts(practice: Practice) -> Snapshot:
    """Whose it is, by codes, and when somebody last read it through."""
    owner, team, checked_on = next(
        iter(
            tuples(
                Practice.select(Organisation.code, Team.code, Practice.checked_on)
                .left_outer_join(
                    Organisation, on=Practice.organisation == Organisation.id
                )
                .switch(Practice)
                .left_outer_join(Team, on=Practice.team == Team.id)
                .where(Practice.id == practice.id)
            )
        ),
        (None, None, None),
    )
    authors = tuples(
        PracticeAuthor.select(Organisation.code)
        .join(Organisation)
        .where(PracticeAuthor.practice == practice.id)
        .order_by(Organisation.code)
    )
    return {
        "organisation": text_of(owner),
        "team": text_of(team),
        "authors": " ".join(code for (code,) in authors),
        "checked_on": text_of(checked_on),
    }


def tags(practice: Practice) -> Snapshot:
    """The codes of each scheme, in the vocabulary's order."""
    these = PracticeTag.practice == practice.id
    chosen = {
        term for (term,) in tuples(PracticeTag.select(PracticeTag.term).where(these))
    }
    words = vocabulary()
    return {
        f"tags/{scheme.value}": " ".join(
            word.code for word in words.of(scheme).values() if word.id in chosen
        )
        for scheme in SCHEMES
    }


def texts(practice: Practice) -> Snapshot:
    """In the order of the portal's languages."""
    rows: Any = PracticeText.select().where(PracticeText.practice == practice.id)
    return {
        f"text/{row.language}/{name}": text_of(getattr(row, name))
        for row in sorted(rows, key=lambda row: list(LANGUAGES).index(row.language))
        for name in (*TEXTS, "state", "source", "source_at")
    }


def references(practice: Practice) -> Snapshot:
    rows = (
        PracticeReference.select()
        .where(PracticeReference.practice == practice.id)
        .order_by(PracticeReference.position, PracticeReference.id)
    )
    return {
        f"reference/{row.id}/{name}": text_of(getattr(row, name))
        for row in rows
        for name in REFERENCE
    }
