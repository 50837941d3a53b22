"""Two coordinators on one definition card: no word is lost."""

import pytest
from bs4 import BeautifulSoup

from portal.agreement.models import DefinitionCard, DefinitionText
from portal.directory.models import Charge
from portal.permissions import Role
from tests.agreement.reading import CARD
from tests.agreement.things import make_card
from tests.factories import make_user, sign_in
from tests.upkeep.editors import filled, opened

TEXT, FACTS = f"{CARD}/text/en", f"{CARD}/facts"


@pytest.fixture
def two(app):
    make_card("Guidance", slug="guidance", tier="near")
    return [sign_in(app, make_user(Role.COORDINATOR)) for _ in range(2)]


def meet(two, address, theirs, mine):
    """Both open the same form; the first saves, then the second."""
    first, second = two
    early, late = opened(first, address, **theirs), opened(second, address, **mine)
    assert first.post(address, data=early).status_code == 303
    return second.post(address, data=late)


def summary(response):
    soup = BeautifulSoup(response.text, "html.parser")
    return [link["href"] for link in soup.select(".error-summary a")]


def test_changes_in_different_texts_are_joined(two):
    answer = meet(two, TEXT, {"purpose": "Theirs"}, {"steps": "Mine"})

    text = DefinitionText.get()
    assert answer.location == CARD
    assert (text.name, text.purpose, text.steps) == ("Guidance", "Theirs", "Mine")


def test_changes_in_one_text_are_shown_side_by_side_and_nothing_is_saved(two):
    answer = meet(two, TEXT, {"name": "Guidance now"}, {"name": "Advice", "steps": "A"})

    assert answer.status_code == 409
    assert (DefinitionText.get().name, DefinitionText.get().steps) == (
        "Guidance now",
        "",
    )
    shown = filled(answer)
    assert (shown["name"], shown["name-mine"], shown["pick_theirs-name"]) == (
        "Advice",
        "Advice",
        "Guidance now",
    )
    assert shown["steps"] == "A"
    soup = BeautifulSoup(answer.text, "html.parser")
    assert [tag.text for tag in soup.select(".pair ins")] == [
        "added:  now",
        "added: Advice",
    ]


@pytest.mark.parametrize(
    ("take", "expected"),
    [("theirs", "Theirs"), ("mine", "Mine"), ("own", "Both of us")],
)
def test_what_is_chosen_stays(two, take, expected):
    theirs, mine = {"purpose": "Theirs", "steps": "B"}, {"purpose": "Mine"}
    form = filled(meet(two, TEXT, theirs, mine | {"includes": "C"}))
    form["purpose"] = "Both of us"
    form["pick_take-purpose"] = take

    answer = two[1].post(TEXT, data=form)

    text = DefinitionText.get()
    assert answer.location == CARD
    assert (text.purpose, text.steps, text.includes) == (expected, "B", "C")


def test_choosing_nothing_asks_again_with_everything_kept(two):
    form = filled(meet(two, TEXT, {"purpose": "Theirs"}, {"purpose": "Mine"}))
    form["purpose"] = "Half written"

    answer = two[1].post(TEXT, data=form)

    again = filled(answer)
    assert answer.status_code == 409
    assert summary(answer) == ["#take-purpose"]
    kept = ("purpose", "purpose-mine", "pick_theirs-purpose")
    assert [again[name] for name in kept] == ["Half written", "Mine", "Theirs"]
    assert DefinitionText.get().purpose == "Theirs"


def test_third_writer_while_choosing_meets_too(app, two):
    form = filled(meet(two, TEXT, {"purpose": "Theirs"}, {"purpose": "Mine"}))
    two[0].post(TEXT, data=opened(two[0], TEXT, purpose="Third", steps="D"))
    form["pick_take-purpose"] = "mine"

    answer = two[1].post(TEXT, data=form)
    again = filled(answer)
    again["pick_take-purpose"] = "mine"
    two[1].post(TEXT, data=again)

    assert (answer.status_code, again["pick_theirs-purpose"]) == (409, "Third")
    text = DefinitionText.get()
    assert (text.purpose, text.steps) == ("Mine", "D")


def test_facts_meet_in_words_and_join_where_they_do_not(two):
    theirs = {"tier": "regional", "charge": "free"}
    mine = {"tier": "centralised", "agreed_on": "2026-03-01"}

    answer = meet(two, FACTS, theirs, mine)

    soup = BeautifulSoup(answer.text, "html.parser")
    assert answer.status_code == 409
    said = [tag.text.split(": ")[1] for tag in soup.select(".pair ins")]
    assert said == ["Regional", "Centralised"]
    form = filled(answer)
    form["pick_take-tier"] = "theirs"
    assert two[1].post(FACTS, data=form).location == CARD
    card = DefinitionCard.get()
    assert (card.charge, card.agreed_on.isoformat()) == (Charge.FREE, "2026-03-01")
    chosen = opened(two[1], FACTS)
    assert chosen["tier"] == "regional"


def test_form_that_does_not_tell_what_was_read_meets_whatever_differs(two):
    form = opened(two[0], TEXT, purpose="New", pick_read="forged")

    answer = two[0].post(TEXT, data=form)

    assert answer.status_code == 409
    assert filled(answer).getlist("pick_asked") == ["purpose"]
    assert DefinitionText.get().purpose == ""


def test_meeting_survives_a_lost_session(app, two):
    form = filled(meet(two, TEXT, {"purpose": "Theirs"}, {"purpose": "Mine"}))
    form["pick_take-purpose"] = "mine"

    lost = app.test_client().post(TEXT, data=form)
    answer = two[1].post(TEXT, data=filled(lost))

    assert (lost.status_code, answer.location) == (401, CARD)
    assert DefinitionText.get().purpose == "Mine"
