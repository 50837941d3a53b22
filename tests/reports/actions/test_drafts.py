from datetime import timedelta

from portal.db import now
from portal.reports.actions.drafts import KEPT, forget_drafts, save_draft
from portal.reports.models import ReportDraft
from portal.reports.queries.drafts import draft_of
from tests.reports.things import make_writer


def test_draft_without_words_is_not_begun():
    writer = make_writer()

    save_draft(writer, {"pick_sort": "problem", "submission": "one"}, instead=False)

    assert draft_of(writer) is None


def test_each_writer_has_a_draft_of_their_own():
    first, second = make_writer(), make_writer()

    for writer in (first, second):
        save_draft(writer, {"seen": writer.name, "submission": "s"}, instead=False)

    assert (draft_of(first) or {})["seen"] == first.name
    assert (draft_of(second) or {})["seen"] == second.name


def test_drafts_that_nobody_touches_are_forgotten_after_a_while():
    old, fresh = make_writer(), make_writer()
    for writer in (old, fresh):
        save_draft(writer, {"seen": "Begun", "submission": "s"}, instead=False)
    long_ago = now() - KEPT - timedelta(days=1)
    these = ReportDraft.author == old
    ReportDraft.update(saved_at=long_ago).where(these).execute()

    assert forget_drafts(now()) == 1
    assert (draft_of(old), draft_of(fresh) is None) == (None, False)
