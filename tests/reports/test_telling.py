from portal.notices.events import told
from portal.notices.models import Notice
from portal.reports import telling
from portal.reports.actions import withdrawing
from portal.reports.actions.gathering import take_out
from portal.reports.actions.undoing import undo
from portal.reports.models import Progress, Report
from tests.reports.things import gather, make_report, make_writer


def heard(user):
    """The sentences that somebody is told, in the order in which they were."""
    theirs = Notice.recipient == f"user:{user.id}"
    notices = list(Notice.select().where(theirs).order_by(Notice.id))
    read = told(notices)
    return [read[notice.id].text for notice in notices if notice.id in read]


def test_writer_hears_each_step_of_each_report(app):
    writer = make_writer()
    rows = [make_report(author=writer), make_report(author=writer)]
    phenomenon = gather(*rows)

    with app.test_request_context("/en/"):
        for progress in Progress:
            telling.tell_progress(phenomenon, progress)
            telling.tell_progress(phenomenon.id, progress)
        sentences = heard(writer)

    mine = [text for text in sentences if rows[0].number in text]
    assert len(sentences) == 10
    assert [text.replace(rows[0].number, "N") for text in mine] == [
        "Your report N was gathered with others into one phenomenon.",
        "What your report N tells of was taken up: somebody must answer.",
        "What your report N tells of has an answer.",
        "Something was done about what your report N tells of.",
        "What came of it: read what has changed since your report N.",
    ]


def test_writer_hears_when_it_moves(app):
    writer = make_writer()
    row = make_report(author=writer)
    phenomenon = gather(row)

    with app.test_request_context("/en/"):
        take_out([row.id], phenomenon.id, by=None, batch="out")
        undo("out")
        sentences = heard(writer)

    assert [text.replace(row.number, "N") for text in sentences] == [
        "Your report N was gathered with others into one phenomenon.",
        "Your report N waits to be gathered with others again.",
        "Your report N was gathered with others into one phenomenon.",
    ]


def test_nobody_hears_of_what_was_taken_back_or_has_no_author(app):
    writer = make_writer()
    taken, nobodys = make_report(author=writer), make_report()
    phenomenon = gather(taken, nobodys)
    withdrawing.set_withdrawn(taken.id, wanted=True)
    Report.update(author=None).where(Report.id == nobodys.id).execute()

    with app.test_request_context("/en/"):
        telling.tell_progress(phenomenon, Progress.ANSWERED)
        sentences = heard(writer)

    assert sentences == []
    assert Notice.select().where(Notice.event == telling.PROGRESS).count() == 0
