"""What people do in a hall on the evening of a workshop, each as one step of it."""

from playwright.sync_api import Locator, expect

from tests.browser.people import Person
from tests.browser.staff import number_in

FACILITATOR = "ledare@verstas.example"
VOICES = ("resident", "expert", "partner", "staff")
LANGUAGES = ("fi", "sv")
MOST_KEYS = 8


def open_workshop(coordinator: Person, title: str) -> str:
    """In Finnish and Swedish, and run by the facilitator; the slug."""
    coordinator.go("workshops/new?template=ideas")
    coordinator.find("[name=languages][value=en]").uncheck()
    for language in LANGUAGES:
        coordinator.find(f"[name=title_{language}]").fill(f"{title} ({language})")
        coordinator.find(f"[name=question_{language}]").fill(f"{title}?")
        for name in ("decides", "ways", "access", "fee"):
            coordinator.find(f"[name={name}_{language}]").fill("Kuten sovittiin.")
    coordinator.find("[name=on_paper]").check()
    coordinator.find("[name=facilitators]").first.check()
    coordinator.find("main form button").click()
    coordinator.page.wait_for_url("**?opened=1")
    return coordinator.here.split("/")[1]


def set_phase(facilitator: Person, slug: str, phase: str) -> None:
    facilitator.go(f"workshops/{slug}/desk")
    facilitator.find(f"#phase-{phase}").click()
    facilitator.find(f"#phase-{phase}[aria-pressed=true]").wait_for()


def come_by_picture(person: Person, code: str, voice: str) -> Person:
    """Through the address that the QR code on the wall holds."""
    person.go(f"join/{code}").find(f"input[name=voice][value={voice}]").check()
    person.find("main form button").click()
    person.find("main .panel .big").wait_for()
    person.find("main a.button").click()
    person.find("#writing form").wait_for()
    return person


def write_for(person: Person, relation: str, voice: str, suggestion: str) -> None:
    """Write down what somebody else says."""
    form = person.find("#writing form")
    form.locator("[name=suggestion]").fill(suggestion)
    form.locator("summary").click()
    form.locator(f"[name=pick_relation][value={relation}]").check()
    form.locator(f"[name=voice][value={voice}]").check()
    person.find("#send").click()
    person.find("#writing [role=status]").wait_for()


def begin_kiosk(tablet: Person, slug: str) -> None:
    tablet.sign_in_anew(FACILITATOR).go(f"workshops/{slug}/kiosk")
    tablet.find("main form button").click()
    tablet.find("input[name=voice]").first.wait_for()


def sit_down(tablet: Person, voice: str) -> str:
    """The recovery code that whoever sits at the tablet writes down."""
    tablet.find(f"input[name=voice][value={voice}]").check()
    tablet.find("main form button").click()
    recovery = tablet.find("main .panel .big").inner_text()
    tablet.find("main a.button").first.click()
    tablet.find("#writing form").wait_for()
    return recovery


def stand_up(tablet: Person) -> None:
    tablet.find("form[action$='/kiosk/seat'] button").click()
    tablet.find("form[action$='/kiosk/seats']").wait_for()


def sit_down_again(tablet: Person, recovery: str) -> None:
    tablet.find("main a[href$='/return']").click()
    tablet.find("[name=recovery]").fill(recovery)
    tablet.find("main form button").click()
    tablet.page.wait_for_url("**/board")


def print_cards(facilitator: Person, slug: str, count: int) -> list[int]:
    """The numbers of new paper cards."""
    facilitator.go(f"workshops/{slug}/paper-cards").find("#count").fill(str(count))
    facilitator.find("main form button").click()
    facilitator.page.wait_for_url("**/sheets?**")
    found = facilitator.find(".deck li > div:first-child .num").all_inner_texts()
    return [int("".join(filter(str.isdigit, words))) for words in found]


def begin_entry(clerk: Person, slug: str) -> None:
    """A browser puts the focus in its place a moment after the page is there."""
    clerk.go(f"workshops/{slug}/entry").find("#number:focus").wait_for()


def enter_card(
    clerk: Person, number: int, voice: str, language: str, words: str
) -> None:
    """One is on the page of entry, and is ready for the next card after it."""
    send_card(clerk, number, voice, language, words)
    told = clerk.find("#entry [role=status]").filter(has_text=words)
    expect(told.locator("b")).to_contain_text(str(number))
    clerk.find("#number:focus").wait_for()


def send_card(
    clerk: Person, number: int, voice: str, language: str, words: str
) -> None:
    """By keyboard only, from the first field on."""
    keyboard = clerk.page.keyboard
    keyboard.type(str(number))
    keyboard.press("Tab")
    pick(clerk, voice)
    keyboard.press("Tab")
    pick(clerk, language)
    keyboard.press("Tab")
    keyboard.press("Tab")
    keyboard.type(words)
    keyboard.press("Enter")


def pick(clerk: Person, value: str) -> None:
    """In the group of choices that has the focus."""
    for _key in range(MOST_KEYS):
        if clerk.find(":focus").get_attribute("value") == value:
            clerk.page.keyboard.press("Space")
            return
        clerk.page.keyboard.press("ArrowDown")
    raise AssertionError(f"No key leads to {value}")


def publish_all(moderator: Person, title: str, count: int) -> None:
    """Everything of a workshop that waits, which is so many texts."""
    moderator.go("moderation").find("#list summary").first.click()
    workshop = moderator.find("#filter-workshop")
    option = workshop.locator("option").filter(has_text=title)
    workshop.select_option(option.get_attribute("value"))
    moderator.find("#list form button").first.click()
    waiting = moderator.find("h1")
    expect(waiting).to_contain_text(str(count))
    for left in reversed(range(count)):
        moderator.find("[data-publish]").click()
        expect(waiting).to_contain_text(str(left))


def slip(person: Person, words: str) -> Locator:
    """The card on the board with these words."""
    return person.find("#cards .slip").filter(has_text=words)


def number_of(person: Person, words: str) -> int:
    return number_in(slip(person, words).locator("h3 a").get_attribute("href"))


def make_cluster(facilitator: Person, slug: str, title: str, cards: list[str]) -> None:
    making = facilitator.go(f"workshops/{slug}/clusters").form(
        f"workshops/{slug}/clusters"
    )
    making.locator("[name=title]").fill(title)
    facilitator.find("#make").click()
    heading = facilitator.page.get_by_role("heading", name=title, exact=True)
    heading.wait_for()
    tick(facilitator, cards)
    facilitator.find("#pick_cluster").select_option(label=title)
    facilitator.find("#move").click()
    facilitator.find("#groups [role=status]").first.wait_for()


def tick(facilitator: Person, cards: list[str]) -> None:
    for words in cards:
        facilitator.find("[data-card]").filter(has_text=words).locator("input").check()


def ask_to_merge(facilitator: Person, slug: str, cards: list[str], words: str) -> None:
    facilitator.go(f"workshops/{slug}/clusters")
    tick(facilitator, cards)
    facilitator.find("button[formaction$='/mergers/new']").click()
    facilitator.find("main [name=suggestion]").fill(words)
    facilitator.find("main form button").click()
    facilitator.page.wait_for_url("**/mergers/*")


def agree_to_merge(author: Person, slug: str) -> None:
    author.go(f"workshops/{slug}/board").find("main a[href*='/mergers/']").click()
    author.find("main form button[value='1']").click()
    author.page.wait_for_url("**")


def comment(person: Person, number: int, stance: str, body: str) -> None:
    form = person.go(f"proposals/{number}").find("#commenting")
    form.locator(f"[name=pick_stance][value={stance}]").check()
    form.locator("[name=body]").fill(body)
    form.locator("button").click()
    person.find("#discussion [role=status]").wait_for()
