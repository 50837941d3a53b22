"""What can be chosen in a poll: proposals that are ticked, and lines of its own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug.datastructures import MultiDict

from portal.ballots.drafts import OptionDraft
from portal.i18n import LANGUAGES
from portal.text import tidy

OWN_LINES = 6
MOST_OWN = 20
LONGEST_TITLE = 120
LONGEST_COST = 9


@dataclass
class Own:
    """A line of the poll's own, in each language, and what it costs, as written."""

    titles: dict[str, str]
    cost: str = ""

    @property
    def is_written(self) -> bool:
        return any(self.titles.values())


@dataclass
class Offers:
    """`proposals` are the numbers and titles of what stands on the board."""

    proposals: Mapping[int, tuple[str, str]]
    ticked: set[int] = field(default_factory=set)
    costs: dict[int, str] = field(default_factory=dict)
    own: list[Own] = field(default_factory=list)
    problems: list[tuple[str, str]] = field(default_factory=list)
    with_costs: bool = False

    @classmethod
    def read(
        cls, proposals: Mapping[int, tuple[str, str]], sent: MultiDict[str, str]
    ) -> "Offers":
        wanted = set(sent.getlist("proposal"))
        own = [
            Own(
                {code: line(sent.get(f"own_{n}_{code}", "")) for code in LANGUAGES},
                sent.get(f"own_{n}_cost", "").strip(),
            )
            for n in range(MOST_OWN)
        ]
        return cls(
            proposals,
            ticked={number for number in proposals if str(number) in wanted},
            costs={
                number: sent.get(f"cost_{number}", "").strip() for number in proposals
            },
            own=[written for written in own if written.is_written],
        )

    @classmethod
    def of(
        cls, proposals: Mapping[int, tuple[str, str]], drafts: Sequence[OptionDraft]
    ) -> "Offers":
        ticked = {draft.proposal for draft in drafts if draft.proposal}
        return cls(
            proposals,
            ticked=ticked & set(proposals),
            costs={
                draft.proposal: str(draft.cost or "")
                for draft in drafts
                if draft.proposal
            },
            own=[
                Own(
                    {code: draft.titles.get(code, "") for code in LANGUAGES},
                    str(draft.cost or ""),
                )
                for draft in drafts
                if not draft.proposal
            ],
        )

    @property
    def lines(self) -> list[Own]:
        """The lines of its own, and some empty ones."""
        empty = max(1, OWN_LINES - len(self.own))
        return [
            *self.own,
            *(Own(dict.fromkeys(LANGUAGES, "")) for _line in range(empty)),
        ][:MOST_OWN]

    def validate(self, *, most: int, with_costs: bool) -> bool:
        self.with_costs = with_costs
        chosen = len(self.ticked) + len(self.own)
        if chosen > most:
            self.say("offers", _("Choose at most %(most)s.", most=most))
        for number, own in enumerate(self.own):
            for code, title in own.titles.items():
                if (over := len(title) - LONGEST_TITLE) > 0:
                    said = ngettext(
                        "Shorten this by %(num)s character",
                        "Shorten this by %(num)s characters",
                        over,
                    )
                    self.say(f"own_{number}_{code}", said)
            if with_costs and not is_cost(own.cost):
                self.say(f"own_{number}_cost", no_cost())
        for proposal in sorted(self.ticked):
            if with_costs and not is_cost(self.costs.get(proposal, "")):
                self.say(f"cost_{proposal}", no_cost())
        return not self.problems

    @property
    def drafts(self) -> list[OptionDraft]:
        return [
            *(
                OptionDraft(
                    proposal=number, cost=self._cost(self.costs.get(number, ""))
                )
                for number in self.proposals
                if number in self.ticked
            ),
            *(
                OptionDraft(
                    titles={code: title for code, title in own.titles.items() if title},
                    cost=self._cost(own.cost),
                )
                for own in self.own
            ),
        ]

    def _cost(self, written: str) -> int:
        return int(plain(written)) if self.with_costs else 0

    def say(self, place: str, message: str) -> None:
        self.problems.append((place, message))


def line(written: str) -> str:
    return " ".join(tidy(written).split())


def plain(cost: str) -> str:
    return cost.replace(" ", "").replace("\N{NO-BREAK SPACE}", "").removesuffix("€")


def is_cost(written: str) -> bool:
    digits = plain(written)
    fits = len(digits) <= LONGEST_COST and digits.isascii() and digits.isdigit()
    return fits and int(digits) > 0


def no_cost() -> str:
    return _("Write what it costs, in whole euros")
