"""Pages as something to look things up in."""

from bs4 import BeautifulSoup
from flask.testing import FlaskClient


def page(client: FlaskClient, address: str) -> BeautifulSoup:
    """The page at this address, which must be there."""
    response = client.get(address)
    assert response.status_code == 200, f"{address}: {response.status}"
    return BeautifulSoup(response.text, "html.parser")
