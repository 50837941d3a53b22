from datetime import date

import pytest
from playhouse.test_utils import count_queries

from portal.accounts.models import Voice
from portal.db import now, today
from portal.links.actions import join
from portal.permissions import Role
from portal.practices.actions.creating import PracticeDraftText
from portal.practices.headings import HEADINGS
from portal.practices.models import (
    Evidence,
    Lived,
    PracticeReference,
    PracticeText,
    Stage,
    StageChange,
    Use,
)
from portal.proposals.indexing import entries
from portal.search.actions import index_many
from tests.factories import (
    make_practice,
    make_proposal,
    make_service,
    make_team,
    make_user,
    make_workshop,
    sign_in,
)
from tests.practices.lived import make_experience, make_mark
from tests.practices.uses import make_use
from tests.soup import page

WHOLE = dict.fromkeys(HEADINGS, "Written")
LONG_AGO = date(today().year - 4, 1, 31)


def marks(soup):
    """The four marks, each in one line of words."""
    return {
        row.dt.text: " ".join(row.dd.get_text(" ").split())
        for row in soup.select("dl.marks > div")
    }


def facts(article):
    return {row.dt.text: row.dd.text for row in article.select("dl.facts > div")}


def test_practice_that_is_not_there_is_not_found(client):
    assert client.get("/en/practices/none").status_code == 404


def test_practice_without_a_public_text_is_there_for_its_editors_only(app, client):
    practice = make_practice(slug="desk")
    PracticeText.update(state="draft").where(
        PracticeText.practice == practice
    ).execute()
    keeper = sign_in(app, make_user(Role.COORDINATOR))

    assert client.get("/en/practices/desk").status_code == 404
    assert keeper.get("/en/practices/desk").location == "/en/practices/desk/edition"


def test_practice_has_its_four_marks(client):
    practice = make_practice(
        slug="desk",
        in_use="harju niemi",
        texts={"en": PracticeDraftText("Desk", **WHOLE)},
    )
    make_mark(practice, Evidence.MODERATE)
    make_mark(practice, Lived.RECOMMENDED, set_on=date(2026, 2, 1))

    soup = page(client, "/en/practices/desk")

    told = marks(soup)
    assert told["Description"] == "Complete 17 of 17 headings"
    assert told["Evidence"] == (
        "Moderate evidence Two evaluations or studies at least show the change. "
        "The mark was set by Research, 31 January 2026. Stands until 31 January 2029."
    )
    assert told["People with lived experience"] == (
        "They recommend it "
        "The mark was set by Research, 1 February 2026. Stands until 1 February 2029."
    )
    assert told["Where it is in use"].startswith("2 municipalities Not known: ")
    assert len(soup.select(".marks .ladder .on")) == 4


def test_practice_says_what_is_not_there(client):
    make_practice("Desk", slug="desk")

    soup = page(client, "/en/practices/desk")

    told = marks(soup)
    assert told["Description"] == "Not complete 0 of 17 headings"
    assert told["Evidence"] == "Not known"
    assert told["People with lived experience"] == "Not asked yet"
    assert told["Where it is in use"].startswith("Nowhere now Not known: ")
    assert soup.select("article > section > .facts, article > dl") == []
    assert "Owner not known" in soup.text


@pytest.mark.parametrize("set_by_mark", [True, False])
def test_mark_that_has_expired_is_never_shown_as_if_it_stood(client, set_by_mark):
    practice = make_practice(slug="desk", evidence=Evidence.HARM, evidence_on=LONG_AGO)
    if set_by_mark:
        make_mark(practice, Evidence.HARM, set_on=LONG_AGO)

    soup = page(client, "/en/practices/desk")

    by = "The mark was set by Research, " if set_by_mark else "The mark was set "
    assert marks(soup)["Evidence"] == (
        f"Expired, to be set anew Before: Found to do harm. {by}31 January "
        f"{LONG_AGO.year}. It stood until 31 January {LONG_AGO.year + 3}."
    )
    assert soup.select(".ladder, .notice") == []


@pytest.mark.parametrize(
    ("level", "look", "words"),
    [
        (Evidence.HARM, ["notice", "is-danger"], "Found to do harm."),
        (Evidence.NO_EFFECT, ["notice", "is-wait"], "Found to have no effect."),
    ],
)
def test_harm_and_no_effect_stand_at_the_top_in_words(client, level, look, words):
    make_practice(slug="desk", evidence=level)

    soup = page(client, "/en/practices/desk")

    notice = soup.select_one(".notice")
    assert (notice["class"][:2], notice.b.text) == (look, words)
    assert notice.find_next("h1")
    assert len(soup.select(".ladder.is-harm")) == (level is Evidence.HARM)


def test_practice_stands_under_three_parts_and_names_what_is_not_written(client):
    written = PracticeDraftText(
        "Desk",
        **dict.fromkeys(HEADINGS, "Written")
        | {"cost": "", "tips": "", "place": "Harju", "funder": "The county"},
    )
    make_practice(slug="desk", texts={"en": written})

    article = page(client, "/en/practices/desk").article

    assert facts(article) == {"Where it was made": "Harju", "Funder": "The county"}
    assert {
        part.h2.text: len(part.select(".facts h3"))
        for part in article.find_all("section", recursive=False)
        if part.select(".facts")
    } == {"The idea": 7, "How it was developed": 5, "What came of it": 3}
    unwritten = "Not described yet: what it costs, tips for those who try it."
    assert article.select_one("article > .hint").text == unwritten


def test_part_without_words_is_left_out(client):
    make_practice(slug="desk", texts={"en": PracticeDraftText("Desk", harms="Some")})

    article = page(client, "/en/practices/desk").article

    headings = [tag.text for tag in article.select("h2")]
    assert headings == ["What came of it", "Questions"]


def test_practice_in_another_language_is_marked(client):
    texts = {"fi": PracticeDraftText("Piste", "Lyhyt", problem="Ongelma")}
    make_practice(slug="desk", texts=texts, team=make_team(fi="Tiimi"))

    soup = page(client, "/en/practices/desk")

    assert "This is not yet in English. Below is the Finnish text." in soup.text
    assert [tag.text.strip() for tag in soup.select("main [lang=fi]")] == [
        "Piste",  # where you are
        "Piste",
        "Lyhyt",
        "Ongelma",
        "Tiimi",
    ]


def test_practice_tells_its_life_what_it_rests_on_and_what_it_is_joined_with(client):
    practice, service, workshop = make_practice(), make_service(), make_workshop()
    proposal = make_proposal(workshop)
    join("practice", practice.id, "service", service.id)
    join("workshop", workshop.id, "practice", practice.id)
    join("proposal", proposal.id, "practice", practice.id)
    index_many("proposal", entries([proposal.id]))
    for stage in (Stage.IDEA, Stage.ON_TRIAL):
        StageChange.create(practice=practice, stage=stage, changed_at=now())
    for position, title in ((1, "Second"), (0, "First")):
        PracticeReference.create(
            practice=practice, title=title, language="en", year=2024, position=position
        )

    soup = page(client, f"/en/practices/{practice.slug}")

    links = [link["href"] for link in soup.select("aside .rows a")]
    assert links == [
        f"/en/services/{service.slug}",
        f"/en/workshops/{workshop.slug}",
        f"/en/proposals/{proposal.id}",
    ]
    assert [step.b.text for step in soup.select("ol.line li")] == [
        "Idea",
        "Being tried out",
    ]
    assert soup.select_one("ol.line [aria-current=step] b").text == "Being tried out"
    rests_on = soup.select_one("[aria-labelledby=references]")
    assert [row.text.strip() for row in rests_on.select("li")] == [
        "First (2024)",
        "Second (2024)",
    ]


def test_stopped_practice_says_why(client):
    practice = make_practice(slug="desk", stage=Stage.RETIRED)
    note = "Another way came in its place"
    StageChange.create(practice=practice, stage=Stage.RETIRED, note=note)

    assert note in page(client, "/en/practices/desk").header.find_next("h1").parent.text


def test_place_where_it_stopped_says_why(client):
    practice = make_practice(slug="desk")
    make_use(practice, state=Use.STOPPED, until=date(2025, 6, 1), stopped="Nobody came")

    applied = page(client, "/en/practices/desk").select_one("[aria-labelledby=applied]")

    assert "Why it stopped: Nobody came" in applied.text


@pytest.mark.parametrize(
    ("voice", "address"),
    [(Voice.STAFF, "applications/new"), (None, "experiences#tell")],
)
def test_first_thing_to_do_is_to_tell(app, client, voice, address):
    """Those who work tell that they use it, others what they have lived through."""
    make_practice(slug="desk")
    reader = sign_in(app, make_user(voice=voice)) if voice else client

    todo = page(reader, "/en/practices/desk").main.select_one(
        "header .cluster.no-print"
    )

    assert todo.a["href"] == f"/en/practices/desk/{address}"


@pytest.mark.parametrize(
    ("role", "there"),
    [
        (Role.COORDINATOR, ["Edit", "Stage", "Files", "Suggestions", "Marks"]),
        (Role.EDITOR, ["Edit", "Stage", "Files", "Suggestions"]),
        (Role.MODERATOR, []),
    ],
)
def test_bar_is_there_for_those_who_look_after_it(app, role, there):
    make_practice(slug="desk")
    client = sign_in(app, make_user(role))

    soup = page(client, "/en/practices/desk")

    bar = soup.select("nav[aria-label='Look after this practice'] a")
    assert [link.text for link in bar] == there


def test_page_of_few_words_and_of_all_asks_the_database_alike(client):
    """The versions of all that the page is drawn from; the practice with its texts;
    all that stands beside it; its applications; its questions."""
    make_practice(slug="few", in_use="harju")
    texts = {"en": PracticeDraftText("Whole", **WHOLE), "fi": PracticeDraftText("Koko")}
    whole = make_practice(slug="whole", in_use="harju niemi koskela", texts=texts)
    for _ in range(3):
        join("practice", whole.id, "service", make_service().id)
        StageChange.create(practice=whole, stage=Stage.ON_TRIAL)
        make_experience(whole, people=5)
    make_mark(whole, why="A study")
    make_practice(slug="warm")
    client.get("/en/practices/warm")
    with count_queries() as few:
        client.get("/en/practices/few")

    with count_queries() as many:
        client.get("/en/practices/whole")

    assert (few.count, many.count) == (5, 5)
