from playhouse.test_utils import count_queries

from portal.inventories.actions.questions import change, remove
from portal.inventories.drafts import Draft
from portal.inventories.grids import Cell
from portal.inventories.queries import grid as queries
from portal.inventories.queries.inventories import listing
from portal.inventories.queries.respondents import respondents
from portal.inventories.shown import Reading
from portal.vocabulary.queries import vocabulary
from tests.inventories.things import YES_NO, address, answer, found, make_inventory, nth

AREAS = ("harju", "niemi", "saarela")


def read(row):
    return Reading(queries.grid(found(row)), "en", keeper=False)


def looks(row):
    return [
        [(told.look, told.label) for told in line.cells] for line in read(row).rows()
    ]


def test_grid_tells_each_answer_in_words_and_shape():
    row = make_inventory("One worker?", free="How?", areas="harju niemi")
    answer(row, "yes")
    answer(row, "?", area="niemi")
    answer(row, words="By phone", number=1)

    assert looks(row) == [
        [("is-4", "Yes"), ("is-unknown", "They don't know")],
        [("is-words", "By phone"), ("is-none", "Not answered")],
    ]


def test_areas_stand_in_their_order_with_those_who_answer_nothing():
    row = make_inventory(areas="niemi harju kaarnaranta")

    areas = [area.code for area in read(row).areas]

    assert areas == ["kaarnaranta", "harju", "niemi"]


def test_answer_to_the_earlier_question_is_told_as_such():
    row = make_inventory("One worker?", areas="harju")
    given = answer(row, "yes", "To the first")
    change(row, nth(row), {"en": Draft("One worker each?", options=YES_NO)})

    (line,) = read(row).rows()

    assert (line.question.since, line.question.code) == (2, "one-worker")
    assert [(told.label, told.earlier) for told in line.cells] == [
        ("Not answered", True)
    ]
    answer(row, "no")
    assert queries.grid(found(row)).cells == {
        ("one-worker", "harju"): Cell(given.id + 1, "no", "", "en", held=False)
    }


def test_question_that_is_not_asked_any_more_is_not_in_the_grid():
    row = make_inventory("One worker?", "In pairs?", areas="harju")
    answer(row, "yes")

    remove(row, nth(row))

    assert looks(row) == [[("is-none", "Not answered")]]


def test_grid_takes_as_many_statements_whatever_its_size():
    # The questions with their texts; who is asked, with answers and marks; whether the
    # vocabulary, of which pages ask once, is fresh.
    small = found(make_inventory(areas="harju"))
    large = make_inventory("A?", "B?", "C?", areas="harju niemi saarela")
    for area in ("harju", "niemi", "saarela"):
        for number in range(3):
            answer(large, "yes", area=area, number=number)
    large = found(large)
    vocabulary()

    for one in (small, large):
        with count_queries() as asked:
            queries.grid(one)

        assert asked.count == 3


def test_page_of_the_grid_takes_five_statements_whatever_its_size(client):
    # Versions; the inventory; the two of the grid; names of the practices.
    small = make_inventory(areas="harju", public=True)
    large = make_inventory("A?", "B?", areas="harju niemi saarela", public=True)
    client.get(f"/en/inventories/{small.slug}?warm=1")

    for row in (small, large):
        with count_queries() as asked:
            client.get(f"/en/inventories/{row.slug}")

        assert asked.count == 5


def test_page_of_a_question_and_of_answers_take_as_many_whatever_their_size(
    app, client
):
    # A question: versions; the inventory; the two of the grid; names of the practices.
    # Answering: failures to
    # follow links; the respondent; the inventory; whether the vocabulary is fresh; the
    # questions; the answers.
    small = make_inventory(areas="harju", public=True)
    large = make_inventory("A?", "B?", areas="harju niemi saarela", public=True)
    change(large, nth(large), {"en": Draft("Otherwise?", options=YES_NO)})
    answer(large, "yes", number=1)
    counts = []

    for row in (small, large):
        link = address(app, row)
        for page in (f"/en/inventories/{row.slug}/questions/{nth(row).id}", link):
            with count_queries() as asked:
                assert client.get(page).status_code == 200
            counts.append(asked.count)

    assert counts == [5, 6, 5, 6]


def test_lists_take_as_many_statements_for_one_as_for_three():
    # The list: counts, inventories. Who answers: whether the vocabulary is fresh,
    # themselves with their counts.
    counts = []
    for number in range(3):
        row = make_inventory(areas=" ".join(AREAS[: number + 1]))
        with count_queries() as asked:
            listing()
            respondents(row.id)
        counts.append(asked.count)

    assert counts == [4, 4, 4]


def test_progress_counts_the_questions_that_are_put_now():
    row = make_inventory("One?", "Two?", free="How?", areas="harju")
    answer(row, "yes")
    answer(row, "", "Only words", number=1)
    answer(row, words="By phone", number=2)
    change(row, nth(row), {"en": Draft("One or more?", options=YES_NO)})

    (asked,) = respondents(row.id)

    assert asked.answered == 1
