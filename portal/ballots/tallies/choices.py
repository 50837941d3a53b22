"""Reading a choice: its shape, the options it names, what of it counts."""

from collections.abc import Mapping, Sequence
from typing import Any

from portal.ballots.tallies.terms import Choice, Consent, Method, Option, standing


def read(method: Method, choice: Choice) -> Choice:
    """The choice with numbers for options, also where JSON made words of them.

    Raises TypeError or ValueError when it has not the shape of its method.
    """
    match method:
        case Method.APPROVAL | Method.BUDGET:
            return [whole(option) for option in listed(choice)]
        case Method.DOTS | Method.SCORE:
            return {int(key): whole(number) for key, number in mapped(choice).items()}
        case Method.CONSENT:
            return {int(key): Consent(word) for key, word in mapped(choice).items()}
        case Method.RANKING:
            return [[whole(one) for one in listed(tier)] for tier in listed(choice)]


def names(method: Method, choice: Choice) -> list[int]:
    """Every option it names, as often as it does."""
    if method == Method.RANKING:
        return [option for tier in choice for option in tier]
    return list(choice)


def counted(method: Method, choice: Choice, options: Sequence[Option]) -> Choice:
    """What it says of options that stand; falsy when that is nothing."""
    stands = {option.id for option in standing(options)}
    match method:
        case Method.APPROVAL | Method.BUDGET:
            return [option for option in choice if option in stands]
        case Method.DOTS:
            return {key: dots for key, dots in choice.items() if key in stands and dots}
        case Method.SCORE | Method.CONSENT:
            return {key: said for key, said in choice.items() if key in stands}
        case Method.RANKING:
            kept = ([one for one in tier if one in stands] for tier in choice)
            return [tier for tier in kept if tier]


def tiers(ranks: Mapping[int, int]) -> list[list[int]]:
    """A ranking from numbers written beside options.

    1, 2, 2, 3 and 1, 2, 2, 4 are the same; an empty tier is where a rank is left out.
    """
    found: list[list[int]] = []
    last = taken = 0
    for rank in sorted(set(ranks.values())):
        if rank > max(last, taken) + 1:
            found.append([])
        found.append([option for option, given in ranks.items() if given == rank])
        last, taken = rank, taken + len(found[-1])
    return found


def listed(value: Any) -> Sequence[Any]:
    if not isinstance(value, list | tuple):
        raise TypeError(value)
    return value


def mapped(value: Any) -> Mapping[Any, Any]:
    if not isinstance(value, Mapping):
        raise TypeError(value)
    return value


def whole(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError(value)
    return value
