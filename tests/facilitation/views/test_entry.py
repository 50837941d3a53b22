import pytest

from portal.facilitation.actions.cards import print_cards
from portal.proposals.models import PaperCard, Proposal
from portal.workshops.models import Phase
from tests.facilitation.people import runs
from tests.factories import make_workshop
from tests.workshops.pages import errors, fields, one, send, soup, texts

pytestmark = pytest.mark.one_engine


@pytest.fixture
def workshop():
    return make_workshop(slug="doors")


@pytest.fixture
def client(app, workshop):
    return runs(app, workshop)


def suggestions(workshop):
    found = Proposal.select().where(Proposal.workshop == workshop)
    return [row.suggestion for row in found.order_by(Proposal.id)]


def enter(client, **written):
    page = client.get("/en/workshops/doors/entry")
    card = {"voice": "expert", "language": "fi", "suggestion": "Penkki", **written}
    return send(client, page, "/entry", **card)


def test_entered_card_is_told_and_the_choices_are_kept(client, workshop):
    (number,) = print_cards(workshop, 1)

    page = enter(client, number=f"No. {number}", problem="Ei penkkiä")

    assert f"Kortti {number} on kirjattu." in one(page, ".notice.is-ok").text
    held = fields(page)
    assert (held["voice"], held["language"], held["suggestion"], held["number"]) == (
        "expert",
        "fi",
        "",
        "",
    )
    assert one(page, "[autofocus]")["id"] == "number"


def test_htmx_gets_the_next_empty_card(client, workshop):
    page = client.get("/en/workshops/doors/entry")
    card = {**fields(page), "voice": "staff", "suggestion": "A bench"}

    response = client.post(
        "/en/workshops/doors/entry",
        data=card,
        headers={"HX-Request": "true", "HX-Target": "div#entry"},
    )

    assert soup(response).find(True)["id"] == "entry"
    assert fields(response)["voice"] == "staff"
    assert fields(response)["submission"] != card["submission"]
    assert one(response, "[data-focus]")["id"] == "number"
    assert suggestions(workshop) == ["A bench"]


def test_paper_without_a_number_gets_that_of_its_proposal(client, workshop):
    page = enter(client)

    row = Proposal.get(Proposal.workshop == workshop)
    assert f"Kirjoita paperiin tämä numero: {row.id}." in one(page, ".is-ok").text


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (
            "999999",
            "There is no card 999999 in this workshop. Look at the number once more.",
        ),
        ("x", "Write the number that stands on the card"),
        ("1 or 2", "Write the number that stands on the card"),
        ("9" * 5000, "Write the number that stands on the card"),
    ],
)
def test_wrong_number_is_told_and_words_are_kept(client, workshop, number, told):
    page = enter(client, number=number)

    assert page.status_code == 422
    assert errors(page) == [("#number", told)]
    assert fields(page)["suggestion"] == "Penkki"
    assert suggestions(workshop) == []


def test_card_of_another_workshop_is_not_there(client, workshop):
    (number,) = print_cards(make_workshop(), 1)

    page = enter(client, number=str(number))

    assert page.status_code == 422
    assert PaperCard.get_by_id(number).proposal is None


def test_same_number_twice_shows_what_is_there(client, workshop):
    (number,) = print_cards(workshop, 1)
    enter(client, number=str(number))

    page = enter(client, number=str(number), suggestion="Other words")

    row = Proposal.get(Proposal.workshop == workshop)
    assert errors(page) == [
        ("#number", f"Card {number} is in already, as proposal {row.id}.")
    ]
    assert one(page, f'#entry a[href="/en/proposals/{row.id}"]')
    assert fields(page)["suggestion"] == "Other words"


def test_hostile_words_are_kept_and_shown_inert(client, workshop):
    words = '"><script>alert(1)</script>' + "\u202e" + "a" * 10_000

    page = enter(client, suggestion=words)

    assert page.status_code == 422
    assert fields(page)["suggestion"] == words
    assert "<script>alert" not in page.text


def test_words_of_a_card_come_back_when_the_phase_has_gone(client, workshop):
    page = client.get("/en/workshops/doors/entry")
    type(workshop).update(phase_set=Phase.VOTE).execute()

    response = send(client, page, "/entry", voice="staff", suggestion="A late bench")

    assert response.status_code == 409
    assert "A late bench" in response.text


def paste(client, text, **more):
    page = client.get("/en/workshops/doors/entry/lines")
    return send(client, page, "/lines", lines=text, voice="resident", **more)


def test_lines_are_entered_together(client, workshop):
    one_, two = print_cards(workshop, 2)

    page = paste(client, f"{two}\tA bench\tNone now\r\nA lamp\n\n{one_};A tree")

    assert texts(page, ".notice.is-ok p") == ["3 cards are in."]
    assert suggestions(workshop) == ["A bench", "A lamp", "A tree"]
    assert PaperCard.get_by_id(one_).proposal > PaperCard.get_by_id(two).proposal


def test_three_hundred_lines_are_kept_and_a_way_is_shown(client, workshop):
    text = "\n".join(f"Idea {n}" for n in range(300))

    page = paste(client, text)

    assert page.status_code == 422
    ((where, told),) = errors(page)
    assert where == "#lines"
    assert "There are 300 lines, and room for 100 at a time." in told
    assert fields(page)["lines"] == text
    assert suggestions(workshop) == []


def test_first_hundred_lines_are_entered_and_the_rest_stay(client, workshop):
    text = "\n".join(f"Idea {n}" for n in range(130))

    page = paste(client, text, pick_first="1")

    assert len(suggestions(workshop)) == 100
    assert fields(page)["lines"].split("\n") == [f"Idea {n}" for n in range(100, 130)]
    assert "100 cards are in." in one(page, ".is-ok").text


def test_faults_in_lines_are_told_by_line(client, workshop):
    page = paste(client, "Fine\n" + "x" * 130 + "\n99999999999\tToo great")

    ((_where, told),) = errors(page)
    assert told == (
        "Line 2: Shorten this by 10 characters. "
        "Line 3: Write the number that stands on the card."
    )
    assert suggestions(workshop) == []


@pytest.mark.parametrize("size", [4, 8])
def test_cards_are_made_and_shown_for_print(client, workshop, size):
    page = client.get("/en/workshops/doors/paper-cards")

    made = send(client, page, "/paper-cards", count="3", pick_size=str(size))

    numbers = [
        row.id for row in PaperCard.select().where(PaperCard.workshop == workshop)
    ]
    assert texts(made, ".deck b.num") == [f"Card {number}" for number in numbers]
    assert len(soup(made).select(".deck.is-small")) == (size == 8)
    assert "localhost/en/proposals, number" in made.text


@pytest.mark.parametrize("count", ["0", "201", "x", "", "9" * 5000])
def test_cards_are_made_a_few_at_a_time(client, workshop, count):
    page = client.get("/en/workshops/doors/paper-cards")

    refused = send(client, page, "/paper-cards", count=count)

    assert errors(refused) == [("#count", "Write a number from 1 to 200")]
    assert PaperCard.select().where(PaperCard.workshop == workshop).count() == 0


def test_sheets_show_cards_of_this_workshop_only(client, workshop):
    (number,) = print_cards(make_workshop(), 1)

    page = client.get(
        f"/en/workshops/doors/paper-cards/sheets?first={number}&last={number}"
    )

    assert page.status_code == 404
