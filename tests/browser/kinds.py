"""Every kind of page, each with the way there. `KINDS` has a name for each."""

from collections.abc import Callable

from tests.browser import (
    agreeing,
    describing,
    editing,
    gatherings,
    inventories,
    keeping,
    library,
    proposing,
    reading,
    red_thread,
    staff,
    trying,
)
from tests.browser.people import Person
from tests.browser.proposing import ANSWERED, CODE, GATHERING, VOTING

PUBLIC = {
    "home": "",
    "services": "services",
    "services narrowed": "services?q=rent+hyra+vuokra&theme=home&theme=money&page=1",
    "services, none": "services?q=xqzwvk",
    "services, none narrowed": "services?theme=loneliness&area=niemi&q=xqzwvk",
    "card": "services/debt-counselling",
    "card in another language": "services/supported-housing",
    "card of a sensitive service": "services/shelter",
    "easy language": "services/walk-in-social-guidance/easy",
    "easy language of a sensitive service": "services/shelter/easy",
    "easy language, missing": "services/home-care/easy",
    "slip": "slip?service=walk-in-social-guidance&service=shelter&to=sv",
    "slip of a small size": "slip?service=housing-guidance&size=a6&q=rent",
    "slip of nothing": "slip?q=xqzwvk",
    "theme": "themes/money",
    "places": "places",
    "places of an area": "places?area=koskela",
    "outreach": "outreach",
    "outreach at Christmas": "outreach?week=2026-W52&area=harju",
    "practices": "practices",
    "practices, none": "practices?q=xqzwvk",
    "practices, narrowed": "practices?theme=money&practice=one-shared-plan",
    "practices compared": (
        "practices/comparison?practice=one-shared-plan&practice=one-responsible-worker"
    ),
    "practices, one to compare": "practices/comparison?practice=one-shared-plan",
    "practice": "practices/one-shared-plan",
    "workshops": "workshops",
    "cover": f"workshops/{GATHERING}",
    "board": f"workshops/{GATHERING}/board",
    "results": f"workshops/{ANSWERED}/results",
    "results before the end": f"workshops/{VOTING}/results",
    "screen": f"workshops/{GATHERING}/screen",
    "screen after the end": f"workshops/{ANSWERED}/screen",
    "code": "join",
    "code with an error": "join?code=NOSUCH",
    "join": f"join/{CODE}",
    "return": "return",
    "sign-in": "sign-in",
    "emergency": "emergency",
    "accessibility": "about/accessibility",
    "privacy": "about/privacy",
    "rules": "about/rules",
    "unmet needs": "unmet-needs",
    "thanks for telling that nothing fits": "unmet-needs?thanks=1",
    "not found": "services/no-such-service",
    **agreeing.PUBLIC,
    **reading.PUBLIC,
    **library.PUBLIC,
    **inventories.PUBLIC,
    **red_thread.PUBLIC,
    **trying.PUBLIC,
    **gatherings.PUBLIC,
}


def path(address: str) -> Callable[[Person], None]:
    def open_it(person: Person) -> None:
        person.go(address)

    return open_it


def national_card(person: Person) -> None:
    """The last one in the list: templates come after the region's own services."""
    person.go("services").find(".pagination li:nth-last-child(2) a").click()
    person.page.wait_for_url("**page=*")
    person.find("#results .rows h3 a").last.click()
    person.find(".card").wait_for()


def join_errors(person: Person) -> None:
    person.go(f"join/{CODE}").find("main form button").click()
    person.find("[role=alert]").wait_for()


def joined(person: Person) -> None:
    person.go(f"join/{CODE}").find("input[value=partner]").check()
    person.find("main form button").click()
    person.find(".panel .big").wait_for()


def sign_in_errors(person: Person) -> None:
    person.go("sign-in").find("form:has([type=password]) button").click()
    person.find("[role=alert]").wait_for()


def as_coordinator(address: str) -> Callable[[Person], None]:
    def open_it(person: Person) -> None:
        person.sign_in(staff.COORDINATOR).go(address)

    return open_it


def editor_errors(person: Person) -> None:
    person.sign_in(staff.COORDINATOR).go("workshops/new?template=ideas")
    person.find("[name=vote_until]").fill("2026-01-01")
    person.find("main form button").click()
    person.find("[role=alert]").wait_for()


def forbidden(person: Person) -> None:
    person.sign_in("asukas@verstas.example").go("moderation")


def as_resident(address: str) -> Callable[[Person], None]:
    """One who has been told things, and follows one."""

    def open_it(person: Person) -> None:
        person.sign_in("kokemus@verstas.example").go(address)

    return open_it


def wishes_errors(person: Person) -> None:
    as_resident("notices/wishes")(person)
    person.page.locator("[name=pick_from]").evaluate("field => field.value = ''")
    person.find("main form button").last.click()
    person.find("[role=alert]").wait_for()


def synonym_group(person: Person) -> None:
    person.sign_in(staff.COORDINATOR).go("administration/synonyms?q=rent")
    person.find("#groups .rows a").first.click()
    person.find("[name=words_en]").wait_for()


def synonym_errors(person: Person) -> None:
    person.sign_in(staff.COORDINATOR).go("administration/synonyms/new")
    person.find("main form button").last.click()
    person.find("[role=alert]").wait_for()


KINDS: dict[str, Callable[[Person], None]] = {
    **{name: path(address) for name, address in PUBLIC.items()},
    "national card": national_card,
    **agreeing.KINDS,
    **proposing.KINDS,
    "join with an error": join_errors,
    "joined": joined,
    "board of a coordinator": as_coordinator(f"workshops/{VOTING}/board"),
    "sign-in with errors": sign_in_errors,
    "account": as_coordinator("account"),
    "notices": as_resident("notices"),
    "notices, none": as_coordinator("notices"),
    "wishes of mail": as_resident("notices/wishes"),
    "wishes of mail with errors": wishes_errors,
    "what one follows": as_resident("follows"),
    "cover of a followed workshop": as_resident(f"workshops/{ANSWERED}"),
    "moderation": as_coordinator("moderation"),
    **reading.KINDS,
    "editor": as_coordinator("workshops/new?template=ideas"),
    "editor with errors": editor_errors,
    "settings": as_coordinator(f"workshops/{GATHERING}/settings"),
    **keeping.KINDS,
    **editing.KINDS,
    **library.KINDS,
    **describing.KINDS,
    **inventories.KINDS,
    **red_thread.KINDS,
    **trying.KINDS,
    **gatherings.KINDS,
    "forbidden": forbidden,
}
