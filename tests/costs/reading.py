"""What stands on a page, read as words."""

from bs4 import BeautifulSoup


def text(response, selector="main"):
    found = BeautifulSoup(response.text, "html.parser").select_one(selector)
    return " ".join(found.text.split())


def cells(response, selector):
    soup = BeautifulSoup(response.text, "html.parser")
    return [
        [" ".join(cell.text.split()) for cell in row.select("th, td")]
        for row in soup.select(f"{selector} tbody tr")
    ]
