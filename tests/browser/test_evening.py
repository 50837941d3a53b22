"""The evening: a hall with phones, a shared tablet, a wall and paper, in two
languages. `make evening` plays it with forty people."""

import os
from collections import Counter
from dataclasses import dataclass

import pytest
from playwright.sync_api import Locator

from tests.browser import hall, staff
from tests.browser.conftest import Visit
from tests.browser.people import Person
from tests.browser.test_live_board import WALL_POLL, wait_out

pytestmark = pytest.mark.browser

TITLE = "Juhlasalissa"
COMMON, CLUSTER = "Bussi, josta voi myös soittaa", "Kulkeminen"
REMARK = "Kuka sen maksaa?"
REASON = "Aloitamme maaliskuussa."


@dataclass(frozen=True)
class Size:
    phones: int
    at_tablet: int
    cards: int
    helped: int
    at_home: int


SIZE = (
    Size(phones=12, at_tablet=3, cards=20, helped=3, at_home=2)
    if os.environ.get("EVENING")
    else Size(phones=3, at_tablet=1, cards=2, helped=1, at_home=1)
)


def words(kind: str, number: int) -> str:
    """What somebody writes: no two alike, none part of another."""
    return f"{kind} {number:02} toivoo iltabussia"


@dataclass
class Evening:
    """Who is there, and what has come of it so far."""

    coordinator: Person
    facilitator: Person
    moderator: Person
    slug: str
    code: str
    phones: list[Person]
    home: list[Person]
    tablet: Person
    wall: Person
    recoveries: list[str]
    cards: dict[int, str]
    written: list[str]


def come(visit: Visit, number: int) -> Person:
    """Phones of either language, every second pair of them without JavaScript."""
    return visit(hall.LANGUAGES[number % 2], javascript=number // 2 % 2 == 0)


def gather(visit: Visit) -> Evening:
    coordinator = visit("fi").sign_in(staff.COORDINATOR)
    slug = hall.open_workshop(coordinator, TITLE)
    facilitator = visit("sv", width=1280).sign_in(hall.FACILITATOR)
    wall = visit("fi", width=1280)
    wall.page.clock.install()
    wall.go(f"workshops/{slug}/screen")
    code = facilitator.go(f"workshops/{slug}/board").find("aside .big.num").inner_text()
    cards = dict(
        zip(
            hall.print_cards(facilitator, slug, SIZE.cards),
            (words("Kortti", number) for number in range(SIZE.cards)),
            strict=True,
        )
    )
    phones = [come(visit, number) for number in range(SIZE.phones)]
    for number, phone in enumerate(phones):
        voice = hall.VOICES[number % 4]
        if number % 2:
            phone.join(code, voice)
        else:
            hall.come_by_picture(phone, code, voice)
        phone.propose(words("Puhelin", number))
    for number in range(SIZE.helped):
        hall.write_for(phones[number], "assisted", "expert", words("Apu", number))
    home = [visit("sv", width=1280) for _person in range(SIZE.at_home)]
    for number, person in enumerate(home):
        person.join(code, "resident").propose(words("Koti", number))
    tablet, recoveries = visit("fi", width=820), []
    hall.begin_kiosk(tablet, slug)
    for number in range(SIZE.at_tablet):
        recoveries.append(hall.sit_down(tablet, hall.VOICES[number % 4]))
        tablet.propose(words("Tabletti", number))
        hall.stand_up(tablet)
    facilitator.go(f"workshops/{slug}/entry")
    for place, (card, said) in enumerate(cards.items()):
        language = hall.LANGUAGES[place % 2]
        hall.enter_card(facilitator, card, hall.VOICES[place % 4], language, said)
    return Evening(
        coordinator=coordinator,
        facilitator=facilitator,
        moderator=visit("fi", width=1280).sign_in(staff.MODERATOR),
        slug=slug,
        code=code,
        phones=phones,
        home=home,
        tablet=tablet,
        wall=wall,
        recoveries=recoveries,
        cards=cards,
        written=[
            *(words("Puhelin", number) for number in range(SIZE.phones)),
            *(words("Apu", number) for number in range(SIZE.helped)),
            *(words("Koti", number) for number in range(SIZE.at_home)),
            *(words("Tabletti", number) for number in range(SIZE.at_tablet)),
            *cards.values(),
        ],
    )


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
        receipts.append(hall.vote(person, poll, dots))
        cast.update(dots)
    receipts[0] = hall.vote(evening.phones[0], poll, {third: 3})
    cast.update({third: 3})
    cast.subtract({first: 3, second: 2})
    for recovery in evening.recoveries:
        hall.sit_down_again(evening.tablet, recovery)
        receipts.append(hall.vote(evening.tablet, poll, {second: 1}))
        cast.update({second: 1})
        hall.stand_up(evening.tablet)
    return cast, receipts


def test_the_evening(visit: Visit) -> None:
    evening = gather(visit)
    reader, slug = evening.phones[0], evening.slug

    hall.publish_all(evening.moderator, TITLE, len(evening.written))
    reader.go(f"workshops/{slug}/board")
    assert sorted(reader.find("#cards .slip h3").all_inner_texts()) == sorted(
        evening.written
    )
    assert wait_out(evening.wall, WALL_POLL) == 200
    evening.wall.page.get_by_role("heading", name=evening.written[-1]).wait_for()

    group(evening)
    reader.go(f"workshops/{slug}/board")
    assert sorted(reader.find("#cards .slip h3").all_inner_texts()) == sorted(
        evening.written
    )
    common = hall.number_of(reader, COMMON)
    discuss(evening, common)
    reader.go(f"proposals/{common}").page.get_by_text(REMARK).first.wait_for()

    hall.set_phase(evening.facilitator, slug, "vote")
    poll = hall.open_dots(evening.facilitator, slug, "Mikä ensin?")
    assert wait_out(evening.wall, WALL_POLL) == 200
    evening.wall.find("#vote-title").wait_for()
    cast, receipts = vote(evening, poll)
    assert len(set(receipts)) == len(receipts)
    box = evening.facilitator.go(f"polls/{poll}/desk").find(".panel .big").first
    assert box.inner_text().split()[0] == str(len(receipts))

    hall.close(evening.facilitator, poll)
    none = dict.fromkeys(evening.written, 0)
    counted = hall.result(reader, poll)
    assert list(counted)[:3] == [said for said, _dots in cast.most_common()]
    assert counted == none | cast
    hall.set_phase(evening.facilitator, slug, "answer")
    assert wait_out(evening.wall, WALL_POLL) == 200
    evening.wall.find("#result-title").wait_for()
    places = evening.wall.find("#wall ol .slip .big").all_inner_texts()
    assert places[:3] == [
        f"{place}. {said}"
        for place, (said, _dots) in enumerate(cast.most_common(), start=1)
    ]

    card, said = next(iter(evening.cards.items()))
    number = answer(evening, card)
    asker = visit("sv", javascript=False).go(f"proposals?number={card}")
    assert asker.find(f"main a[href$='/proposals/{number}']").inner_text() == said
    assert REASON in found(asker, said).inner_text()


def found(person: Person, said: str) -> Locator:
    """What the look-up tells of a paper card with these words."""
    return person.find("main .panel").filter(has_text=said)


def answer(evening: Evening, card: int) -> int:
    """Answer what stands on a paper card; the number of the proposal."""
    coordinator = evening.coordinator.go(f"proposals?number={card}")
    link = found(coordinator, evening.cards[card]).locator(".big a")
    number = staff.number_in(link.get_attribute("href"))
    staff.answer(coordinator, number, "will", REASON)
    return number
