"""What editors do, as a browser does it for them."""

from bs4 import BeautifulSoup
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.datastructures import MultiDict

from portal.permissions import Role
from tests.factories import make_user, sign_in


def editor(app: Flask, **fields) -> FlaskClient:
    return sign_in(app, make_user(Role.EDITOR, **fields))


def filled(response, selector: str = "main form[method=post]") -> MultiDict:
    """The values of a form, as a browser would send them."""
    form = BeautifulSoup(response.data, "html.parser").select_one(selector)
    values = MultiDict()
    for field in form.select("[name]"):
        if field.name == "button":
            continue
        if field.get("type") in {"radio", "checkbox"} and not field.has_attr("checked"):
            continue
        if field.name == "select":
            option = field.select_one("[selected]") or field.option
            values.add(field["name"], option["value"])
        elif field.name == "textarea":
            values.add(field["name"], field.text.removeprefix("\n"))
        else:
            values.add(field["name"], field.get("value", "on"))
    return values


def opened(client: FlaskClient, address: str, **changes) -> MultiDict:
    """The form of a page, with what somebody types into it."""
    values = filled(client.get(address))
    for name, value in changes.items():
        values.setlist(name, value if isinstance(value, list) else [value])
    return values


def errors(response) -> list[tuple[str, str]]:
    """What the summary says is to be mended: the field and the sentence."""
    soup = BeautifulSoup(response.data, "html.parser")
    return [(a["href"][1:], a.text) for a in soup.select(".error-summary li a")]
