"""What can go wrong with a mail on its way."""

import re

# RFC 3463: no such mailbox, no such host, not an address, moved, takes no mail.
NOBODY_THERE = re.compile(r"5\.1\.(1|2|3|6|10)")
STATUS = re.compile(r"(?<![\d.])[245]\.\d{1,3}\.\d{1,3}(?!\.?\d)")
IN_WORDS = re.compile(
    r"(no such|unknown) (user|person|mailbox|recipient)|user (unknown|not found)",
    re.IGNORECASE,
)


class UnreachableError(Exception):
    """There is no mail server to talk to, or it does not let us in."""


class NotTakenError(Exception):
    """The server certainly did not take it; `for_good` if it never will. `bounced` if
    that is for the sake of the recipient."""

    def __init__(
        self, message: str, *, for_good: bool = False, bounced: bool = False
    ) -> None:
        super().__init__(message)
        self.for_good = for_good
        self.bounced = bounced

    @property
    def nobody_there(self) -> bool:
        return self.bounced and is_nobody(str(self))


class InDoubtError(Exception):
    """The line broke after the words went: they may have been taken."""


def is_nobody(answer: str) -> bool:
    """Whether a server says that there is no such mailbox: by the status it gives or,
    if it gives none, in words."""
    if status := STATUS.search(answer):
        return bool(NOBODY_THERE.fullmatch(status.group()))
    return bool(IN_WORDS.search(answer))
