"""Finding what must not become public."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from portal.screening.contacts import mail_addresses, phone_numbers
from portal.screening.danger import dangers_told
from portal.screening.findings import Finding, Sort
from portal.screening.health import health_words
from portal.screening.identity_codes import identity_codes
from portal.screening.insults import insults
from portal.screening.merging import Stretch, merged
from portal.screening.people import is_private, names
from portal.screening.places import addresses
from portal.screening.plain import plain
from portal.screening.plates import plates
from portal.screening.words import Word, sentences

NUMBERED = {
    Sort.IDENTITY_CODE: identity_codes,
    Sort.PHONE: phone_numbers,
    Sort.ADDRESS: addresses,
    Sort.PLATE: plates,
}
DIGITS = re.compile(r"\d+", re.ASCII)
LINK = re.compile(r"(?:https?://|www\.)[^\s<>()\"]+", re.IGNORECASE)
AROUND = 80  # signs on either side of a number


def screen(
    texts: Mapping[str, str],
    language: str = "",  # noqa: ARG001 - of the page, not of the writer
) -> tuple[Finding, ...]:
    """By field and place; no two overlap. People write in several languages at once,
    so all are looked for whatever the language."""
    return tuple(
        finding for field, text in texts.items() for finding in found_in(field, text)
    )


def found_in(field: str, written: str) -> Iterator[Finding]:
    shown = plain(written)
    stretches = chain(in_signs(shown.text), in_words(shown.text))
    for sort, start, end in merged(stretches):
        yield Finding(sort, field, *shown.stretch(start, end))


def in_signs(written: str) -> Iterator[Stretch]:
    text = LINK.sub(blank, written)
    for start, end in mail_addresses(text):
        yield Stretch(Sort.EMAIL, start, end)
    for away, part in numbered(text):
        for sort, pattern in NUMBERED.items():
            for start, end in pattern(part):
                yield Stretch(sort, away + start, away + end)


def blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def numbered(text: str) -> Iterator[tuple[int, str]]:
    """The parts of a text that numbers stand in, each with its place."""
    start = end = 0
    for found in DIGITS.finditer(text):
        if found.start() - AROUND > end:
            if end:
                yield start, text[start:end]
            start = text.rfind(" ", 0, found.start() - AROUND) + 1
        end = found.end() + AROUND
    if end:
        yield start, text[start:end]


def in_words(text: str) -> Iterator[Stretch]:
    for sentence in sentences(text):
        words = [word.small for word in sentence]
        people = list(names(sentence))
        for name in people:
            if is_private(name, sentence):
                yield stretch(Sort.NAMED_PERSON, sentence, name.first, name.last)
        for word in health_words(sentence, people):
            yield Stretch(Sort.HEALTH, word.start, word.end)
        for first, last in insults(words):
            yield stretch(Sort.INSULT, sentence, first, last)
        for first, last in dangers_told(words):
            yield stretch(Sort.DANGER, sentence, first, last)


def stretch(sort: Sort, sentence: list[Word], first: int, last: int) -> Stretch:
    return Stretch(sort, sentence[first].start, sentence[last].end)


def tells_danger(*texts: str) -> bool:
    """Whether one of these texts tells that somebody is in danger now."""
    return any(
        True
        for text in texts
        for sentence in sentences(plain(text).text)
        for _first, _last in dangers_told([word.small for word in sentence])
    )


def dangerous(findings: Iterable[Finding]) -> bool:
    return any(finding.sort is Sort.DANGER for finding in findings)


def personal(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(finding for finding in findings if finding.sort is not Sort.DANGER)
