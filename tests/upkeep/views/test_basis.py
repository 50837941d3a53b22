"""Editors keep the acts a service rests on, and its codes in national lists."""

import json
from datetime import date

import pytest

from portal.directory.actions import DraftText, Law, Mark
from portal.directory.models import ServiceCode, ServiceLaw, ServiceVersion
from portal.upkeep.actions import saving
from portal.upkeep.queries.snapshots import snapshot
from tests.factories import make_service, make_stop, make_user
from tests.soup import page
from tests.upkeep.editors import editor, errors, filled, opened

ADDRESS = "/en/services/advice/basis"
ACT = Law(0, "fi", "Laki", "https://laki.example/1")
CODE = Mark("life-event", "http://uri.example/KE1", "Muutto", "fi")


@pytest.fixture
def service():
    texts = {"en": DraftText("Advice")}
    return make_service(slug="advice", texts=texts, laws=[ACT], codes=[CODE])


@pytest.fixture
def client(app, service):
    return editor(app)


def acts():
    columns = ServiceLaw.position, ServiceLaw.language, ServiceLaw.name, ServiceLaw.url
    return list(ServiceLaw.select(*columns).order_by(*columns).tuples())


def test_what_is_there_is_shown_and_saved_as_it_was_changes_nothing(client):
    form = opened(client, ADDRESS)

    answer = client.post(ADDRESS, data=form)

    assert (form["name_fi-0"], form["codes_life_event"]) == (
        "Laki",
        "Muutto http://uri.example/KE1",
    )
    assert answer.location.endswith("?done=same")


def test_acts_and_codes_are_written_and_on_the_card(client, app):
    changes = {
        "name_sv-0": "Lag",
        "name_en-new1": "Debt Act",
        "url_en-new1": "https://law.example/2",
        "codes_subject": "velka urn:1\nsv: skuld urn:2",
    }

    client.post(ADDRESS, data=opened(client, ADDRESS, **changes))

    assert acts() == [
        (0, "fi", "Laki", "https://laki.example/1"),
        (0, "sv", "Lag", ""),
        (1, "en", "Debt Act", "https://law.example/2"),
    ]
    codes = ServiceCode.select(ServiceCode.scheme, ServiceCode.label).order_by(
        ServiceCode.label
    )
    assert list(codes.tuples()) == [
        ("life-event", "Muutto"),
        ("subject", "skuld"),
        ("subject", "velka"),
    ]
    card = page(app.test_client(), "/en/services/advice").main.text
    assert ("Debt Act" in card, "skuld" in card) == (True, True)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        (
            {"url_sv-0": "https://laki.example/sv"},
            ("name_sv-0", "Name the act in this language too"),
        ),
        (
            {"name_fi-0": "", "url_fi-0": ""},
            ("name_fi-0", "Give it a name in at least one language"),
        ),
        (
            {"name_en-new1": "Act", "url_en-new1": "law.example/2"},
            ("url_en-new1", "Write the whole address, beginning with https://"),
        ),
        (
            {"codes_subject": "velka"},
            (
                "codes_subject",
                "Line 1: write the name of the code, then its address.",
            ),
        ),
    ],
)
def test_what_cannot_be_is_given_back(client, changes, expected):
    answer = client.post(ADDRESS, data=opened(client, ADDRESS, **changes))

    assert answer.status_code == 422
    assert expected in errors(answer)
    kept = filled(answer)
    assert {name: kept[name] for name in changes} == changes
    assert len(acts()) == 1


def test_act_is_taken_away_and_comes_back_with_its_version(client):
    client.post(ADDRESS, data=opened(client, ADDRESS, **{"pick_remove-0": "1"}))
    gone = acts()

    client.post("/en/services/advice/versions", data={"version": "1"})

    assert (gone, acts()) == ([], [(0, "fi", "Laki", "https://laki.example/1")])


def test_two_editors_of_one_act_choose(app, client):
    other = editor(app)
    mine = opened(other, ADDRESS, **{"name_fi-0": "Oma", "name_sv-0": "Lag"})
    client.post(ADDRESS, data=opened(client, ADDRESS, **{"name_fi-0": "Toinen"}))

    met = other.post(ADDRESS, data=mine)
    form = filled(met)
    form["pick_take-name_fi-0"] = "mine"
    other.post(ADDRESS, data=form)

    assert met.status_code == 409
    assert [act[2] for act in acts()] == ["Oma", "Lag"]


def test_restore_of_a_version_from_before_acts_were_kept_leaves_them(service):
    make_stop(service, "FREQ=WEEKLY;BYDAY=TU", date(2026, 12, 1))
    whole = snapshot(service)
    old = {
        name: value
        for name, value in whole.items()
        if not name.startswith(("codes/", "law/", "stop/"))
    }
    ServiceVersion.create(
        service=service, edition=0, snapshot=json.dumps(old | {"phone": "019 1"})
    )

    saving.restore(service, 0, by=make_user())

    assert snapshot(service) == whole | {"phone": "019 1"}
