import pytest
from bs4 import BeautifulSoup
from playhouse.test_utils import count_queries

from portal.accounts.models import Voice
from portal.directory.models import TextState
from portal.permissions import Role
from portal.practices.actions.creating import PracticeDraftText
from portal.practices.models import Experience, Lived, TalkState
from tests.factories import make_practice, make_user, sign_in
from tests.practices.lived import make_experience
from tests.soup import page

DESK = "/en/practices/desk/experiences"
PRIVATE = "Call Anna on 040 123 4567"


@pytest.fixture
def practice():
    return make_practice("Desk", slug="desk")


@pytest.fixture
def expert(app):
    return make_user(voice=Voice.EXPERT)


def sent(**more):
    return {
        "pick_verdict": "recommended",
        "helped": "Nobody hurried me",
        "hurt": "",
        "language": "en",
        "submission": "one",
    } | more


def problems(response):
    soup = BeautifulSoup(response.text, "html.parser")
    return [link.text for link in soup.select(".error-summary a")]


def test_expert_tells_once_and_then_changes_their_own(app, practice, expert):
    client = sign_in(app, expert)

    first = client.post(DESK, data=sent())
    client.post(DESK, data=sent(helped="They listened", submission="two"))

    told = Experience.get()
    assert first.location == f"{DESK}/{told.id}?sent=1"
    assert (told.helped, told.voice, told.people) == ("They listened", Voice.EXPERT, 1)
    soup = page(client, DESK)
    assert soup.select("form[action$='/experiences']") == []
    assert "You have told already" in soup.text
    assert "Nobody has told of it yet" not in soup.text


def test_something_must_be_said_and_a_verdict_chosen(app, practice, expert):
    client = sign_in(app, expert)

    answer = client.post(DESK, data={"language": "en"})

    assert (answer.status_code, problems(answer)) == (
        422,
        [
            "Write what helped or what hurt",
            "Choose what you say of it as a whole",
        ],
    )


def test_words_that_tell_of_a_person_are_asked_about_first(app, practice, expert):
    client = sign_in(app, expert)

    stopped = client.post(DESK, data=sent(hurt=PRIVATE))
    client.post(DESK, data=sent(hurt=PRIVATE, asks_reader="1"))

    assert stopped.status_code == 422
    assert PRIVATE in stopped.text
    assert Experience.get().state is TalkState.WAITING


def test_coordinator_tells_for_a_panel(app, practice):
    coordinator = make_user(Role.COORDINATOR, voice=Voice.STAFF)
    client = sign_in(app, coordinator)
    panel = {"people": "7", "pick_voice": "expert", "submission": "panel"}

    too_few = client.post(DESK, data=sent(people="1", pick_voice="expert"))
    client.post(DESK, data=sent(**panel))
    client.post(DESK, data=sent(**panel))

    assert problems(too_few) == ["Write how many people there were, from 2 to 500"]
    told = Experience.get()
    assert (told.people, told.voice) == (7, Voice.EXPERT)
    client.post(f"{DESK}/{told.id}", data=sent(hurt="Haste", **panel | {"people": "9"}))
    assert (Experience.get().people, Experience.get().hurt) == (7, "Haste")


def test_staff_do_not_tell(app, practice):
    client = sign_in(app, make_user(voice=Voice.STAFF))

    assert client.post(DESK, data=sent()).status_code == 403
    assert "Residents and experts by experience" in client.get(DESK).text


def test_texts_stand_without_verdict_voice_or_day(client, practice):
    made = make_experience(practice, helped="It was calm", hurt="The queue")
    make_experience(practice, helped="Waits", waits=True)
    make_experience(practice, helped="Seven of us", people=7)
    make_experience(practice, helped="Two of us", people=2)

    soup = page(client, DESK)

    said = soup.select("[aria-labelledby=said] li")
    assert [one.select_one(".words").text for one in said] == [
        "Two of us",
        "Seven of us",
        "It was calm",
    ]
    meta = ["".join(tag.text for tag in one.select(".meta > span")) for one in said]
    month = f"{made.written_at:%B %Y}"
    assert meta == [
        month,
        f"{month}A panel of 7 people",
        month,
    ]
    assert "ecommend" not in soup.select_one("[aria-labelledby=said]").text
    assert "Expert" not in soup.select_one("[aria-labelledby=said]").text


def test_sums_are_told_from_five_people_on(client, practice):
    for _ in range(4):
        make_experience(practice)
    few = page(client, DESK)
    make_experience(practice, Lived.MIXED, people=6)

    many, desk = page(client, DESK), page(client, "/en/practices/desk")

    assert "Fewer than five people have told" in few.text
    assert [cell.text for cell in many.select("aside td")] == [
        "fewer than 5",
        "fewer than 5",
        "5 or more",
        "fewer than 5",
    ]
    lived = desk.select_one("aside [aria-labelledby=lived]")
    assert [row.text for row in lived.select("li")] == ["Are in two minds: 5 or more"]
    assert "Read what they say 5" in lived.text


def test_own_words_are_read_and_taken_back_by_their_author_only(
    app, client, practice, expert
):
    made = make_experience(practice, author=expert, waits=True)
    own = sign_in(app, expert)
    address = f"{DESK}/{made.id}"

    assert "A moderator reads it first" in own.get(address).text
    assert client.get(address).location == f"{DESK}#experience-{made.id}"
    assert client.post(f"{address}/withdrawal", data={"wanted": "1"}).status_code == 401
    own.post(f"{address}/withdrawal", data={"wanted": "1"})

    assert Experience.get().state is TalkState.WITHDRAWN
    assert "You took it back." in own.get(address).text


def test_page_of_one_and_of_three_asks_the_database_alike(client, practice):
    """What the page of the practice asks; what was told."""
    make_practice(slug="warm")
    make_experience(practice)
    client.get("/en/practices/warm/experiences")
    with count_queries() as one:
        client.get(DESK)

    for _ in range(2):
        make_experience(practice)
    client.get("/en/practices/warm/experiences")
    with count_queries() as three:
        client.get(DESK)

    assert (one.count, three.count) == (6, 6)


def test_address_below_a_draft_tells_nobody_that_it_is_there(app, client):
    written = {"en": PracticeDraftText("Secret")}
    make_practice(slug="secret", texts=written, states={"en": TextState.DRAFT})
    stranger = sign_in(app, make_user(voice=Voice.EXPERT))

    for slug in ("secret", "none"):
        address = f"/en/practices/{slug}/experiences/1"
        for reader in (client, stranger):
            assert reader.get(address).status_code == 404
            assert reader.post(address).status_code == 404
            assert reader.post(f"{address}/withdrawal").status_code == 404
