"""The marks on a ballot: what was ticked, numbered or written, and what is wrong."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import ClassVar, Self

from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug.datastructures import MultiDict

from portal.ballots.forms.screening import found_in, told
from portal.ballots.queries.polls import Choice
from portal.ballots.tallies import (
    Code,
    Consent,
    Method,
    Problem,
    Settings,
    check,
    tiers,
)
from portal.i18n import language
from portal.screening.findings import Finding
from portal.screening.screen import dangerous, personal
from portal.text import tidy

LONGEST_REASON = 200
LONGEST_REASONS = 2000
LONGEST_NUMBER = 4
TICKED = "option"
BALLOT = "ballot"


@dataclass
class Marks:
    """A ballot as it was sent. `by_option` is the word of each field, as written."""

    method: Method
    choices: Sequence[Choice]
    settings: Settings
    by_option: dict[int, str] = field(default_factory=dict)
    words: dict[int, str] = field(default_factory=dict)
    strange: bool = False
    wants_reader: bool = False
    findings: tuple[Finding, ...] = ()
    problems: list[tuple[str, str]] = field(default_factory=list)
    with_words: ClassVar[tuple[Consent, ...]] = (Consent.AGREE_IF, Consent.OBJECT)

    @classmethod
    def read(
        cls,
        method: Method,
        choices: Sequence[Choice],
        settings: Settings,
        sent: MultiDict[str, str],
    ) -> Self:
        marks = cls(method, choices, settings)
        marks.wants_reader = "asks_reader" in sent
        # Never in the order in which this voter saw them: it would tell who they are.
        ids = sorted(choice.id for choice in choices)
        if method in {Method.APPROVAL, Method.BUDGET}:
            ticked = sent.getlist(TICKED)
            marks.by_option = {key: "1" for key in ids if str(key) in ticked}
            marks.strange = any(name not in map(str, ids) for name in ticked)
            return marks
        for key in ids:
            if value := sent.get(f"o{key}", "").strip():
                marks.by_option[key] = value
            if words := tidy(sent.get(f"w{key}", "")):
                marks.words[key] = words
        return marks

    @property
    def summary(self) -> str:
        return ngettext(
            "One thing to fix before your vote counts",
            "%(num)s things to fix before your vote counts",
            len(self.problems),
        )

    @property
    def choice(self) -> object:
        """As the tally takes it. None where a field holds what no ballot offers."""
        if self.strange:
            return None
        match self.method:
            case Method.APPROVAL | Method.BUDGET:
                return sorted(self.by_option)
            case Method.CONSENT:
                return dict(self.by_option)
            case _:
                return self._numbers()

    def _numbers(self) -> object:
        if not all(is_number(value) for value in self.by_option.values()):
            return None
        numbers = {key: int(value) for key, value in self.by_option.items()}
        if self.method is Method.RANKING:
            return tiers(numbers) if all(numbers.values()) else None
        if self.method is Method.DOTS:
            return {key: number for key, number in numbers.items() if number}
        return numbers

    @property
    def reasons(self) -> dict[str, tuple[str, str, str]]:
        """By option: the stance, the language of the page, the words."""
        return {
            str(key): (said, language(), self.words[key])
            for key, said in self.by_option.items()
            if key in self.words and said != Consent.AGREE
        }

    def validate(self) -> bool:
        counted = [choice.counted for choice in self.choices]
        wrong = check(self.method, self.choice, counted, self.settings)
        if wrong:
            self.problems.append((self._field(wrong.option), self.sentence(wrong)))
        if self.method is Method.CONSENT:
            self._check_words()
        return not self.problems

    def sentence(self, wrong: Problem) -> str:
        """What is wrong, in words that say what to do."""
        number, limit = wrong.number, wrong.limit
        match wrong.code:
            case Code.EMPTY:
                return _("Choose something first. An empty ballot is not counted.")
            case Code.TOO_MANY_DOTS:
                return _(
                    "You gave %(number)s dots and have %(limit)s. Take some away.",
                    number=number,
                    limit=limit,
                )
            case Code.TOO_MANY_ON_ONE:
                return _("Give one proposal at most %(limit)s dots.", limit=limit)
            case Code.OVER_BUDGET:
                return _(
                    "What you chose costs %(number)s €, and there is %(limit)s €. "
                    "Leave something out.",
                    number=number,
                    limit=limit,
                )
            case Code.GAP:
                return _(
                    "Number %(number)s is missing. Use 1, 2, 3 and so on; equal ones "
                    "may share a number.",
                    number=number,
                )
            case _:
                return _(
                    "This ballot holds something that was not offered. Choose anew."
                )

    def _check_words(self) -> None:
        for key, said in self.by_option.items():
            words = self.words.get(key, "")
            if said in self.with_words and not words:
                self.problems.append((f"w{key}", _("Say why, in a few words.")))
            if len(words) > LONGEST_REASON:
                over = len(words) - LONGEST_REASON
                shorten = ngettext(
                    "Shorten this by %(num)s character",
                    "Shorten this by %(num)s characters",
                    over,
                )
                self.problems.append((f"w{key}", shorten))
        if sum(map(len, self.words.values())) > LONGEST_REASONS:
            first = f"w{min(self.words)}"
            self.problems.append((first, _("Your reasons are too long together.")))
        self._screen()

    def _screen(self) -> None:
        self.findings = found_in(self.reasons)
        if not self.wants_reader:
            wrong = {place for place, _message in self.problems}
            told_of = told(self.reasons, self.findings)
            self.problems += [one for one in told_of if one[0] not in wrong]

    @property
    def offers_reader(self) -> bool:
        return bool(personal(self.findings))

    @property
    def tells_danger(self) -> bool:
        return dangerous(self.findings)

    def _field(self, option: int | None) -> str:
        """The id of the field to go to."""
        standing = [choice.id for choice in self.choices if not choice.withdrawn]
        if not standing:
            return BALLOT
        return f"o{option if option in standing else standing[0]}"


def is_number(value: str) -> bool:
    short = len(value) <= LONGEST_NUMBER
    return short and value.isascii() and value.isdigit()
