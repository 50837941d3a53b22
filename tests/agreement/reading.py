"""Pages and files as something to look things up in."""


def lines(client, address):
    """The cells of a file, line by line."""
    response = client.get(address)
    assert response.mimetype == "text/csv"
    text = response.get_data(as_text=True).removeprefix("\ufeff")
    return [line.split(";") for line in text.splitlines()]


def text_of(tag):
    return " ".join(tag.get_text(" ").split())
