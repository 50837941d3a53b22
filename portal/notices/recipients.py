"""Who is told: the keys of persons, such as `user:3` and `participant:12`."""

from collections.abc import Callable, Iterable, Sequence

from flask_login import current_user

USER = "user"
PARTICIPANT = "participant"
FINDERS: list[Callable[[], list[str]]] = []
ACCOUNTS: list[Callable[[Sequence[int]], dict[int, int]]] = []
SHARED: list[Callable[[], bool]] = []


def user_key(user_id: int) -> str:
    return f"{USER}:{user_id}"


def participant_key(participant_id: int) -> str:
    return f"{PARTICIPANT}:{participant_id}"


def id_in(key: str, whose: str) -> int | None:
    """The id in a key of this sort of person."""
    sort, _colon, number = key.partition(":")
    return int(number) if sort == whose else None


def register(find: Callable[[], list[str]]) -> None:
    """Say how the keys of who looks are found, beside that of the account."""
    if find not in FINDERS:
        FINDERS.append(find)


def register_accounts(find: Callable[[Sequence[int]], dict[int, int]]) -> None:
    """Say which user each of these participants is, where they have an account."""
    if find not in ACCOUNTS:
        ACCOUNTS.append(find)


def register_shared(ask: Callable[[], bool]) -> None:
    """Say whether the device is one that many share: nobody is told anything there."""
    if ask not in SHARED:
        SHARED.append(ask)


def told_here() -> list[str]:
    """The keys of who looks, where they are told what concerns them."""
    return [] if shared() else mine()


def shared() -> bool:
    return any(ask() for ask in SHARED)


def mine() -> list[str]:
    """The keys of who looks: of their account first, then of their seats."""
    return [*account(), *(key for find in FINDERS for key in find())]


def account() -> list[str]:
    """The key of who is signed in, if anybody is."""
    return [user_key(current_user.id)] if current_user.is_authenticated else []


def as_told(keys: Iterable[str]) -> dict[str, int | None]:
    """The keys by which these persons are told, each once, with the participant whom
    it concerns: one who has an account is told there."""
    wanted = {key: id_in(key, PARTICIPANT) for key in keys if key}
    users = users_of([seat for seat in wanted.values() if seat is not None])
    told: dict[str, int | None] = {}
    for key, seat in wanted.items():
        user = users.get(seat) if seat is not None else None
        told.setdefault(key if user is None else user_key(user), seat)
    return told


def users_of(seats: Sequence[int]) -> dict[int, int]:
    """Which user each of these participants is, where they have an account."""
    users: dict[int, int] = {}
    for find in ACCOUNTS if seats else ():
        users |= find(seats)
    return users
