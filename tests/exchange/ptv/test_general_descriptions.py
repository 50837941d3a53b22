import pytest

from portal.directory.actions import Law, Mark
from portal.directory.models import Charge, Known, Origin
from portal.exchange.ptv.general_descriptions import (
    UnreadableRecordError,
    identity,
    read,
)
from portal.vocabulary.queries import vocabulary
from tests.exchange.records import record, said


def found(**fields):
    return read(record(**fields), vocabulary())


def test_record_becomes_a_template_of_which_only_its_own_is_known():
    draft = found().draft

    assert draft.origin is Origin.NATIONAL_DESCRIPTION
    assert (draft.organisation, draft.team, draft.checked_on) == (None, None, None)
    assert [draft.assessment, draft.recorded, draft.name_asked, draft.told] == [
        Known.UNKNOWN
    ] * 4


def test_texts_are_kept_by_language_in_our_order():
    draft = found(
        Name=said(en="Debt advice", fi="Velkaneuvonta", se="Vealgi"),
        ShortDescription=said(fi=" Lyhyt\u00a0 kuvaus "),
        BackgroundDescription=said(fi="Tausta"),
        Description=said(fi="Kuvaus", en="Description"),
        UserInstructions=said(fi="Ohje"),
        ServiceRestrictions=said(fi="Ehto"),
        ChargeTypeAdditionalInfo=said(fi="Maksu"),
        DeadLineAdditionalInfo=said(fi="Raja"),
        ProcessingTimeAdditionalInfo=said(fi="Aika"),
        ValidityTimeAdditionalInfo=said(fi="Voimassa"),
    ).draft

    assert list(draft.texts) == ["fi", "en"]
    finnish, english = draft.texts.values()
    assert finnish.name == "Velkaneuvonta"
    assert finnish.summary == "Lyhyt kuvaus"
    assert finnish.description == "Tausta\n\nKuvaus"
    assert (finnish.access, finnish.criteria, finnish.cost) == ("Ohje", "Ehto", "Maksu")
    assert (finnish.deadline, finnish.processing_time, finnish.validity) == (
        "Raja",
        "Aika",
        "Voimassa",
    )
    assert (english.name, english.summary) == ("Debt advice", "")
    assert english.description == "Description"


def test_text_without_a_name_in_its_language_makes_no_version():
    draft = found(Name=said(fi="Apu"), Description=said(sv="Hjälp")).draft

    assert list(draft.texts) == ["fi"]


def test_codes_are_kept_and_those_we_know_become_tags():
    child = "http://urn.fi/URN:NBN:fi:au:ptvl:v2003"
    draft = found(
        TargetGroup=[{"Key": child, "Value": "Lapsiperheet"}],
        LifeEvent=[{"Key": "urn:unknown", "Value": "Muutto"}],
    ).draft

    assert draft.codes == [
        Mark("target-group", child, "Lapsiperheet", "fi"),
        Mark("life-event", "urn:unknown", "Muutto", "fi"),
    ]
    assert sorted((word.scheme.value, word.code) for word in draft.tags) == [
        ("group", "children"),
        ("group", "families"),
    ]


def test_laws_are_kept_in_each_language_they_are_named_in():
    laws = [
        {
            "Names": said(sv="Lag", fi="Laki"),
            "Links": said(fi="https://laki.example"),
            "LawReference": "https://law.example",
        },
        {"Names": [], "Links": [], "LawReference": "1/2020"},
        {"Names": None, "Links": None, "LawReference": None},
    ]

    assert found(Laws=laws).draft.laws == [
        Law(0, "fi", "Laki", "https://laki.example"),
        Law(0, "sv", "Lag", "https://law.example"),
        Law(1, "fi", "1/2020", "1/2020"),
    ]


@pytest.mark.parametrize(
    ("kind", "charge"),
    [("Free", Charge.FREE), ("Charged", Charge.CHARGED), (None, Charge.UNKNOWN)],
)
def test_charge_is_kept_and_not_known_is_not_free(kind, charge):
    assert found(ChargeType=kind).draft.charge is charge


def test_twins_share_a_key_by_their_name():
    keys = [
        found(Id=name, Name=said(fi=name)).draft.twin_key
        for name in ("Apu", "APU", "A")
    ]

    assert keys[0] == keys[1] != keys[2]


def test_long_summary_is_kept_whole_with_a_warning():
    one = found(ShortDescription=said(fi="x" * 151, en="y" * 150))

    assert one.draft.texts["fi"].summary == "x" * 151
    assert one.warnings == ["fi: summary is 151 characters, over 150"]


@pytest.mark.parametrize(
    ("amiss", "reason"),
    [
        ({"Id": None}, "it has no id"),
        ({"Id": ""}, "it has no id"),
        ({"Id": 7}, "it has no id"),
        ({"Name": []}, "it has no name in any of our languages"),
        ({"Name": said(se="Vealgi")}, "it has no name in any of our languages"),
        ({"Name": None}, "is amiss"),
        ({"Name": [{"Label": "Apu"}]}, "KeyError('Lang') is amiss"),
        ({"ChargeType": "Sometimes"}, "KeyError('Sometimes') is amiss"),
        ({"Description": said(fi="{broken")}, "rich text can't be read"),
        ({"TargetGroup": [{"Key": "urn:1"}]}, "KeyError('Value') is amiss"),
    ],
)
def test_record_that_cannot_be_read_says_why(amiss, reason):
    with pytest.raises(UnreadableRecordError) as error:
        found(**amiss)

    assert reason in str(error.value)


@pytest.mark.parametrize("record", [None, 7, "text", [], {}])
def test_record_that_is_none_has_no_id(record):
    assert identity(record) == "(no id)"
    with pytest.raises(UnreadableRecordError, match="it has no id"):
        read(record, vocabulary())
