"""The task list says what waits, whose it is, and leads to where it is mended."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from playhouse.test_utils import count_queries

from portal.db import now, today
from portal.directory.actions import DraftText
from portal.directory.models import (
    Channel,
    ChannelKind,
    Known,
    Organisation,
    Service,
    ServiceText,
    TextState,
)
from portal.permissions import Role
from portal.upkeep.models import LinkCheck, LinkUse, ServiceFeedback
from tests.factories import make_service, make_team, make_user, sign_in
from tests.upkeep.feedback import make_answer, make_feedback

EVERY = ("fi", "sv", "en")


def make_whole(name, **fields):
    """A card that nothing is to be done about."""
    texts = {code: DraftText(name=name) for code in EVERY}
    checked = {"checked_on": today(), "phone": "019 123 4500"}
    return make_service(name, texts=texts, **checked | fields)


def make_late(name, days=400, **fields):
    return make_whole(name, checked_on=today() - timedelta(days=days), **fields)


def make_failing(service, url="https://gone.example"):
    link = LinkCheck.create(url=url, status=404, failures=2, failing_since=now())
    LinkUse.create(link=link, service=service)


@pytest.fixture
def editor(app):
    return sign_in(app, make_user(Role.EDITOR))


def sections(page):
    """The titles of tasks, by kind."""
    soup = BeautifulSoup(page.text, "html.parser")
    return {
        part["id"]: [title.text for title in part.select("h3")]
        for part in soup.select("main section[id]")
    }


def counts(page):
    soup = BeautifulSoup(page.text, "html.parser")
    return {a["href"][1:]: int(a.b.text) for a in soup.select("main .chips a")}


def test_nothing_waits_where_all_is_well(editor):
    make_whole("Rent help")

    page = editor.get("/en/upkeep")

    assert counts(page) == {}
    assert "Nothing waits" in page.text


def test_each_kind_of_task_is_told(editor):
    make_late("Late")
    make_whole("Never checked", checked_on=None)
    make_late("Soon", days=350)
    make_failing(make_whole("Leads nowhere"))
    make_feedback(make_whole("Told of"))
    make_answer(make_feedback(make_whole("Answered")))
    make_service("English only", checked_on=today(), phone="1")
    closed = make_whole("Closed", phone="")
    Channel.create(
        service=closed,
        position=1,
        kind=ChannelKind.ONLINE,
        contact="https://a.example",
        identification=Known.YES,
    )
    old = make_whole("Old")
    ServiceText.update(source="fi", source_at=now() - timedelta(days=9)).where(
        ServiceText.service == old.id, ServiceText.language == "sv"
    ).execute()

    page = editor.get("/en/upkeep")

    assert sections(page) == {
        "late": ["Never checked", "Late"],
        "feedback": ["The times are wrong: Told of"],
        "failing": ["Leads nowhere"],
        "missing": ["English only"],
        "older": ["Old"],
        "closed": ["Closed"],
        "soon": ["Soon"],
    }
    assert sum(counts(page).values()) == 8
    assert counts(page)["late"] == 2


def test_tasks_lead_to_where_they_are_mended(editor):
    service = make_service("English only", checked_on=today(), phone="1")

    page = editor.get("/en/upkeep")

    link = BeautifulSoup(page.text, "html.parser").select_one("#missing h3 a")
    assert link["href"] == f"/en/services/{service.slug}/text/fi"
    assert editor.get(link["href"]).status_code == 200


def test_link_that_failed_once_is_no_task(editor):
    make_failing(make_whole("Rent help"))
    LinkCheck.update(failures=1).execute()

    assert sections(editor.get("/en/upkeep")) == {}


def test_way_in_that_may_need_no_identification_is_no_closed_door(editor):
    service = make_whole("Rent help", phone="")
    for number, known in enumerate((Known.YES, Known.UNKNOWN)):
        Channel.create(
            service=service,
            position=number,
            kind=ChannelKind.ONLINE,
            contact="https://a.example",
            identification=known,
        )

    assert sections(editor.get("/en/upkeep")) == {}


def test_draft_is_not_asked_to_be_whole(editor):
    service = make_service("Draft", checked_on=None)
    ServiceText.update(state=TextState.DRAFT).where(
        ServiceText.service == service.id
    ).execute()

    assert sections(editor.get("/en/upkeep")) == {}


def test_overdue_feedback_comes_first(editor):
    soon, late = (make_feedback(make_whole(name)) for name in ("Soon", "Late"))
    ServiceFeedback.update(due_on=today() - timedelta(days=1)).where(
        ServiceFeedback.id == late.id
    ).execute()

    assert soon.id < late.id
    assert sections(editor.get("/en/upkeep"))["feedback"] == [
        "The times are wrong: Late",
        "The times are wrong: Soon",
    ]


def test_tasks_are_narrowed_to_a_team(editor):
    team = make_team()
    make_late("Ours", team=team)
    make_late("Others", team=make_team())

    page = editor.get(f"/en/upkeep?team={team.code}")

    assert sections(page) == {"late": ["Ours"]}


def test_editor_of_one_organisation_has_its_tasks_only(app):
    mine = Organisation.create(code="mine", kind="ngo")
    make_late("Mine", organisation=mine)
    make_late("Others")
    make_feedback(question="bike repair")
    partner = sign_in(app, make_user(Role.EDITOR, organisation=mine.id))

    assert sections(partner.get("/en/upkeep")) == {"late": ["Mine"]}


def test_long_lists_are_cut_but_counted(editor):
    for number in range(22):
        make_late(f"Late {number}")

    page = editor.get("/en/upkeep")

    assert (counts(page)["late"], len(sections(page)["late"])) == (22, 20)
    assert "and 2 more" in page.text


@pytest.mark.parametrize("count", [1, 3])
def test_tasks_ask_as_often_whatever_their_number(editor, count):
    for number in range(count):
        service = make_late(f"Late {number}", team=make_team())
        make_failing(service, f"https://gone.example/{number}")
        make_feedback(service)
    editor.get("/en/upkeep")

    with count_queries() as queries:
        editor.get("/en/upkeep")

    # Who it is and what they may (2), the number of the directory (1), organisations
    # and teams to choose from (2), intervals and checks (2), feedback, its length and
    # the names of its cards (3), links (1) and those of other rooms (4), languages (1),
    # sources (1), ways in (1), names of cards (1), notices (1); what other rooms ask:
    # phenomena to answer (2), decisions that are late (1).
    assert queries.count == 23
    assert Service.select().count() == count
