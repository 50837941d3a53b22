"""Materials with the fewest words."""

from itertools import count

from portal.materials.actions import saving
from portal.materials.models import Material

_numbers = count(1)


def named(name: str) -> str:
    return name.replace("_", "/") if name.startswith(("tags_", "text_")) else name


def make_material(title: str = "", slug: str = "", **told: str) -> Material:
    """A material described in English; values by their names, with `tags_theme` for
    `tags/theme` and `text_fi_title` for `text/fi/title`."""
    values = {
        "text/en/title": title or f"Material {next(_numbers)}",
        "source": "A maker",
        "language": "fi",
        **{named(name): value for name, value in told.items()},
    }
    return saving.create(values, by=None, slug=slug)
