from datetime import timedelta

import pytest

from portal.db import bump, now, today
from portal.directory.actions import DraftText
from portal.directory.models import CHANGES, Service, UnmetNeed, UnmetSource
from portal.indicators.queries import answering, cards, directory, keeping
from portal.pilots.models import Pilot, PilotState, TakeUp, TakeUpState
from portal.proposals.models import Answer, AnswerText, Verdict
from portal.reports.models import Phenomenon
from portal.threads.models import Outcome, ThreadLink
from portal.upkeep.models import About, FeedbackState, ServiceFeedback, Source
from portal.vocabulary.queries import vocabulary
from portal.workshops.models import Entry, Workshop
from tests.factories import make_proposal, make_service, make_workshop

YESTERDAY = today() - timedelta(days=1)


def whole(figures, part=""):
    """The value and n of the whole region."""
    (one,) = [f for f in figures if not f.area and f.part == part]
    return one.value, one.n


def at(figures, area, part=""):
    (one,) = [f for f in figures if f.area == area and f.part == part]
    return one.value, one.n


def set_service(service, **fields):
    Service.update(**fields).where(Service.id == service.id).execute()
    bump(CHANGES)


def test_balance_counts_a_service_of_the_county_in_each_municipality(app):
    make_service(tags="area:county focus:early")
    make_service(tags="area:harju focus:corrective")

    figures = list(cards.balance())

    assert at(figures, "harju", "early") == (1, 2)
    assert at(figures, "koskela", "early") == (1, 1)
    assert whole(figures, "corrective") == (1, 2)


def test_coverage_counts_needs_in_each_municipality(app):
    needs = len(vocabulary().of("need"))
    before, _n = at(cards.covered(), "harju")

    make_service(tags="area:harju need:money")

    assert (before, at(cards.covered(), "harju")) == (0, (1, needs))


def test_roll_out_counts_a_practice_that_is_taken_up_where_it_is_in_use(app):
    harju = vocabulary().of("area")["harju"].id
    pilot = Pilot.create(slug="one", state=PilotState.ROLL_OUT, public=True)
    TakeUp.create(pilot=pilot, area=harju, state=TakeUpState.IN_USE)
    Pilot.create(slug="two", state=PilotState.RUNNING, public=True)
    Pilot.create(slug="three", state=PilotState.PERMANENT, public=False)

    figures = list(cards.rolled_out())

    assert at(figures, "harju") == (1, 1)
    assert at(figures, "koskela") == (0, 1)


def test_first_meeting_is_the_median_of_what_services_tell(app):
    for days in (2, 30, 4, None):
        service = make_service(tags="area:harju")
        set_service(service, wait_days=days)

    figures = list(directory.first_meeting())

    assert at(figures, "harju") == (4, 3)
    assert whole(figures) == (4, 3)


def test_unmet_counts_the_last_whole_month(app):
    last = (today().replace(day=1) - timedelta(days=1)).replace(day=1)
    for month, count in ((last, 3), (last, 4), (today().replace(day=1), 50)):
        UnmetNeed.create(
            digest=f"{month}{count}",
            language="fi",
            source=UnmetSource.NOTHING_FOUND,
            month=month,
            count=count,
        )

    assert whole(directory.unmet()) == (7, None)


def test_languages_counts_what_is_written_in_each_and_in_all(app):
    three = {code: DraftText(name="Name", summary="") for code in ("fi", "sv", "en")}
    make_service(texts=three)
    make_service()

    figures = list(keeping.languages())

    assert whole(figures, "all") == (1, 2)
    assert whole(figures, "en") == (2, 2)


def test_fresh_counts_cards_checked_in_their_own_time(app):
    half_a_year_ago = today() - timedelta(days=185)
    for months in (3, 12):
        set_service(make_service(), checked_on=half_a_year_ago, review_months=months)
    make_service()

    assert whole(keeping.fresh()) == (1, 3)


@pytest.fixture
def over():
    """A workshop whose answers are due."""
    workshop = make_workshop()
    Workshop.update(answer_until=YESTERDAY).where(Workshop.id == workshop.id).execute()
    return workshop


def answer(proposal, **fields):
    values = {"verdict": Verdict.WILL, "answered_on": YESTERDAY}
    return Answer.create(proposal=proposal, **values | fields)


def test_proposals_answered_on_the_day_are_in_time(over):
    answer(make_proposal(over))
    answer(make_proposal(over), answered_on=today())
    make_proposal(over)
    make_proposal(make_workshop())

    assert whole(answering.proposals()) == (1, 3)


def test_proposals_of_an_invited_workshop_are_not_counted(over):
    answer(make_proposal(over), done_on=YESTERDAY)
    Workshop.update(entry=Entry.INVITED).execute()

    assert whole(answering.proposals()) == whole(answering.changed()) == (0, 0)


def test_changed_counts_what_is_done_and_told_or_joined(over):
    told = answer(make_proposal(over), done_on=YESTERDAY)
    for language in ("fi", "en"):
        AnswerText.create(answer=told, language=language, reason="", changed="So")
    untold = answer(make_proposal(over), done_on=YESTERDAY)
    AnswerText.create(answer=untold, language="en", reason="")
    joined = make_proposal(over)
    ThreadLink.create(
        kind="proposal",
        item_id=joined.id,
        outcome=Outcome.CHANGED,
        other_kind="service-version",
        other_id=1,
    )

    assert whole(answering.changed()) == (2, 3)


def phenomenon(**fields):
    values = {"public": True, "taken_up_on": today() - timedelta(days=100)}
    n = Phenomenon.select().count()
    return Phenomenon.create(slug=f"phenomenon-{n}", **values | fields)


def test_phenomena_are_answered_in_ninety_days(app):
    phenomenon(answered_on=today() - timedelta(days=10))
    phenomenon(answered_on=today() - timedelta(days=9))
    phenomenon()
    phenomenon(taken_up_on=today() - timedelta(days=20), answered_on=today())
    phenomenon(public=False)

    assert whole(answering.phenomena()) == (1, 3)


def test_feedback_is_answered_by_the_day_promised(app):
    for n, (state, answered_at, due_on) in enumerate(
        [
            (FeedbackState.ANSWERED, now(), today()),
            (FeedbackState.ANSWERED, now(), YESTERDAY),
            (FeedbackState.RECEIVED, None, YESTERDAY),
            (FeedbackState.RECEIVED, None, today()),
            (FeedbackState.CLOSED, None, YESTERDAY),
        ]
    ):
        ServiceFeedback.create(
            source=Source.CARD,
            about=About.TEXT,
            message="It is closed",
            language="en",
            code=f"code{n}",
            due_on=due_on,
            state=state,
            answered_at=answered_at,
        )

    assert whole(answering.feedback()) == (1, 3)
