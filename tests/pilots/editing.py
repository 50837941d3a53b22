"""The pages on which pilots are written."""

from tests.workshops.pages import soup


def at(pilot, page: str) -> str:
    return f"/en/pilots/{pilot.slug}/{page}"


def filled(page) -> dict[str, str]:
    """What a browser would send back of the form as it came."""
    found = {}
    for field in soup(page).select("#part input, #part textarea, #part select"):
        if field.name == "select":
            chosen = field.select_one("option[selected]") or field.select_one("option")
            found[field["name"]] = chosen["value"]
        elif field.get("type") not in {"checkbox", "radio"}:
            found[field["name"]] = (
                field.text if field.name == "textarea" else field["value"]
            )
    return found
