"""What a process has read from the database and remembers until it changes."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from portal.db import ask_versions

Asked = ParamSpec("Asked")
Thing = TypeVar("Thing")
Read = Callable[Asked, Thing]


def remembered(*contents: str) -> Callable[[Read[Asked, Thing]], Read[Asked, Thing]]:
    """Remember what a function read last, for as long as these contents stand and it
    is asked the same. The version is asked first: what is read is never older."""

    def remembering(read: Read[Asked, Thing]) -> Read[Asked, Thing]:
        last: tuple[object, Thing] | None = None

        @wraps(read)
        def remember(*asked: Asked.args, **named: Asked.kwargs) -> Thing:
            nonlocal last
            state = (ask_versions(*contents), asked, named)
            held = last
            if held is None or held[0] != state:
                held = last = (state, read(*asked, **named))
            return held[1]

        return remember

    return remembering
