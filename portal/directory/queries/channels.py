"""The ways to a service besides its phone, its e-mail and its places."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from portal.directory.models import ChannelKind, Known
from portal.directory.queries.names import in_language
from portal.directory.queries.parts import Part

WEB = ("http://", "https://")


@dataclass(frozen=True)
class Way:
    """A channel in the language asked for or, marked, in another."""

    kind: ChannelKind
    name: str
    note: str
    contact: str
    identification: Known
    language: str

    @property
    def address(self) -> str:
        """What a link leads to; nothing where there is only something to read."""
        if self.kind is ChannelKind.SMS:
            return f"sms:{self.contact.replace(' ', '')}"
        return self.contact if self.contact.startswith(WEB) else ""


def ways(parts: Iterable[Part], language: str) -> list[Way]:
    """The channels of a service in their order, from the parts of it."""
    told: dict[int, dict[str, Part]] = defaultdict(dict)
    for part in parts:
        told[part.number][part.language or language] = part
    found = []
    for _position, texts in sorted(told.items()):
        part, spoken = in_language(texts, language)
        found.append(
            Way(
                ChannelKind(part.kind),
                part.name or "",
                part.note or "",
                part.address,
                Known(part.known),
                spoken,
            )
        )
    return found
