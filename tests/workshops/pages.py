"""Reading pages as a person does, and sending their forms as a browser does."""

from bs4 import BeautifulSoup, Tag
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from portal.directory.queries.names import names
from portal.moderation.queries.rules import in_force
from portal.vocabulary.queries import vocabulary

HTMX = {"HX-Request": "true", "HX-Request-Type": "partial"}


def aiming_at(target: str) -> dict[str, str]:
    """The headers of an htmx request with this target, such as `section#cards`."""
    return {**HTMX, "HX-Target": target}


def soup(response: TestResponse) -> BeautifulSoup:
    return BeautifulSoup(response.text, "html.parser")


def words(response: TestResponse) -> str:
    """What there is to read on the page, its spaces joined."""
    return " ".join(soup(response).main.get_text(" ").split())


def texts(response: TestResponse, selector: str) -> list[str]:
    """The words of each element found, in the order of the page."""
    return [" ".join(tag.text.split()) for tag in soup(response).select(selector)]


def one(response: TestResponse, selector: str) -> Tag:
    (found,) = soup(response).select(selector)
    return found


def errors(response: TestResponse) -> list[tuple[str, str]]:
    """The summary of what is to be mended: where each line leads, what it says."""
    return [
        (link["href"], " ".join(link.text.split()))
        for link in soup(response).select(".error-summary a")
    ]


def fields(response: TestResponse) -> dict[str, str]:
    """What the fields of the page's forms hold now."""
    return filled(soup(response))


def filled(within: Tag) -> dict[str, str]:
    found = {}
    for field in within.select("input[name], select[name], textarea[name]"):
        if field.get("type") in {"radio", "checkbox"} and not field.has_attr("checked"):
            continue
        if field.name == "select":
            chosen = field.select_one("option[selected]") or field.select_one("option")
            found[field["name"]] = chosen["value"]
        elif field.name == "textarea":
            found[field["name"]] = field.text
        else:
            found[field["name"]] = field.get("value", "")
    return found


def send(
    client: FlaskClient, page: TestResponse, ending: str, **written: str
) -> TestResponse:
    """Fill in the page's only form whose address ends so, send it as a browser
    without scripts does, and follow where it leads."""
    form = one(page, f'form[action$="{ending}"]')
    values = {**filled(form), **written}
    if form.get("method") == "post":
        return client.post(form["action"], data=values, follow_redirects=True)
    return client.get(form["action"], query_string=values, follow_redirects=True)


def poll(
    client: FlaskClient, page: TestResponse, selector: str = "#news"
) -> TestResponse:
    """Ask as the element of this page asks, by its own address and tag."""
    element = one(page, selector)
    return client.get(
        element["hx-get"],
        headers={**aiming_at(f"div{selector}"), "HX-PTag": element["hx-ptag"]},
    )


def warm() -> None:
    """Read what a process keeps, so that a count of queries starts from there."""
    vocabulary()
    names()
    in_force()
