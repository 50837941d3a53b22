from datetime import datetime, timedelta

from playhouse.test_utils import count_queries

from portal.db import now, today
from portal.directory.actions import DraftText
from portal.directory.models import Origin, TextState
from portal.freshness import drawn
from portal.links.actions import join
from portal.practices.models import Practice, PracticeTag, Stage
from portal.proposals.actions import AnswerDraft, store_answer
from portal.proposals.models import Verdict
from portal.vocabulary.queries import vocabulary
from portal.workshops.models import Phase
from tests.factories import make_practice, make_proposal, make_service, make_workshop
from tests.soup import page


def theme(client, code="money"):
    return page(client, f"/en/themes/{code}")


def helps(soup):
    return [a.text for a in soup.select("[aria-labelledby=services] h3 a")]


def test_theme_that_is_not_in_the_vocabulary_is_not_found(client):
    assert client.get("/en/themes/none").status_code == 404


def test_theme_of_nothing_says_so(client):
    soup = theme(client)

    assert soup.h1.text == vocabulary().label("theme", "money", "en")
    assert "No service is in this theme yet." in soup.text
    assert soup.select("main aside section") == []


def test_services_open_to_anybody_and_about_this_alone_come_first(client):
    make_service("Template", "theme:money", origin=Origin.NATIONAL_DESCRIPTION)
    make_service("Decision", "theme:money access:decision")
    make_service("Wide", "theme:money theme:home access:none")
    make_service("Narrow", "theme:money access:none")
    make_service("Another", "theme:home access:none")
    draft = {"en": DraftText("Draft", state=TextState.DRAFT)}
    make_service(texts=draft, tags="theme:money access:none")

    soup = theme(client)

    assert helps(soup) == ["Narrow", "Wide", "Decision", "Template"]
    button = soup.select_one("[aria-labelledby=services] a.button")
    assert (button.text, button["href"]) == (
        "Show the 4 services",
        "/en/services?theme=money",
    )


def test_services_that_are_equal_come_by_title(client):
    for name in ("Middle", "Zebra", "Apple", "Night", "Bread"):
        make_service(name, "theme:money")

    assert helps(theme(client)) == ["Apple", "Bread", "Middle", "Night", "Zebra"]


def test_theme_shows_the_best_six_and_counts_all(client):
    for number in range(8):
        make_service(f"Number {number}", "theme:money")

    soup = theme(client)

    assert helps(soup) == [f"Number {number}" for number in range(6)]
    assert "Show the 8 services" in soup.text


def test_neighbours_are_the_themes_that_share_most(client):
    for tags in ("theme:money theme:home", "theme:money theme:home theme:work"):
        make_service(tags=tags)
    make_service(tags="theme:family")

    links = theme(client).select("aside .chips a")

    assert [a["href"] for a in links] == ["/en/themes/home", "/en/themes/work"]


def test_practices_of_the_theme_that_are_still_followed_are_named(client):
    about_money("B")
    about_money("A")
    stopped = about_money("Stopped")
    Practice.update(stage=Stage.RETIRED).where(Practice.id == stopped.id).execute()
    make_practice("Other")

    found = theme(client).select("aside h3 a")

    assert [a.text for a in found] == ["A", "B"]


def test_practices_that_are_new_or_changed_say_so_and_can_be_followed(client):
    about_money("New")
    changed = about_money("Changed")
    published, updated = now() - timedelta(days=90), datetime(2026, 3, 3, 9)  # noqa: DTZ001
    Practice.update(
        published_at=min(published, updated - timedelta(days=1)), updated_at=updated
    ).where(Practice.id == changed.id).execute()

    soup = theme(client)

    rows = [row.get_text(" ") for row in soup.select("aside ul.rows li")]
    assert ["New" in row.split()[1:] for row in rows] == [True, False]
    assert "Changed 3 March 2026" in rows[1]
    assert soup.select("aside a[href='/en/practices?theme=money']")
    feed = soup.select_one("link[type='application/atom+xml']")
    assert feed["href"] == "/en/practices.atom?theme=money"


def test_open_workshops_and_what_changed_come_by_their_services(client):
    service = make_service(tags="theme:money")
    board, closed, elsewhere = [
        make_workshop(phase) for phase in (Phase.GATHER, Phase.ANSWER, Phase.GATHER)
    ]
    join("workshop", board.id, "service", service.id)
    join("service", service.id, "workshop", closed.id)
    join("workshop", elsewhere.id, "service", make_service(tags="theme:home").id)
    for workshop, words in [(closed, "Open later"), (elsewhere, "Not this")]:
        answer(make_proposal(workshop, words))

    soup = theme(client)

    assert [a["href"] for a in soup.select("[aria-labelledby=make-better] h3 a")] == [
        f"/en/workshops/{board.slug}"
    ]
    assert [q.text for q in soup.select(".pair blockquote")] == ["It is so.", "Done it"]


def answer(proposal):
    draft = AnswerDraft(
        Verdict.WILL, None, {"en": "We do"}, {"en": "Done it"}, done_on=today()
    )
    store_answer(proposal, None, draft, answered_on=today())


def about_money(name=""):
    practice = make_practice(name)
    PracticeTag.create(practice=practice, term=vocabulary().of("theme")["money"].id)
    return practice


def test_theme_with_one_and_with_three_of_all_asks_the_database_alike(client):
    """The versions; which workshops are joined with its services; texts of services
    and the services; practices; open workshops, their texts and areas; changes and
    their texts; proposals."""
    counted = []
    for number in (1, 3):
        for _ in range(number):
            service, workshop = make_service(tags="theme:money"), make_workshop()
            join("workshop", workshop.id, "service", service.id)
            about_money()
            answer(make_proposal(workshop))
        theme(client)
        drawn.pages.clear()
        with count_queries() as queries:
            theme(client)
        counted.append(queries.count)

    assert counted == [10, 10]
