"""The evening: a hall with phones, a shared tablet, a wall and paper, in two
languages, until everybody has an answer. `make evening` plays it with forty."""

from collections import Counter

import pytest
from playwright.sync_api import Locator

from tests.browser import hall, papers, staff, voting
from tests.browser.conftest import Visit
from tests.browser.evening import TITLE, Evening, gather
from tests.browser.people import Person
from tests.browser.test_live_board import WALL_POLL, wait_out

pytestmark = pytest.mark.browser

COMMON, CLUSTER = "Bussi, josta voi myös soittaa", "Kulkeminen"
REMARK = "Kuka sen maksaa?"
REASON = "Aloitamme maaliskuussa."


def group(evening: Evening) -> None:
    """Two that say the same become one, when both authors agree."""
    alike, slug = evening.written[:2], evening.slug
    hall.set_phase(evening.facilitator, slug, "group")
    hall.make_cluster(evening.facilitator, slug, CLUSTER, evening.written[2:4])
    hall.ask_to_merge(evening.facilitator, slug, alike, COMMON)
    for author in evening.phones[:2]:
        hall.agree_to_merge(author, slug)
    evening.written = [COMMON, *evening.written[2:]]


def discuss(evening: Evening, number: int) -> None:
    hall.set_phase(evening.facilitator, evening.slug, "discuss")
    hall.comment(evening.phones[-1], number, "question", REMARK)
    hall.publish_all(evening.moderator, TITLE, 1)


def vote(evening: Evening, poll: int) -> tuple[Counter[str], list[str]]:
    """What was cast, and the receipts of those whose ballots count."""
    first, second, third = evening.written[:3]
    cast, receipts = Counter[str](), []
    for number, person in enumerate([*evening.phones, *evening.home]):
        dots = {first: 3, (second, third)[number % 2]: 2}
        receipts.append(voting.vote(person, poll, dots))
        cast.update(dots)
    receipts[0] = voting.vote(evening.phones[0], poll, {third: 3})
    cast.update({third: 3})
    cast.subtract({first: 3, second: 2})
    for recovery in evening.recoveries:
        hall.sit_down_again(evening.tablet, recovery)
        receipts.append(voting.vote(evening.tablet, poll, {second: 1}))
        cast.update({second: 1})
        hall.stand_up(evening.tablet)
    return cast, receipts


def vote_on_paper(evening: Evening, poll: int) -> tuple[Counter[str], int]:
    """What stands on the sheets, which two clerks enter, and how many there are. One
    clerk misreads the first sheet, and both look at it again."""
    first, second, third = evening.written[:3]
    dots = {first: 1, third: 2}
    clerks = evening.facilitator, evening.coordinator
    for nickname in evening.on_paper:
        papers.give_sheet(evening.facilitator, poll, nickname)
    codes = papers.print_sheets(evening.facilitator, poll, len(evening.on_paper))
    for code in codes:
        papers.read_sheet(clerks[0], poll, code, dots)
    papers.read_sheet(clerks[1], poll, codes[0], dots | {second: 1})
    papers.settle(clerks[1], poll, codes[0], dots)
    for code in codes[1:]:
        papers.read_sheet(clerks[1], poll, code, dots)
    cast = Counter[str]()
    for _sheet in codes:
        cast.update(dots)
    return cast, len(codes)


def test_the_evening(visit: Visit) -> None:
    evening = gather(visit)
    reader, slug = evening.phones[0], evening.slug

    hall.publish_all(evening.moderator, TITLE, len(evening.written))
    reader.go(f"workshops/{slug}/board")
    assert sorted(reader.find("#cards .slip h3").all_inner_texts()) == sorted(
        evening.written
    )
    wait_out(evening.wall, WALL_POLL)
    evening.wall.page.get_by_role("heading", name=evening.written[-1]).wait_for()

    group(evening)
    reader.go(f"workshops/{slug}/board")
    assert sorted(reader.find("#cards .slip h3").all_inner_texts()) == sorted(
        evening.written
    )
    numbers = {said: hall.number_of(reader, said) for said in evening.written}
    common = numbers[COMMON]
    discuss(evening, common)
    reader.go(f"proposals/{common}").page.get_by_text(REMARK).first.wait_for()

    hall.set_phase(evening.facilitator, slug, "vote")
    poll = voting.open_dots(evening.facilitator, slug, "Mikä ensin?")
    wait_out(evening.wall, WALL_POLL)
    evening.wall.find("#vote-title").wait_for()
    cast, receipts = vote(evening, poll)
    assert len(set(receipts)) == len(receipts)
    on_sheets, sheets = vote_on_paper(evening, poll)
    cast.update(on_sheets)
    box = evening.facilitator.go(f"polls/{poll}/desk").find(".panel .big").first
    assert box.inner_text().split()[0] == str(len(receipts) + sheets)

    voting.close(evening.facilitator, poll)
    none = dict.fromkeys(evening.written, 0)
    counted = voting.result(reader, poll)
    assert list(counted)[:3] == [said for said, _dots in cast.most_common()]
    assert counted == none | cast
    hall.set_phase(evening.facilitator, slug, "answer")
    wait_out(evening.wall, WALL_POLL)
    evening.wall.find("#result-title").wait_for()
    places = evening.wall.find("#wall ol .slip .big").all_inner_texts()
    assert places[:3] == [
        f"{place}. {said}"
        for place, (said, _dots) in enumerate(cast.most_common(), start=1)
    ]

    answer_all(evening, numbers)
    asker = visit("sv", javascript=False)
    for card, said in evening.cards.items():
        assert REASON in found(asker.go(f"proposals?number={card}"), said).inner_text()
    answered = asker.go(f"workshops/{slug}/answers").find("main .rows > li")
    assert sorted(answered.locator("h3").all_inner_texts()) == sorted(evening.written)
    assert answered.locator("article.answer").count() == len(evening.written)


def answer_all(evening: Evening, numbers: dict[str, int]) -> None:
    """What stands on paper cards is found by their numbers."""
    by_card = {said: card for card, said in evening.cards.items()}
    for said, number in numbers.items():
        if said in by_card:
            evening.coordinator.go(f"proposals?number={by_card[said]}")
            link = found(evening.coordinator, said).locator(".big a")
            assert staff.number_in(link.get_attribute("href")) == number
        staff.answer(evening.coordinator, number, "will", REASON)


def found(person: Person, said: str) -> Locator:
    """What the look-up tells of a paper card with these words."""
    return person.find("main .panel").filter(has_text=said)
