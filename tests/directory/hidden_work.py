"""The common work, from reports to threads: some words of it must never be seen."""

from datetime import timedelta
from typing import Any

from portal.costs.models import CostStudy, CostStudyText, StudyState
from portal.db import now, today
from portal.groups.models import (
    Claim,
    ClaimState,
    DecisionState,
    Group,
    GroupDecision,
    GroupDecisionText,
    GroupText,
    Meeting,
    MeetingText,
    OpenQuestion,
    OpenQuestionState,
    OpenQuestionText,
)
from portal.i18n import LANGUAGES
from portal.pilots.models import (
    Candidate,
    Pilot,
    PilotState,
    PilotStep,
    PilotText,
    Selection,
    SelectionText,
    Site,
)
from portal.proposals.models import Proposal
from portal.reports.actions.counting import count_all
from portal.reports.actions.digests import keep_halves
from portal.reports.models import (
    Phenomenon,
    PhenomenonStep,
    PhenomenonText,
    Progress,
    Report,
    ReportState,
    Sort,
)
from portal.threads.actions.threads import set_public
from portal.threads.models import Thread
from portal.vocabulary.queries import vocabulary
from tests.costs.things import make_study as store_study
from tests.costs.things import publish
from tests.directory.hidden_library import ADDRESS, Parts
from tests.factories import make_proposal, make_workshop
from tests.threads.effects import make_effect
from tests.threads.things import make_thread

READY = "ready-work"


def make_work(proposal: Proposal, title: str, text: str, unready: str) -> Parts:
    """Of everything one that is public at the address `ready-work`, and one that is
    not at `unready`; reports and what waits for a moderator beside them. And what the
    parts of their addresses can be."""
    both = ((READY, "Calm", "Calm"), (unready, title, text))
    for slug, called, said in both:
        public = slug == READY
        make_phenomenon(slug, called, said, text, public=public)
        pilot = make_pilot(slug, called, said, public=public)
        make_selection(slug, called, said, pilot, public=public)
        make_study(slug, called, said, public=public)
    count_all()
    groups = [
        make_group(slug, called, said, public=slug == READY)
        for slug, called, said in both
    ]
    for slug, called, said in both:
        make_question(slug, called, said, text, public=slug == READY)
    make_threads(proposal, title, text, unready)
    slugs: list[dict[str, object]] = [{"slug": READY}, {"slug": unready}]
    rooms = "phenomena pilots selections cost-studies groups open-questions threads"
    return {
        **{f"{room}/<slug>": slugs for room in rooms.split()},
        "groups/<slug>/decisions/<decision_id>": [one[0] for one in groups],
        "groups/<slug>/meetings/<meeting_id>": [one[1] for one in groups],
        "threads/<slug>/effects/<code>": [],
        "pilots/entries/": [],
        "reports/digests/": [{"half": one.name} for one in keep_halves()],
        "indicators/": [],
    }


def told(model: Any, owner: str, thing: Any, **words: str) -> None:
    for language in LANGUAGES:
        model.create(**{owner: thing}, language=language, **words)


def make_phenomenon(
    slug: str, title: str, said: str, secret: str, *, public: bool
) -> None:
    before = now() - timedelta(days=200)
    made = Phenomenon.create(
        slug=slug, public=public, progress=Progress.ACTED_ON, made_at=before
    )
    told(PhenomenonText, "phenomenon", made, title=title, summary=said, answer=said)
    for progress in (Progress.GATHERED, Progress.ANSWERED, Progress.ACTED_ON):
        PhenomenonStep.create(phenomenon=made, progress=progress, on=today())
    for number in range(6):
        Report.create(
            number=f"{slug[:5]}-{number}",
            sort=Sort.PROBLEM,
            seen=secret,
            consequence=secret,
            tried=secret,
            suggestion=secret,
            addressee=secret,
            area=vocabulary().of("area")["harju"].id,
            language="en",
            voice="staff",
            state=ReportState.DE_IDENTIFIED,
            phenomenon=made,
            received_at=before,
            submission=f"{slug}-{number}",
        )


def make_pilot(slug: str, title: str, said: str, *, public: bool) -> Pilot:
    state = PilotState.RUNNING
    made = Pilot.create(slug=slug, public=public, state=state, starts_on=today())
    told(PilotText, "pilot", made, name=title, summary=said, hypothesis=said)
    PilotStep.create(pilot=made, state=state, on=today(), note=said, language="en")
    area = vocabulary().of("area")["harju"].id
    Site.create(pilot=made, area=area, email=ADDRESS)
    return made


def make_selection(
    slug: str, title: str, said: str, pilot: Pilot, *, public: bool
) -> None:
    made = Selection.create(
        slug=slug,
        locked_at=now() if public else None,
        decided_on=None if public else today(),
    )
    told(SelectionText, "selection", made, title=title, decision=said, dissent=said)
    Candidate.create(selection=made, pilot=pilot)


def make_study(slug: str, title: str, said: str, *, public: bool) -> None:
    if public:
        publish(store_study(slug=slug))
        return
    made = CostStudy.create(slug=slug, state=StudyState.DRAFT)
    told(CostStudyText, "study", made, title=title, summary=said)


def make_group(
    slug: str, title: str, said: str, *, public: bool
) -> tuple[dict[str, object], dict[str, object]]:
    made = Group.create(slug=slug, public=public)
    told(GroupText, "group", made, name=title, purpose=said, joining=said)
    decision = GroupDecision.create(
        group=made, decided_on=today(), settled_on=today(), state=DecisionState.DONE
    )
    told(GroupDecisionText, "decision", decision, what=said)
    meeting = Meeting.create(group=made, starts_at=now(), ends_at=now())
    told(MeetingText, "meeting", meeting, agenda=said)
    return (
        {"slug": slug, "decision_id": decision.id},
        {"slug": slug, "meeting_id": meeting.id},
    )


def make_question(
    slug: str, title: str, said: str, secret: str, *, public: bool
) -> None:
    state = OpenQuestionState.OPEN if public else OpenQuestionState.PROPOSED
    made = OpenQuestion.create(
        slug=slug, state=state, submission=slug, answered_on=today()
    )
    told(OpenQuestionText, "question", made, words=title, why=said)
    Claim.create(
        question=made,
        name=secret,
        contact=ADDRESS,
        plan=secret,
        language="en",
        until=today(),
        state=ClaimState.ASKED,
        submission=slug,
    )


def make_threads(proposal: Proposal, title: str, text: str, unready: str) -> None:
    """A public one on which words wait, and one that is not public."""
    thread = make_thread(proposal, title="Calm")
    make_effect(thread)
    make_effect(thread, body=text, waits=True)
    other = make_proposal(make_workshop())
    hidden = make_thread(other, title=title, summary=text)
    for made, slug in ((thread, READY), (hidden, unready)):
        Thread.update(slug=slug).where(Thread.id == made.id).execute()
    set_public(hidden.id, wanted=False)
