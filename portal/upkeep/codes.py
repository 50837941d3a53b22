"""Codes of national lists as lines that people type: the name, then the address."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from portal.i18n import LANGUAGES

# The language of a name that tells none.
USUAL = "fi"
LINE = re.compile(rf"(?:({'|'.join(LANGUAGES)}):\s+)?(\S.*?)\s+([^\s:]+:\S+)")
LONGEST = 200


@dataclass(frozen=True)
class Code:
    uri: str
    label: str
    language: str


@dataclass
class UnreadCode(ValueError):  # noqa: N818  a refusal, not a fault
    """A line that is no code: its number from 1, and whether it is only too long."""

    line: int
    too_long: bool = False


def codes_of(text: str) -> list[Code]:
    """The codes of several lines, each address once. Raises UnreadCode."""
    found: dict[str, Code] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        read = LINE.fullmatch(" ".join(line.split()))
        if read is None:
            raise UnreadCode(number)
        language, label, uri = read.groups()
        if max(len(label), len(uri)) > LONGEST:
            raise UnreadCode(number, too_long=True)
        found.setdefault(uri, Code(uri, label, language or USUAL))
    return list(found.values())


def code_lines(codes: Iterable[Code]) -> str:
    """`Velkaneuvonta http://uri.example/P1`; `sv: Skuldrådgivning …`."""
    return "\n".join(map(code_line, codes))


def code_line(code: Code) -> str:
    said = f"{code.label} {code.uri}"
    return said if code.language == USUAL else f"{code.language}: {said}"
