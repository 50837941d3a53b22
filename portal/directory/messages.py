"""A service as text messages: plain signs, and no more than three messages long."""

import unicodedata

from flask_babel import gettext as _

from portal.directory.hours.labels import lines
from portal.directory.queries.places import Visit
from portal.directory.queries.slips import Taken

LETTERS_A_MESSAGE = 153
MOST_LETTERS = 3 * LETTERS_A_MESSAGE
# The letters of a text message (GSM 03.38); those in the second row count double.
LETTERS = frozenset(
    "@£$¥èéùìòÇ\nØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡"
    "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
DOUBLE = frozenset("^{}\\[~]|€")
PLAINER = str.maketrans(
    {
        "–": "-",
        "—": "-",
        "’": "'",
        "‘": "'",
        "”": '"',
        "“": '"',
        "„": '"',
        "…": "...",
        "\u00a0": " ",
        "\u00ad": "",
    }
)


def message(found: Taken, address: str) -> str:
    """Name, phone, when and where as far as there is room, and the address of the
    card, a line each."""
    first = plain(found.text.name)
    last = [line for line in (found.service.phone, address) if line]
    room = MOST_LETTERS - length("\n".join(["", *last]))
    told = [shortened(first, room)]
    for line in when_and_where(found):
        if length("\n".join([*told, line, *last])) <= MOST_LETTERS:
            told.append(line)
    return "\n".join([told[0], *last[:-1], *told[1:], last[-1]])


def when_and_where(found: Taken) -> list[str]:
    phone = found.reach.phone
    called = ", ".join(lines(phone)) if phone else ""
    return [plain(line) for line in [called, *map(place, found.reach.visits)] if line]


def place(visit: Visit) -> str:
    """A protected place has no address here either."""
    if visit.place.protected:
        return _("The address is not shown. You get it by phone.")
    times = ", ".join(lines(visit.times))
    if not times and visit.appointment:
        times = _("By appointment")
    where = ", ".join(filter(None, [visit.place.name, visit.place.street]))
    return " ".join(filter(None, [times, where]))


def plain(text: str) -> str:
    """In the letters of a text message, as near as they come."""
    return "".join(map(nearest, text.translate(PLAINER)))


def nearest(letter: str) -> str:
    if letter in LETTERS or letter in DOUBLE:
        return letter
    bare = unicodedata.normalize("NFKD", letter)[0]
    return bare if bare in LETTERS else "?"


def length(text: str) -> int:
    """How much of a text message this takes."""
    return len(text) + sum(letter in DOUBLE for letter in text)


def shortened(text: str, room: int) -> str:
    while length(text) > room:
        text = f"{text.removesuffix('...')[:-1].rstrip()}..."
    return text
