"""Writing materials: what must be told, and two who write at once."""

import pytest

from portal.links.queries import linked
from portal.materials.actions.saving import create
from portal.materials.models import KIND, Material, MaterialTag, MaterialText
from portal.materials.queries.written import written
from portal.permissions import Role
from portal.search.queries import names
from tests.factories import make_practice, make_team, make_user, sign_in
from tests.materials.things import make_material
from tests.upkeep.editors import editor, errors, filled, opened

NEW, LIST = "/en/materials/new", "/en/materials"
EDITION = "/en/materials/guide/edition"


@pytest.fixture
def keeper(app):
    return editor(app)


def told(**changes):
    return {"title_en": "A guide", "source": "A maker"} | changes


def test_material_is_written_whole(keeper):
    team = make_team()
    values = opened(
        keeper,
        NEW,
        **told(
            url="https://guide.example/1",
            year="2024",
            licence="CC BY 4.0",
            language="sv",
            verdict="use",
            verdict_by=str(team.id),
            verdict_on="5.3.2026",
            lead_en="What it is",
            reason_en="Why",
            title_sv="En handbok",
            pick_theme=["money", "home"],
            pick_need=["housing"],
        ),
    )

    answer = keeper.post(LIST, data=values)

    material = Material.get()
    assert answer.location == "/en/materials/en-handbok"
    assert {k: v for k, v in written(material.id).items() if v} == {
        "url": "https://guide.example/1",
        "source": "A maker",
        "year": "2024",
        "licence": "CC BY 4.0",
        "language": "sv",
        "verdict": "use",
        "verdict_by": str(team.id),
        "verdict_on": "2026-03-05",
        "tags/theme": "money home",
        "tags/need": "housing",
        "text/en/title": "A guide",
        "text/en/summary": "What it is",
        "text/en/reason": "Why",
        "text/sv/title": "En handbok",
    }
    assert MaterialText.select().count() == 2


def test_form_sent_twice_makes_one_material(keeper):
    values = opened(keeper, NEW, **told())

    answers = [keeper.post(LIST, data=values) for _ in range(2)]

    assert {answer.location for answer in answers} == {"/en/materials/a-guide"}
    assert Material.select().count() == 1


def test_two_materials_of_one_name_have_their_own_addresses(keeper):
    for _ in range(2):
        keeper.post(LIST, data=opened(keeper, NEW, **told()))

    assert sorted(row.slug for row in Material.select()) == ["a-guide", "a-guide-2"]


@pytest.mark.parametrize(
    ("changes", "problems"),
    [
        ({"title_en": ""}, [("title_fi", "Give it a title in one language at least")]),
        ({"source": ""}, [("source", "Tell who made it")]),
        (
            {"lead_sv": "Om det"},
            [("title_sv", "Give it a title in this language too")],
        ),
        (
            {"verdict": "use"},
            [
                ("verdict_by", "Choose the team that read it"),
                ("reason_fi", "Write the reason in one language at least"),
            ],
        ),
        (
            {"url": "guide.example"},
            [("url", "Write the whole address, beginning with https://")],
        ),
        (
            {"url": "javascript:alert(1)"},
            [("url", "Write the whole address, beginning with https://")],
        ),
        ({"year": "20244"}, [("year", "Write a whole number from 1900 to 2100")]),
        (
            {"verdict_on": "2999-01-01"},
            [("verdict_on", "This day is still to come. Choose the day it was read")],
        ),
        (
            {"verdict_on": "soon"},
            [("verdict_on", "Write the date as day, month and year")],
        ),
        ({"verdict": "maybe"}, [("verdict", "Choose whether you use it")]),
        ({"title_en": "x" * 301}, [("title_en", "Shorten this by 1 character")]),
    ],
)
def test_what_is_missing_is_told_and_nothing_is_lost(keeper, changes, problems):
    values = opened(keeper, NEW, **told(**changes))

    answer = keeper.post(LIST, data=values)

    assert (answer.status_code, errors(answer)) == (422, problems)
    kept = {name: value for name, value in filled(answer).items() if name in changes}
    assert kept == {n: v for n, v in changes.items() if n != "verdict" or v == "use"}
    assert Material.select().count() == 0


def test_verdict_taken_back_takes_its_reader_and_day_along(keeper):
    team = make_team()
    make_material(
        slug="guide",
        verdict="use",
        verdict_by=str(team.id),
        verdict_on="2026-01-01",
        text_en_reason="Good",
    )

    keeper.post(EDITION, data=opened(keeper, EDITION, verdict="not-read"))

    row = Material.get()
    assert (row.verdict, row.verdict_by, row.verdict_on) == ("not-read", None, None)


def test_language_and_tags_that_are_taken_away_are_gone(keeper):
    material = make_material("Guide", "guide", text_sv_title="Bok", tags_theme="money")

    keeper.post(EDITION, data=opened(keeper, EDITION, title_sv="", pick_theme=[]))

    found = Material.get()
    assert (found.edition, MaterialTag.select().count()) == (2, 0)
    assert [text.language for text in found.texts] == ["en"]
    assert names(KIND, [material.id], "sv")[material.id].language == "en"


def test_saving_what_stands_is_no_edition(keeper):
    make_material(slug="guide")

    keeper.post(EDITION, data=opened(keeper, EDITION))

    assert Material.get().edition == 1


def test_two_who_change_different_things_are_joined(app):
    make_material(slug="guide", licence="Unknown")
    first, second = editor(app), sign_in(app, make_user(Role.COORDINATOR))
    early = opened(first, EDITION, licence="CC BY 4.0")
    late = opened(second, EDITION, lead_fi="Tiivis", title_fi="Opas")

    answers = [
        first.post(EDITION, data=early).status_code,
        second.post(EDITION, data=late).status_code,
    ]

    found = written(Material.get().id)
    assert answers == [303, 303]
    assert (found["licence"], found["text/fi/summary"]) == ("CC BY 4.0", "Tiivis")


def test_two_who_change_the_same_choose_and_lose_nothing(app):
    make_material(slug="guide", licence="Unknown")
    first, second = editor(app), editor(app)
    early = opened(first, EDITION, licence="Theirs", pick_theme=["money"])
    late = opened(second, EDITION, licence="Mine", year="2020", pick_theme=["home"])
    first.post(EDITION, data=early)

    asked = second.post(EDITION, data=late)
    choice = filled(asked)
    choice["pick_take-licence"], choice["pick_take-pick_theme"] = "mine", "theirs"
    answer = second.post(EDITION, data=choice)

    found = written(Material.get().id)
    assert (asked.status_code, answer.status_code) == (409, 303)
    assert "Money and debt" in asked.text
    assert (found["licence"], found["tags/theme"], found["year"]) == (
        "Mine",
        "money",
        "2020",
    )


def test_unanswered_question_of_the_merge_screen_is_asked_again(app):
    make_material(slug="guide", licence="Unknown")
    first, second = editor(app), editor(app)
    late = opened(second, EDITION, licence="Mine")
    first.post(EDITION, data=opened(first, EDITION, licence="Theirs"))

    again = second.post(EDITION, data=filled(second.post(EDITION, data=late)))

    assert (again.status_code, Material.get().licence) == (409, "Theirs")
    assert filled(again)["licence-mine"] == "Mine"


def test_practice_is_found_joined_and_taken_apart(keeper):
    material, practice = make_material(slug="guide"), make_practice("One desk")
    address = "/en/materials/guide/practices"

    found = keeper.get(f"{address}?q=desks")
    joined = keeper.post(address, data={"practice": practice.slug, "wanted": "1"})
    once_more = keeper.post(address, data={"practice": practice.slug, "wanted": "1"})
    held = linked(KIND, material.id)["practice"]
    keeper.post(address, data={"practice": practice.slug, "wanted": "0"})

    assert "One desk" in found.text
    assert (joined.status_code, once_more.status_code, held) == (
        303,
        303,
        [practice.id],
    )
    assert linked(KIND, material.id)["practice"] == []


def test_practice_that_is_not_there_is_not_found(keeper):
    make_material(slug="guide")

    answer = keeper.post(
        "/en/materials/guide/practices", data={"practice": "no", "wanted": "1"}
    )

    assert answer.status_code == 404


def test_address_new_is_never_a_materials_own():
    made = create({"text/en/title": "New", "language": "en"}, by=None)

    assert made.slug == "new-2"
