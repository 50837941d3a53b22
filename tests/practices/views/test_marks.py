from datetime import date, timedelta

import pytest
from playhouse.test_utils import count_queries

from portal.db import today
from portal.permissions import Role
from portal.practices.actions.creating import PracticeDraftText
from portal.practices.evidence import SHOWN
from portal.practices.models import (
    Evidence,
    Lived,
    Mark,
    MarkText,
    Practice,
    PracticeReference,
)
from tests.factories import make_practice, make_team, make_user, sign_in
from tests.practices.lived import make_experience, make_mark
from tests.soup import page
from tests.workshops.pages import soup, texts

DESK = "/en/practices/desk/marks"


@pytest.fixture
def coordinator(app):
    return sign_in(app, make_user(Role.COORDINATOR))


def described(*references):
    written = PracticeDraftText("Desk", **dict.fromkeys(SHOWN, "Yes"))
    practice = make_practice(slug="desk", texts={"en": written})
    for title in references:
        PracticeReference.create(practice=practice, title=title, language="en")
    return practice


def sent(value, **more):
    return {
        "value": value,
        "why_en": "A follow-up of forty people",
        "team": str(make_team(en="Research").id),
        "set_on": "2026-01-31",
    } | more


def problems(answer):
    return texts(answer, ".error-summary a")


def test_coordinator_sets_a_level_with_who_why_and_when(coordinator):
    described("A follow-up")

    answer = coordinator.post(f"{DESK}/evidence", data=sent("some", why_fi="Seuranta"))

    assert answer.location == f"{DESK}?set=evidence"
    mark = Mark.get()
    assert (mark.value, mark.set_on) == ("some", date(2026, 1, 31))
    told = {row.language: row.why for row in MarkText.select()}
    assert told == {"fi": "Seuranta", "en": "A follow-up of forty people"}
    assert "The mark is set" in coordinator.get(answer.location).text


def test_level_is_not_set_before_what_it_needs_is_there(coordinator):
    described("A follow-up")

    answer = coordinator.post(f"{DESK}/evidence", data=sent("strong"))

    page = soup(answer)
    assert answer.status_code == 422
    assert problems(answer) == [
        "Before “Strong evidence” can be set, this must be there: 2 more references."
    ]
    assert page.select_one("#why_en").text.strip() == "A follow-up of forty people"
    assert page.select_one("input[value=strong]").has_attr("checked")
    assert Mark.select().count() == 0


def test_missing_headings_are_named(coordinator):
    make_practice(slug="desk")

    answer = coordinator.post(f"{DESK}/evidence", data=sent("described"))

    assert problems(answer) == [
        (
            "Before “Described” can be set, this must be there: “The problem”, "
            "“Who it is for”, “How it works”, “What must stay”."
        )
    ]


def test_form_tells_what_is_still_to_come(coordinator):
    described()

    soup = page(coordinator, f"{DESK}/evidence")

    hints = {
        choice.input["value"]: "Still to come" in choice.text
        for choice in soup.select("label.choice")
    }
    assert hints == {
        "none": False,
        "described": False,
        "reasoned": True,
        "some": True,
        "moderate": True,
        "strong": True,
        "no-effect": False,
        "harm": False,
    }


def test_mark_needs_who_why_and_a_day_that_has_come(coordinator):
    described()
    ahead = (today() + timedelta(days=1)).isoformat()

    answer = coordinator.post(
        f"{DESK}/evidence",
        data={"value": "xyz", "team": "", "set_on": ahead, "why_en": " "},
    )

    assert (answer.status_code, problems(answer)) == (
        422,
        [
            "Choose what the mark is to be",
            "Write why, in one language at least",
            "Choose who sets it",
            "A mark can't be set on a day that is still to come",
        ],
    )


def test_lived_mark_rests_on_five_people_at_least(coordinator):
    practice = described()
    for _ in range(4):
        make_experience(practice)

    few = coordinator.post(f"{DESK}/lived", data=sent("recommended"))
    make_experience(practice)
    enough = coordinator.post(f"{DESK}/lived", data=sent("recommended"))

    assert (few.status_code, enough.status_code) == (422, 303)
    assert "Five people at least" in problems(few)[0]
    assert Practice.get_by_id(practice.id).lived is Lived.RECOMMENDED


def test_page_tells_why_and_keeps_the_earlier_marks(client):
    practice = described()
    make_mark(practice, Evidence.DESCRIBED, "Well written", date(2025, 1, 31))
    make_mark(practice, Evidence.SOME, "Forty people")

    soup = page(client, DESK)

    section = soup.select_one("section[aria-labelledby=evidence]")
    assert section.select_one(".words").text == "Forty people"
    earlier = section.select_one("details")
    assert [tag.text for tag in earlier.select("summary, b, .words")] == [
        "1 earlier mark",
        "Described",
        "Well written",
    ]
    assert soup.select("form[action*=marks], a[href$='/marks/evidence']") == []
    assert len(soup.select("section[aria-labelledby=levels] li")) == 8


def test_why_in_another_language_is_marked(client):
    practice = described()
    make_mark(practice)
    MarkText.create(mark=Mark.get(), language="fi", why="Seuranta")

    soup = page(client, DESK)

    assert soup.select_one("[lang=fi].words").text == "Seuranta"
    assert "Only in Finnish" in soup.text


def test_marks_due_are_told_to_coordinators(coordinator):
    day = timedelta(days=1)
    years_ago = today().replace(year=today().year - 3, day=1)
    for slug, set_on in (
        ("old", years_ago - 40 * day),
        ("soon", years_ago + 80 * day),
        ("fresh", years_ago + 200 * day),
    ):
        practice = make_practice(f"Way {slug}", slug=slug)
        make_mark(practice, set_on=set_on)
    make_practice(slug="never")
    make_mark(make_practice(slug="taken"), Lived.NOT_ASKED, set_on=date(2019, 1, 1))
    page(coordinator, "/en/practices/marks")
    with count_queries() as asked:
        soup = page(coordinator, "/en/practices/marks")

    assert [link["href"] for link in soup.select("ul.rows h2 a")] == [
        "/en/practices/old/marks/evidence",
        "/en/practices/soon/marks/evidence",
    ]
    # Who looks and their roles; due marks and their names; a version; notices.
    assert asked.count == 6
    tasks = page(coordinator, "/en/upkeep")
    link = tasks.select_one("a[href='/en/practices/marks']")
    assert link.text == "2 practices whose marks are to be set anew"
