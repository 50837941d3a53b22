"""The editors' worst day: two people on one card, a lost session, a double send."""

import pytest
from bs4 import BeautifulSoup

from portal.directory.actions import DraftChannel, DraftText
from portal.directory.models import (
    Channel,
    ChannelKind,
    Known,
    OpeningHours,
    Service,
    ServiceAtPlace,
    ServiceText,
    ServiceVersion,
)
from tests.factories import give_at, make_place, make_service
from tests.soup import page
from tests.upkeep.editors import editor, errors, filled, opened

HELD = "main form[method=post]"
CHAT = DraftChannel(
    ChannelKind.CHAT, "https://c.example", Known.NO, {"en": ("Chat", "")}
)


@pytest.fixture
def service():
    text = DraftText("Advice", summary="One two three", audience="All", cost="Free")
    service = make_service(texts={"en": text}, phone="019 1", channels=[CHAT])
    give_at(make_place(slug="hub"), service, "mon-fri 9:00-11:00")
    return service


@pytest.fixture
def home(service):
    return f"/en/services/{service.slug}"


@pytest.fixture
def two(app):
    return editor(app), editor(app)


def text(service):
    return ServiceText.get(ServiceText.service == service)


def meet(two, address, theirs, mine):
    """Both open the same form; the first saves, then the second."""
    first, second = two
    early, late = opened(first, address, **theirs), opened(second, address, **mine)
    assert first.post(address, data=early).status_code == 303
    return second.post(address, data=late)


def words_of_page(response):
    return BeautifulSoup(response.data, "html.parser").main.text


def test_changes_in_different_fields_are_joined_and_said(two, home, service):
    address = f"{home}/text/en"

    response = meet(two, address, {"lead": "Theirs"}, {"audience": "Mine"})

    assert (text(service).summary, text(service).audience) == ("Theirs", "Mine")
    said = two[1].get(response.location).text
    assert "Theirs and yours are both kept." in said
    assert Service.get_by_id(service.id).edition == 3


def test_changes_in_one_field_are_shown_side_by_side_and_nothing_is_saved(
    two, home, service
):
    address = f"{home}/text/en"
    mine = {"lead": "One two mine", "audience": "Mine", "note": "My note"}

    response = meet(two, address, {"lead": "One two theirs", "cost": "5 e"}, mine)

    assert response.status_code == 409
    assert text(service).summary == "One two theirs"
    shown = filled(response)
    assert shown["lead"] == "One two mine"
    assert (shown["lead-mine"], shown["pick_theirs-lead"]) == (
        "One two mine",
        "One two theirs",
    )
    assert (shown["audience"], shown["cost"], shown["note"]) == (
        "Mine",
        "5 e",
        "My note",
    )
    soup = BeautifulSoup(response.data, "html.parser")
    assert [tag.text for tag in soup.select(".pair ins")] == [
        "added: theirs",
        "added: mine",
    ]
    assert [tag.text for tag in soup.select(".pair del")] == ["removed: three"] * 2


@pytest.mark.parametrize(
    ("take", "expected"),
    [("theirs", "Theirs"), ("mine", "Mine"), ("own", "Both of us")],
)
def test_what_is_chosen_stays(two, home, service, take, expected):
    address = f"{home}/text/en"
    theirs = {"lead": "Theirs", "cost": "5 e"}
    form = filled(meet(two, address, theirs, {"lead": "Mine", "audience": "Me"}))
    form["lead"] = "Both of us"
    form["pick_take-lead"] = take

    response = two[1].post(address, data=form)

    saved = text(service)
    assert response.status_code == 303
    assert (saved.summary, saved.cost, saved.audience) == (expected, "5 e", "Me")


def test_choosing_nothing_asks_again_with_everything_kept(two, home, service):
    address = f"{home}/text/en"
    form = filled(
        meet(two, address, {"lead": "Theirs"}, {"lead": "Mine", "audience": "Me"})
    )
    form["lead"] = "Half written in the box"

    response = two[1].post(address, data=form)

    assert response.status_code == 409
    assert errors(response) == [("take-lead", "English: Summary")]
    again = filled(response)
    assert (again["lead"], again["lead-mine"], again["pick_theirs-lead"]) == (
        "Half written in the box",
        "Mine",
        "Theirs",
    )
    assert again["audience"] == "Me"
    assert text(service).summary == "Theirs"


def test_third_editor_while_choosing_meets_too(app, two, home, service):
    address = f"{home}/text/en"
    form = filled(meet(two, address, {"lead": "Theirs"}, {"lead": "Mine"}))
    third = editor(app)
    third.post(address, data=opened(third, address, lead="Third", cost="9 e"))
    form["pick_take-lead"] = "mine"

    response = two[1].post(address, data=form)

    assert response.status_code == 409
    shown = filled(response)
    assert (shown["lead-mine"], shown["pick_theirs-lead"]) == ("Mine", "Third")
    shown["pick_take-lead"] = "mine"
    two[1].post(address, data=shown)
    assert (text(service).summary, text(service).cost) == ("Mine", "9 e")


def test_choices_meet_too(two, home, service):
    address = f"{home}/facts"
    theirs = {"pick_told": "yes", "pick_tags_area": ["harju"], "phone": "1234"}
    mine = {"pick_told": "no", "pick_tags_area": ["koskela"], "email": "a@b.example"}

    response = meet(two, address, theirs, mine)

    assert response.status_code == 409
    form = filled(response)
    form["pick_take-pick_told"] = "theirs"
    form["pick_take-pick_tags_area"] = "mine"
    assert two[1].post(address, data=form).status_code == 303
    saved = Service.get_by_id(service.id)
    assert (saved.told, saved.phone, saved.email) == (Known.YES, "1234", "a@b.example")
    form = opened(two[1], address)
    assert form.getlist("pick_tags_area") == ["koskela"]


def test_hours_meet_as_lines(two, home):
    address = f"{home}/hours"

    response = meet(
        two, address, {"hours-hub": "ma 9-10"}, {"hours-hub": "ma 9-12\nti 9-12"}
    )

    form = filled(response)
    assert (form["hours-hub"], form["pick_theirs-hours-hub"]) == (
        "ma 9-12\nti 9-12",
        "mon 9-10",
    )
    form["pick_take-hours-hub"] = "own"
    two[1].post(address, data=form)
    assert OpeningHours.select().count() == 2


def test_place_that_was_taken_away_comes_back_with_the_hours_typed_for_it(
    two, home, service
):
    first, second = two
    late = opened(second, f"{home}/hours", **{"hours-hub": "ma 9-12"})
    gone = opened(first, f"{home}/places", **{"pick_remove-hub": "1"})
    first.post(f"{home}/places", data=gone)

    response = second.post(f"{home}/hours", data=late)

    assert ServiceAtPlace.select().count() == 1
    assert [h.weekday for h in OpeningHours.select()] == [0]
    assert "It was kept." in page(second, response.location).text


def test_channel_changed_while_another_took_it_away_is_kept(two, home):
    first, second = two
    (row,) = Channel.select()
    address = f"{home}/channels"
    late = opened(second, address, **{f"contact-{row.id}": "https://new.example"})
    first.post(address, data=opened(first, address, **{f"pick_remove-{row.id}": "1"}))

    second.post(address, data=late)

    assert [c.contact for c in Channel.select()] == ["https://new.example"]


def test_same_form_sent_twice_saves_once(two, home, service):
    address = f"{home}/text/en"
    form = opened(two[0], address, lead="New")

    first, second = (two[0].post(address, data=form) for _ in range(2))

    assert (first.location, second.location) == (
        f"{home}/upkeep?done=saved",
        f"{home}/upkeep?done=same",
    )
    assert ServiceVersion.select().count() == 2


def test_new_channel_sent_twice_is_one_channel(two, home):
    new = {"pick_kind-new1": "sms", "contact-new1": "040 123", "name_en-new1": "SMS"}
    form = opened(two[0], f"{home}/channels", **new)

    for _ in range(2):
        assert two[0].post(f"{home}/channels", data=form).status_code == 303

    assert [c.kind for c in Channel.select().order_by(Channel.id)] == ["chat", "sms"]


@pytest.mark.parametrize("part", ["text/en", "facts", "hours", "channels", "places"])
def test_lost_session_gives_the_form_back_to_be_sent_again(app, two, home, part):
    address = f"{home}/{part}"
    form = opened(two[0], address, note="A long evening’s work")

    lost = app.test_client().post(address, data=form)

    assert lost.status_code == 401
    assert sorted(filled(lost, HELD).items(multi=True)) == sorted(
        form.items(multi=True)
    )
    again = two[0].post(address, data=filled(lost, HELD))
    assert again.location == f"{home}/upkeep?done=same"


def test_lost_session_shows_words_and_hides_choices(app, two, home):
    form = opened(two[0], f"{home}/facts", phone="019 555")

    lost = app.test_client().post(f"{home}/facts", data=form)

    soup = BeautifulSoup(lost.data, "html.parser")
    shown = {tag["name"] for tag in soup.select("main textarea[name]")}
    assert shown == {"phone", "review_months"}


def test_service_that_is_gone_gives_the_words_back(two, home, service):
    form = opened(two[0], f"{home}/text/en", description="A long evening’s work")
    Service.delete().where(Service.id == service.id).execute()

    response = two[0].post(f"{home}/text/en", data=form)

    assert response.status_code == 404
    assert "A long evening’s work" in words_of_page(response)


def test_edition_that_was_never_kept_meets_only_where_words_differ(two, home, service):
    form = opened(two[0], f"{home}/text/en", lead="Mine")
    form["edition"] = "99"

    response = two[0].post(f"{home}/text/en", data=form)

    assert response.status_code == 409
    asked = filled(response).getlist("pick_asked")
    assert asked == ["lead"]


def test_meeting_survives_a_lost_session(app, two, home, service):
    address = f"{home}/text/en"
    form = filled(meet(two, address, {"lead": "Theirs"}, {"lead": "Mine"}))
    form["pick_take-lead"] = "mine"

    lost = app.test_client().post(address, data=form)
    response = two[1].post(address, data=filled(lost, HELD))

    assert response.status_code == 303
    assert text(service).summary == "Mine"
