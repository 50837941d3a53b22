"""PTV's lists of codes: what a service class, target group or life event is called."""

from collections.abc import Iterable
from typing import Any

from portal.i18n import LANGUAGES
from portal.text import tidy

Name = tuple[str, str, str]
"""The address of a code, a language, and what the code is called in it."""

BASE = "http://uri.suomi.fi/codelist/ptv/"
# Where a list has another code's name, a slip or an outdated word.
MENDED = {
    (f"{BASE}ptvserclass2/code/P10.7", "sv"): "Sysselsättning med stöd",
    (f"{BASE}ptvelti/code/KE4.3", "sv"): "Flyttning från Finland",
    (f"{BASE}ptvelti/code/KE12", "en"): "Rehabilitation",
    (f"{BASE}ptvkohderyhmat/code/KR1.6", "fi"): "Vammaiset henkilöt",
    (f"{BASE}ptvkohderyhmat/code/KR1.6", "sv"): "Personer med funktionsnedsättning",
    (f"{BASE}ptvkohderyhmat/code/KR1.6", "en"): "Persons with disabilities",
}


class UnreadableListError(ValueError):
    """The file holds no list of codes with names."""


def names(records: Any) -> list[Name]:
    """Each code by its address and by the one it had before, in our languages."""
    try:
        return [
            (address, code, MENDED.get((record["Id"], code), tidy(label)))
            for record in records
            for code, label in spoken(record["Label"])
            for address in addresses(record)
        ]
    except (KeyError, TypeError, AttributeError) as error:
        raise UnreadableListError("it is no list of codes with names") from error


def spoken(labels: dict[str, str | None]) -> Iterable[tuple[str, str]]:
    for code in LANGUAGES:
        if label := labels.get(code.capitalize()):
            yield code, label


def addresses(record: dict[str, Any]) -> list[str]:
    return [address for address in (record["Id"], record.get("OldUri")) if address]
