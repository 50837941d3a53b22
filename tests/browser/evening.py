"""Who comes to an evening, and what they write on phones, a tablet and paper."""

import os
from dataclasses import dataclass

from tests.browser import hall, staff
from tests.browser.conftest import Visit
from tests.browser.people import Person

TITLE = "Juhlasalissa"


@dataclass(frozen=True)
class Size:
    phones: int
    at_tablet: int
    cards: int
    helped: int
    at_home: int
    on_paper: int


SIZE = (
    Size(phones=12, at_tablet=3, cards=20, helped=3, at_home=2, on_paper=5)
    if os.environ.get("EVENING")
    else Size(phones=2, at_tablet=1, cards=3, helped=1, at_home=0, on_paper=2)
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
    on_paper: list[str]
    cards: dict[int, str]
    written: list[str]


def come(visit: Visit, number: int) -> Person:
    """Phones of either language, half of each without JavaScript."""
    return visit(hall.LANGUAGES[number % 2], javascript=number % 4 in {0, 3})


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
    on_paper = [f"Paperi {number:02}" for number in range(SIZE.on_paper)]
    for number, nickname in enumerate(on_paper):
        come(visit, number).join(code, hall.VOICES[number % 4], nickname)
    hall.begin_entry(facilitator, slug)
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
        on_paper=on_paper,
        cards=cards,
        written=[
            *(words("Puhelin", number) for number in range(SIZE.phones)),
            *(words("Apu", number) for number in range(SIZE.helped)),
            *(words("Koti", number) for number in range(SIZE.at_home)),
            *(words("Tabletti", number) for number in range(SIZE.at_tablet)),
            *cards.values(),
        ],
    )
