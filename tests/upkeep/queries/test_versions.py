from portal.upkeep.queries.versions import public_part

WHOLE = {
    "phone": "1",
    "review_email": "a@b.c",
    "review_months": "6",
    "text/fi/name": "Apu",
    "text/fi/state": "published",
    "text/fi/staff_notes": "S",
    "text/fi/professionals": "P",
    "text/fi/source": "sv",
    "text/fi/source_at": "2026-01-01",
    "text/sv/name": "Hjälp",
    "text/sv/state": "review",
    "easy/fi/body": "Helppo",
    "easy/fi/state": "draft",
    "place/hub/note/fi": "2. kerros",
    "place/shelter/hours": "mon 9-10",
    "place/shelter/note/fi": "Punaisen ladon takana",
    "place/shelter/phone": "2",
}


def test_public_part_holds_what_anybody_may_read():
    assert public_part(WHOLE, {"shelter"}, WHOLE) == {
        "phone": "1",
        "text/fi/name": "Apu",
        "place/hub/note/fi": "2. kerros",
        "place/shelter/hours": "mon 9-10",
    }


def test_nothing_of_a_service_without_a_published_text_is_public():
    archived = WHOLE | {"text/fi/state": "archived"}

    assert public_part(archived, set(), archived) == {}
    assert public_part(WHOLE, set(), archived) == {}
