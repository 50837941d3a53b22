import csv
import json
from io import StringIO
from pathlib import Path

import pytest
from playhouse.test_utils import count_queries

from portal.directory.models import TextState
from portal.practices.models import (
    Application,
    PracticeReference,
    PracticeText,
    Use,
)
from tests.exchange.exported import DESK, WHOLE, make_desk
from tests.practices.files import make_file

DOCS = Path(__file__).parents[3] / "docs" / "practices-as-files.md"


@pytest.fixture
def desk():
    return make_desk()


def test_data_of_a_practice_is_all_that_is_public(desk, client):
    make_file(desk)

    answer = client.get(f"{DESK}.json")
    found = json.loads(answer.data)

    assert answer.mimetype == "application/json"
    assert list(found["texts"]) == ["fi", "en"]
    assert found["texts"]["en"]["how"] == "About how."
    assert found["organisation"] == {"en": "Office"}
    assert found["marks"]["description"]["fi"] == {"written": 1, "headings": 17}
    assert found["marks"]["evidence"]["history"][0]["why"] == {"en": "One study"}
    assert found["marks"]["applied"] == {
        "planned": 0,
        "on-trial": 0,
        "in-use": 1,
        "stopped": 0,
    }
    assert found["applications"][0]["note"] == {"fi": "Myös illalla"}
    assert found["references"][0]["title"] == "A study"
    assert client.get(found["files"][0]["address"]).data == b"Words"
    assert "asked@verstas.example" not in answer.text


def test_documented_names_are_those_of_the_data(desk, client):
    make_file(desk)
    told = DOCS.read_text()

    found = json.loads(client.get(f"{DESK}.json").data)

    assert [name for name in found if f"`{name}`" not in told] == []
    inner = {*found["applications"][0], *found["files"][0], *found["marks"]}
    assert [name for name in sorted(inner) if f"`{name}`" not in told] == []


def test_table_of_a_practice_has_a_column_for_each_language(desk, client):
    text = client.get(f"{DESK}.csv").data.decode("utf-8-sig")
    lines = list(csv.reader(StringIO(text), delimiter=";"))

    assert lines[:2] == [["Heading", "Suomi", "English"], ["Name", "Tiski", "Desk"]]
    assert ["How it works", "Näin.", "About how."] in lines
    assert len(lines) == 3 + len(WHOLE)


@pytest.mark.parametrize("kind", ["docx", "json", "csv"])
def test_what_is_not_published_is_in_no_file(desk, client, kind):
    PracticeText.update(state=TextState.DRAFT).where(
        PracticeText.language == "en"
    ).execute()
    assert b"About how" not in client.get(f"{DESK}.{kind}").data

    PracticeText.update(state=TextState.DRAFT).execute()
    assert client.get(f"/sv/practices/desk.{kind}").status_code == 404
    assert client.get(f"/sv/practices/none.{kind}").status_code == 404


def test_export_asks_the_same_whatever_it_holds(desk, client):
    """The versions it is kept by; the practice, its texts, authors, tags, marks,
    applications, references, stages, files."""
    client.get(f"{DESK}.json")
    with count_queries() as one:
        client.get(f"{DESK}.json?1")

    for content in (b"a", b"b"):
        make_file(desk, content)
        PracticeReference.create(practice=desk, title="B", language="en")
        Application.create(
            practice=desk, area=Application.get().area, state=Use.PLANNED
        )
    with count_queries() as three:
        client.get(f"{DESK}.json?2")

    assert (one.count, three.count) == (10, 10)
