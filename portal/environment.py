"""Reading one setting from the environment; a wrong value ends the process with one
sentence."""

from collections.abc import Mapping
from typing import NoReturn
from urllib.parse import SplitResult, urlsplit


def refuse(name: str, value: str, wanted: str) -> NoReturn:
    raise SystemExit(f"{name} is {value!r}, but it must be {wanted}.")


def flag(environ: Mapping[str, str], name: str, *, default: bool) -> bool:
    value = environ.get(name) or str(int(default))
    if value not in {"0", "1"}:
        refuse(name, value, "0 or 1")
    return value == "1"


def one_of(environ: Mapping[str, str], name: str, known: tuple[str, ...]) -> str:
    value = environ.get(name) or known[0]
    if value not in known:
        refuse(name, value, f"one of {', '.join(known)}")
    return value


def whole_number(
    environ: Mapping[str, str], name: str, default: int, allowed: range
) -> int:
    value = environ.get(name) or str(default)
    short = len(value) <= len(str(allowed[-1]))
    if not (short and value.isascii() and value.isdigit() and int(value) in allowed):
        refuse(name, value, f"a whole number from {allowed[0]} to {allowed[-1]}")
    return int(value)


def parts_of(url: str) -> SplitResult | None:
    """The parts of an address, or None if it is none."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return None
    return None if port == 0 else parts


def address(environ: Mapping[str, str], name: str, default: str) -> str:
    value = environ.get(name) or default
    parts = parts_of(value)
    on_the_web = value.startswith(("http://", "https://")) and parts and parts.hostname
    if value and not on_the_web:
        refuse(name, value, "a whole web address, such as https://example.org")
    return value.rstrip("/") if name == "BASE_URL" else value
