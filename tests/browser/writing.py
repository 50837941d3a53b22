"""What those do who write in a workshop or read there, each as one step of a story."""

from tests.browser import staff
from tests.browser.people import Person


def join(person: Person, code: str) -> str:
    """Without a name, and on to the board; the recovery code."""
    person.go("join").find("main input[name=code]").fill(code)
    person.find("main form button").click()
    person.find("input[name=voice][value=resident]").check()
    person.find("main form button").click()
    recovery = person.find("main .panel .big").inner_text()
    person.find("main a.button").click()
    return recovery


def write(person: Person, words: str) -> str:
    """Send a proposal in which something is found; what is said of it. The words are
    still there."""
    field = person.find("#writing [name=suggestion]")
    field.fill(words)
    person.find("#send").click()
    said = person.find("#writing [role=alert]").inner_text()
    assert field.input_value() == words
    return said


def proposals(person: Person) -> dict[str, int]:
    """The numbers of those one has sent, by their words."""
    person.find("#writing [role=status]").wait_for()
    own = person.find("#writing .rows [dir] > a").all()
    return {
        link.inner_text(): staff.number_in(link.get_attribute("href")) for link in own
    }


def comment(person: Person, number: int, words: str) -> None:
    """Support a proposal in words; they wait for a moderator."""
    person.go(f"proposals/{number}").find("[name=pick_stance]").first.check()
    person.find("#commenting [name=body]").fill(words)
    person.find("#commenting button").click()
    person.find("#discussion [role=status]").wait_for()


def report(person: Person, number: int, reason: str) -> str:
    """Report the first comment on a proposal; where one follows it."""
    person.go(f"proposals/{number}").find("#discussion a[href*='/flags']").first.click()
    person.find(f"[name=reason][value={reason}]").check()
    person.find("main form button").click()
    person.find("main .panel .big").wait_for()
    return person.here
