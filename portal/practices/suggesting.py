"""What differs between a text and other words for it, paragraph by paragraph."""

from difflib import SequenceMatcher


def gone_and_come(before: str, after: str) -> tuple[str, str]:
    """The paragraphs that go and those that come in their place."""
    old, new = lines(before), lines(after)
    gone: list[str] = []
    come: list[str] = []
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for what, first, last, start, end in matcher.get_opcodes():
        if what != "equal":
            gone += old[first:last]
            come += new[start:end]
    return "\n\n".join(gone), "\n\n".join(come)


def lines(text: str) -> list[str]:
    return [line for line in text.split("\n") if line.strip()]
