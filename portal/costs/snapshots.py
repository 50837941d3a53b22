"""How a cost study is written down whole, by named texts: `team`, `text/fi/title`,
`scenario/2/position`, `scenario/2/name/fi`, `line/3/position`, `line/3/group/fi`,
`line/3/used/fi`, `line/3/persons/2/likely`, where the line is 3 and the scenario 2."""

from portal.costs.models import Part

TEXTS = ("title", "summary", "limits")
# By the name in a snapshot, where `use` is a part, the column that holds it.
LINE_TEXTS = {"group": "group", "used": "use"}
FIGURES = ("low", "likely", "high")
SOURCES = ("source", "source_on")
ASSUMPTION = (*FIGURES, *SOURCES)
PARTS = tuple(Part)


def assumption(line: str, part: Part, scenario: str, value: str = "") -> str:
    """What a value of an assumption is called; without a value, what all begin with."""
    return f"line/{line}/{part.value}/{scenario}/{value}"
