"""Pages and files as something to look things up in."""

from bs4 import BeautifulSoup

CARD = "/en/definition-cards/guidance"


def lines(client, address):
    """The cells of a file, line by line."""
    response = client.get(address)
    assert response.mimetype == "text/csv"
    text = response.get_data(as_text=True).removeprefix("\ufeff")
    return [line.split(";") for line in text.splitlines()]


def text_of(tag):
    return " ".join(tag.get_text(" ").split())


def errors(response):
    """The sentences of the error summary."""
    assert response.status_code == 422
    soup = BeautifulSoup(response.text, "html.parser")
    return [link.text for link in soup.select(".error-summary a")]
