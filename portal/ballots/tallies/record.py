"""A tally as JSON can hold it, and back, without losing a fraction."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from fractions import Fraction
from typing import Any

from portal.ballots.tallies.outcomes import (
    EqualShares,
    Paths,
    Raise,
    Round,
    Row,
    Spread,
    Tally,
    Verdicts,
)

KINDS = {
    kind.__name__: kind
    for kind in (EqualShares, Paths, Raise, Round, Row, Spread, Tally, Verdicts)
}


def write(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        parts = {
            field.name: write(getattr(value, field.name)) for field in fields(value)
        }
        return {"kind": type(value).__name__, **parts}
    if isinstance(value, Fraction):
        return {"kind": "Fraction", "parts": [value.numerator, value.denominator]}
    if isinstance(value, Mapping):
        return {
            "kind": "map",
            "pairs": [[key, write(one)] for key, one in value.items()],
        }
    return [write(one) for one in value] if isinstance(value, tuple) else value


def read(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(map(read, value))
    if not isinstance(value, dict):
        return value
    parts = {key: one for key, one in value.items() if key != "kind"}
    match value["kind"]:
        case "Fraction":
            return Fraction(*parts["parts"])
        case "map":
            return {key: read(one) for key, one in parts["pairs"]}
        case kind:
            return KINDS[kind](**{key: read(one) for key, one in parts.items()})
