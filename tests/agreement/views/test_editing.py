"""What coordinators write."""

import pytest

from portal.agreement.models import (
    CardState,
    DefinedService,
    DefinitionCard,
    DefinitionText,
)
from portal.directory.models import Charge, Known
from portal.vocabulary.queries import vocabulary
from tests.agreement.reading import CARD, errors
from tests.agreement.things import make_card, make_follower
from tests.factories import make_service, make_team
from tests.soup import page
from tests.upkeep.editors import opened

FACTS = dict.fromkeys(
    ("tier", "access", "charge", "assessment", "recorded", "name_asked", "told"), ""
)


def test_card_is_begun_in_the_language_of_the_page(coordinator):
    answer = coordinator.post("/sv/definition-cards", data={"name": "Handledning"})

    (text,) = DefinitionText.select()
    card = DefinitionCard.get()
    assert (text.language, text.name, card.state) == (
        "sv",
        "Handledning",
        CardState.DRAFT,
    )
    assert answer.location == "/sv/definition-cards/handledning"
    assert page(coordinator, answer.location).h1.text == "Handledning"


def test_card_without_a_name_keeps_what_was_written(coordinator):
    answer = coordinator.post("/en/definition-cards", data={"purpose": "To help"})

    assert errors(answer) == ["Give the card a name"]
    assert "To help" in answer.text
    assert DefinitionCard.select().count() == 0


def test_text_is_written_language_by_language(coordinator):
    make_card("Guidance", slug="guidance")
    before = page(coordinator, f"{CARD}/text/fi")

    form = opened(coordinator, f"{CARD}/text/fi", name="Ohjaus", includes="Neuvo")

    answer = coordinator.post(f"{CARD}/text/fi", data=form)

    assert before.select_one("[name=name]")["value"] == ""
    assert answer.location == CARD
    text = DefinitionText.get(DefinitionText.language == "fi")
    assert (text.name, text.includes) == ("Ohjaus", "Neuvo")
    after = page(coordinator, f"{CARD}/text/fi")
    assert after.select_one("[name=name]")["value"] == "Ohjaus"


@pytest.mark.parametrize("method", ["get", "post"])
def test_text_in_a_language_we_do_not_have_is_not_there(coordinator, method):
    make_card(slug="guidance")

    answer = getattr(coordinator, method)(f"{CARD}/text/xx", data={"name": "X"})

    assert answer.status_code == 404


def test_facts_are_set_as_told(coordinator):
    make_card(slug="guidance", state=CardState.DRAFT)
    team = make_team()
    changes = {
        "state": "published",
        "tier": "near",
        "charge": "free",
        "recorded": "no",
        "responsible_worker": "1",
        "team": str(team.id),
        "agreed_on": "2026-03-01",
        "review_on": "1.3.2027",
    }

    form = opened(coordinator, f"{CARD}/facts", **changes)

    answer = coordinator.post(f"{CARD}/facts", data=form)

    card = DefinitionCard.get()
    assert answer.location == CARD
    assert (card.state, card.charge, card.recorded) == (
        CardState.PUBLISHED,
        Charge.FREE,
        Known.NO,
    )
    assert card.tier == vocabulary().of("tier")["near"].id
    assert (card.access, card.told, card.team) == (None, None, team.id)
    assert card.responsible_worker
    dates = [day.isoformat() for day in (card.agreed_on, card.review_on)]
    assert dates == ["2026-03-01", "2027-03-01"]
    form = page(coordinator, f"{CARD}/facts")
    chosen = [option["value"] for option in form.select("main option[selected]")]
    assert chosen == ["near", "", "free", "", "no", "", "", str(team.id)]


@pytest.mark.parametrize(
    "wrong", [{"tier": "sky"}, {"told": "unknown"}, {"state": "secret"}, {"team": "0"}]
)
def test_facts_that_cannot_be_are_refused(coordinator, wrong):
    make_card(slug="guidance", tier="near")
    data = {**FACTS, "state": "published", "team": ""} | wrong

    answer = coordinator.post(f"{CARD}/facts", data=data)

    assert errors(answer) == ["Choose one of these"]
    assert DefinitionCard.get().tier is not None


def test_service_is_found_by_its_name_added_and_taken_off(coordinator):
    make_card("Guidance", slug="guidance")
    make_service("Walk-in desk", slug="desk")
    soup = page(coordinator, f"{CARD}/services?q=walk-IN")
    form = soup.select("main form")[-1]
    data = {field["name"]: field["value"] for field in form.select("input")}

    added = coordinator.post(form["action"], data={**data, "wanted": "1"})
    following = DefinedService.select().count()
    again = coordinator.post(form["action"], data={**data, "wanted": "1"})
    coordinator.post(form["action"], data={**data, "wanted": "0"})

    assert data["service"] == "desk"
    assert added.location == again.location == f"{CARD}/services?q=walk-IN"
    assert (following, DefinedService.select().count()) == (1, 0)


def test_service_of_another_card_says_so(coordinator):
    make_card("Guidance", slug="guidance")
    make_follower(make_card("Housing"), "Desk")

    soup = page(coordinator, f"{CARD}/services?q=desk")

    assert "Follows another card now: Housing" in " ".join(soup.main.text.split())


@pytest.mark.parametrize(
    ("data", "status"),
    [
        ({"service": "none", "wanted": "1"}, 404),
        ({"service": "desk", "wanted": "2"}, 422),
    ],
)
def test_service_that_cannot_be_is_refused(coordinator, data, status):
    make_card(slug="guidance")
    make_service(slug="desk")

    answer = coordinator.post(f"{CARD}/services", data=data)

    assert (answer.status_code, DefinedService.select().count()) == (status, 0)
