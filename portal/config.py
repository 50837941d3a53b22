"""Settings, read once from the environment. Each is described in docs/settings.md."""

import os
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn, Self
from urllib.parse import SplitResult, urlsplit

ROOT = Path(__file__).resolve().parent.parent
INSTANCE = ROOT / "instance"
PASSWORD = re.compile(r"(//[^/@:]*:)[^/@]*@")
EMAIL = re.compile(r"[^@\s<>,;:\"]+@[^@\s<>,;:\"]+")
SECRET_BYTES = 32
SHORTEST_SECRET = 16
ANALYSERS = ("auto", "voikko", "simplemma", "snowball")
HIGHEST_PORT = 65535

DEMO_REGION = {
    "REGION_FI": "Kaarnarannan hyvinvointialue",
    "REGION_SV": "Barkstrands välfärdsområde",
    "REGION_EN": "Kaarnaranta Wellbeing Services County",
    "CONTACT_EMAIL": "neuvonta@verstas.example",
    "GUIDANCE_PHONE": "019 123 4500",
    "EMERGENCY_PHONE": "019 123 4560",
}


@dataclass(frozen=True, kw_only=True)
class Config:
    """The settings of one running portal, under the names Flask knows them by."""

    SECRET_KEY: str
    DATABASE_URL: str
    SITE_NAME: str = "Verstas"
    DEMO: bool = True
    REGION_FI: str = ""
    REGION_SV: str = ""
    REGION_EN: str = ""
    CONTACT_EMAIL: str = ""
    GUIDANCE_PHONE: str = ""
    EMERGENCY_PHONE: str = ""
    LEAVE_URL: str = "https://www.ilmatieteenlaitos.fi/"
    BASE_URL: str = ""
    MAIL_URL: str = ""
    MAIL_FROM: str = ""
    SEARCH_ANALYSER: str = "auto"
    FEEDBACK_DAYS: int = 365
    LINK_KEYS: str = str(INSTANCE / "link-keys")
    PORT: int = 8000
    WORKERS: int = 2
    PROXIES: int = 0
    TESTING: bool = False
    MAX_CONTENT_LENGTH: int = 128 * 1024
    MAX_FORM_MEMORY_SIZE: int = 128 * 1024
    SESSION_COOKIE_SAMESITE: str = "Lax"
    SESSION_COOKIE_HTTPONLY: bool = True
    BABEL_DEFAULT_LOCALE: str = "fi"
    BABEL_DEFAULT_TIMEZONE: str = "Europe/Helsinki"

    @property
    def SESSION_COOKIE_SECURE(self) -> bool:  # noqa: N802  Flask's name for it
        return self.BASE_URL.startswith("https://")

    @classmethod
    def from_env(cls, environ: Mapping[str, str] = os.environ) -> Self:
        """Read the settings; a wrong value ends the process with one sentence."""
        demo = flag(environ, "DEMO", default=True)
        region = DEMO_REGION if demo else dict.fromkeys(DEMO_REGION, "")
        return cls(
            SECRET_KEY=secret_key(environ),
            DATABASE_URL=database_url(environ),
            DEMO=demo,
            SITE_NAME=environ.get("SITE_NAME") or cls.SITE_NAME,
            LEAVE_URL=address(environ, "LEAVE_URL", cls.LEAVE_URL),
            BASE_URL=address(environ, "BASE_URL", cls.BASE_URL),
            MAIL_URL=mail_url(environ),
            MAIL_FROM=mail_from(environ, region["CONTACT_EMAIL"]),
            SEARCH_ANALYSER=one_of(environ, "SEARCH_ANALYSER", ANALYSERS),
            LINK_KEYS=environ.get("LINK_KEYS") or cls.LINK_KEYS,
            FEEDBACK_DAYS=whole_number(
                environ, "FEEDBACK_DAYS", cls.FEEDBACK_DAYS, range(30, 3651)
            ),
            PORT=whole_number(environ, "PORT", cls.PORT, range(1, HIGHEST_PORT + 1)),
            WORKERS=whole_number(environ, "WORKERS", cls.WORKERS, range(1, 65)),
            PROXIES=whole_number(environ, "PROXIES", cls.PROXIES, range(10)),
            REGION_FI=environ.get("REGION_FI", region["REGION_FI"]),
            REGION_SV=environ.get("REGION_SV", region["REGION_SV"]),
            REGION_EN=environ.get("REGION_EN", region["REGION_EN"]),
            CONTACT_EMAIL=environ.get("CONTACT_EMAIL", region["CONTACT_EMAIL"]),
            GUIDANCE_PHONE=environ.get("GUIDANCE_PHONE", region["GUIDANCE_PHONE"]),
            EMERGENCY_PHONE=environ.get("EMERGENCY_PHONE", region["EMERGENCY_PHONE"]),
        )


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


def database_url(environ: Mapping[str, str]) -> str:
    value = environ.get("DATABASE_URL") or f"sqlite:///{INSTANCE / 'portal.db'}"
    parts, file = parts_of(value), value.removeprefix("sqlite:///")
    is_file = file not in {value, ""} and not Path(file).is_dir()
    on_server = value.startswith("postgresql://") and parts and parts.path.strip("/")
    if not (is_file or on_server):
        refuse(
            "DATABASE_URL",
            PASSWORD.sub(r"\1…@", value),
            "sqlite:///path/to/file.db or postgresql://user@host/database",
        )
    return value


def mail_url(environ: Mapping[str, str]) -> str:
    value = environ.get("MAIL_URL", "")
    parts = parts_of(value)
    on_server = value.startswith(("smtp://", "smtps://")) and parts and parts.hostname
    if value and not on_server:
        wanted = "empty, smtp://user:password@host:587 or smtps://user:password@host"
        refuse("MAIL_URL", PASSWORD.sub(r"\1…@", value), wanted)
    return value


def mail_from(environ: Mapping[str, str], contact: str) -> str:
    """Whom mail comes from; without one, who answers for the portal."""
    value = environ.get("MAIL_FROM", "")
    sender = value or environ.get("CONTACT_EMAIL", contact)
    if (value or environ.get("MAIL_URL")) and not EMAIL.fullmatch(sender):
        refuse("MAIL_FROM", sender, "an e-mail address, such as portal@example.org")
    return value


def secret_key(environ: Mapping[str, str]) -> str:
    """The key that signs cookies: given, or made once and kept in `instance/`."""
    if given := environ.get("SECRET_KEY"):
        if len(given) < SHORTEST_SECRET:
            refuse("SECRET_KEY", "…", f"at least {SHORTEST_SECRET} characters long")
        return given
    kept = INSTANCE / "secret_key"
    INSTANCE.mkdir(exist_ok=True)
    try:
        descriptor = os.open(kept, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return kept.read_text()
    with os.fdopen(descriptor, "w") as file:
        file.write(secrets.token_urlsafe(SECRET_BYTES))
    return kept.read_text()
