"""The first view of a public page, with nothing kept from before, is light."""

import pytest

from tests.browser.conftest import Visit
from tests.browser.kinds import PUBLIC
from tests.browser.people import Person

pytestmark = pytest.mark.browser

MOST_BYTES = 75 * 1024
MOST_REQUESTS = 8


def weigh(person: Person, path: str) -> tuple[int, int]:
    """Open the page; the bytes transferred, headers and fonts too, and requests."""
    sent: set[str] = set()
    sizes: dict[str, float] = {}
    network = person.context.new_cdp_session(person.page)
    network.on("Network.requestWillBeSent", lambda event: sent.add(event["requestId"]))
    network.on(
        "Network.loadingFinished",
        lambda event: sizes.update({event["requestId"]: event["encodedDataLength"]}),
    )
    network.send("Network.enable")
    person.go(path)
    person.page.evaluate("document.fonts.ready.then(() => 0)")
    while sent - set(sizes):
        person.page.wait_for_timeout(20)
    return round(sum(sizes.values())), len(sent)


@pytest.mark.parametrize("name", PUBLIC)
def test_first_view_stays_in_its_budget(visit: Visit, name: str) -> None:
    size, requests = weigh(visit("fi"), PUBLIC[name])

    assert size <= MOST_BYTES
    assert requests <= MOST_REQUESTS
