"""What the mail of notices says, and what it doesn't."""

import pytest
from bs4 import BeautifulSoup
from playhouse.test_utils import count_queries

from portal.notices.digests import gather
from portal.notices.models import Mail, Pace, Topic
from tests.notices.waiting import NOON, fresh, happened, reader, told

__all__ = ["told"]
pytestmark = pytest.mark.usefixtures("told")


@pytest.fixture(autouse=True)
def at_home(app, monkeypatch):
    monkeypatch.setitem(app.config, "BASE_URL", "https://verstas.example")
    with app.app_context():
        yield


def mail():
    (found,) = Mail.select()
    return found


def test_notices_of_one_reader_are_one_mail_by_thing():
    user = reader()
    for item in (7, 8, 7, 7):
        happened(user, item=item)

    made = gather(NOON)

    assert made == 1
    assert mail().subject == "4 answers"
    assert mail().body.startswith(
        "Thing 7\n"
        "- 3 pieces of news.\n"
        "  https://verstas.example/en/things/7\n"
        "\n"
        "Thing 8\n"
        "- There is news of thing 8.\n"
        "  https://verstas.example/en/things/8\n"
        "\n"
        "All your notices\n"
        "https://verstas.example/en/notices\n"
    )
    assert gather(NOON) == 0


def test_all_that_is_told_of_one_thing_stands_together():
    user = reader(paces=dict.fromkeys(Topic, Pace.IMMEDIATE))
    happened(user, Topic.REPLIES)
    happened(user, Topic.ANSWERS, item=8)
    happened(user, Topic.ANSWERS)

    gather(NOON)

    assert mail().body.count("Thing 7") == 1


def test_very_long_mail_ends_and_tells_how_much_more_there_is():
    user = reader()
    for item in range(100, 122):
        happened(user, item=item)

    gather(NOON)

    assert mail().body.count("- There is news of thing 1") == 20
    assert "There is news of 2 more things in the portal." in mail().body
    assert "There is news of 2 more things in the portal." in mail().html
    assert mail().subject == "22 answers"


def test_html_says_the_same_and_asks_nothing_of_anybody():
    happened(reader())

    gather(NOON)

    page = BeautifulSoup(mail().html, "html.parser")
    assert (page.html["lang"], page.title.text) == ("en", "An answer")
    assert (page.h1.text, page.h2.text, page.h2["lang"]) == (
        "An answer",
        "Thing 7",
        "fi",
    )
    assert {link["href"].split("/stop/")[0] for link in page.find_all("a")} == {
        "https://verstas.example/en/things/7",
        "https://verstas.example/en/notices",
        "https://verstas.example/en/notices/wishes",
    }
    assert page.find_all(["img", "link", "script", "style", "table", "iframe"]) == []
    assert "url(" not in mail().html


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_mail_speaks_the_language_of_its_reader(language):
    happened(reader(language=language))

    gather(NOON)

    assert f"https://verstas.example/{language}/notices" in mail().body
    assert f'<html lang="{language}">' in mail().html


def test_subject_counts_and_names_no_thing():
    user = reader(paces=dict.fromkeys(Topic, Pace.IMMEDIATE))
    for topic in (Topic.REPLIES, Topic.REPLIES, Topic.REPLIES, Topic.ANSWERS):
        happened(user, topic)

    gather(NOON)

    assert mail().subject == "3 new replies and an answer"


def test_subject_does_not_take_news_for_texts():
    user = reader()
    for _ in range(2):
        happened(user, Topic.MODERATION)

    gather(NOON)

    assert mail().subject == "2 pieces of news of your texts"


def test_subject_of_very_much_stays_short():
    user = reader(paces=dict.fromkeys(Topic, Pace.IMMEDIATE))
    for topic in Topic:
        happened(user, topic)

    gather(NOON)

    assert mail().subject == "A new reply, an answer, and other news"


def test_sensitive_thing_is_named_nowhere_in_the_mail():
    user = reader()
    happened(user, item=13)
    happened(user, item=13)
    happened(user, item=7)

    gather(NOON)

    written = mail().subject + mail().body + mail().html
    assert mail().subject == "A notice for you"
    assert ("13" in mail().body.split("/stop/")[0], "Thing 7" in written) == (
        False,
        True,
    )
    assert "Thing 13" not in written
    assert "things/13" not in written
    assert (
        "- There is a notice for you in the portal. Sign in to read it.\n"
        "  https://verstas.example/en/notices\n"
    ) in mail().body


def test_mail_about_nothing_is_not_sent():
    gone = happened(reader(), item=404)

    assert gather(NOON) == 0
    assert (Mail.select().count(), fresh(gone).mailed_at) == (0, NOON)


def test_what_is_gone_is_left_out_of_the_mail_of_the_rest():
    user = reader()
    happened(user, item=404)
    happened(user, item=7)

    gather(NOON)

    assert (mail().subject, "404" in mail().body.split("/stop/")[0]) == (
        "An answer",
        False,
    )


def test_mail_of_one_topic_offers_to_stop_that_topic():
    user = reader(paces=dict.fromkeys(Topic, Pace.IMMEDIATE))
    happened(user)
    gather(NOON)
    of_one = mail().body
    Mail.delete().execute()
    happened(user)
    happened(user, Topic.PHASES)

    gather(NOON)

    assert ("Stop mail of this kind: Answers" in of_one, of_one.count("/stop/")) == (
        True,
        2,
    )
    assert mail().body.count("/stop/") == 1


@pytest.mark.parametrize("readers", [1, 3])
def test_same_number_of_statements_for_any_number(readers):
    for _ in range(readers):
        happened(reader())

    with count_queries() as queries:
        made = gather(NOON)

    # Pass over; who is due; begin, notices, letters, end; nobody else is due.
    assert (made, queries.count) == (readers, 7)
