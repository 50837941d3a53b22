"""The text message of a slip, its traces, and what it costs to make one."""

from urllib.parse import unquote

import pytest
from playhouse.test_utils import count_queries

from tests.directory.test_slip_page import slip
from tests.factories import give_at, make_place, make_service


def test_text_message_is_shown_sent_and_had_alone(client):
    one, two = make_service("One"), make_service("Two")

    soup = slip(client, one, two)

    text = soup.select_one("textarea[readonly]").text.lstrip("\n")
    assert text.startswith("One\n")
    assert "\n\nTwo\n" in text
    send, alone = soup.select("aside .actions a")
    assert unquote(send["href"]) == f"sms:?body={text}"
    answer = client.get(alone["href"])
    assert (answer.mimetype, answer.text) == ("text/plain", f"{text}\n")


@pytest.mark.parametrize("more", ["", "&as=text"])
def test_slip_with_a_sensitive_service_leaves_no_trace(client, more):
    plain, sensitive = make_service("Plain"), make_service("Safe", sensitive=True)

    answer = client.get(f"/en/slip?service={plain.slug}&service={sensitive.slug}{more}")

    assert answer.headers["Cache-Control"] == "no-store"
    assert ("Leave this page" in answer.text) is (more == "")
    assert "<title>Take along – Verstas</title>" in answer.text or more


def test_slip_of_one_and_of_three_asks_the_database_alike(client):
    """The versions, the texts with their services, places, weekly hours, days that
    differ."""
    counted = []
    for number in (1, 3):
        services = [make_service(phone="019 1") for _ in range(number)]
        for service in services:
            for _ in range(number):
                give_at(make_place(), service, "mon 9:00-10:00")
        slip(client, *services)
        with count_queries() as queries:
            slip(client, *services)
        counted.append(queries.count)

    assert counted == [5, 5]
