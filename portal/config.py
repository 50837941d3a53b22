"""Settings, read once from the environment. Each is described in docs/settings.md."""

import os
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from portal.environment import address, flag, one_of, parts_of, refuse, whole_number

ROOT = Path(__file__).resolve().parent.parent
INSTANCE = ROOT / "instance"
PASSWORD = re.compile(r"(//[^/@:]*:)[^/@]*@")
EMAIL = re.compile(r"[^@\s<>,;:\"]+@[^@\s<>,;:\"]+")
SECRET_BYTES = 32
SHORTEST_SECRET = 16
ANALYSERS = ("auto", "voikko", "simplemma", "snowball")
HIGHEST_PORT = 65535
LONGEST_BOUNCE_BOX = 24
FOLDER_OF_MAIL = f"file://{INSTANCE / 'mail'}"

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
    CARE_CONTACT: str = ""
    LEAVE_URL: str = "https://www.ilmatieteenlaitos.fi/"
    BASE_URL: str = ""
    MAIL_URL: str = ""
    MAIL_FROM: str = ""
    MAIL_BOUNCES: str = ""
    JOBS: bool = True
    SEARCH_ANALYSER: str = "auto"
    FEEDBACK_DAYS: int = 365
    APPEAL_DAYS: int = 7
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
            MAIL_URL=mail_url(environ, FOLDER_OF_MAIL if demo else ""),
            MAIL_FROM=mail_from(environ, region["CONTACT_EMAIL"]),
            MAIL_BOUNCES=mail_bounces(environ),
            JOBS=flag(environ, "JOBS", default=True),
            SEARCH_ANALYSER=one_of(environ, "SEARCH_ANALYSER", ANALYSERS),
            LINK_KEYS=environ.get("LINK_KEYS") or cls.LINK_KEYS,
            FEEDBACK_DAYS=whole_number(
                environ, "FEEDBACK_DAYS", cls.FEEDBACK_DAYS, range(30, 3651)
            ),
            APPEAL_DAYS=whole_number(
                environ, "APPEAL_DAYS", cls.APPEAL_DAYS, range(1, 31)
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
            CARE_CONTACT=environ.get("CARE_CONTACT", ""),
        )


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


def mail_url(environ: Mapping[str, str], default: str) -> str:
    value = environ.get("MAIL_URL", default)
    parts = parts_of(value)
    on_server = value.startswith(("smtp://", "smtps://")) and parts and parts.hostname
    in_folder = value.startswith("file:///") and parts and parts.path.strip("/")
    if value and not (on_server or in_folder):
        wanted = (
            "empty, smtp://user:password@host:587, smtps://user:password@host or "
            "file:///path/to/folder"
        )
        refuse("MAIL_URL", PASSWORD.sub(r"\1…@", value), wanted)
    return value


def mail_from(environ: Mapping[str, str], contact: str) -> str:
    """Whom mail comes from; without one, who answers for the portal."""
    value = environ.get("MAIL_FROM", "")
    sender = value or environ.get("CONTACT_EMAIL", contact)
    if (value or environ.get("MAIL_URL")) and not EMAIL.fullmatch(sender):
        refuse("MAIL_FROM", sender, "an e-mail address, such as portal@example.org")
    return value


def mail_bounces(environ: Mapping[str, str]) -> str:
    """Where mail comes back to; what stands before the sign is lengthened by us."""
    value = environ.get("MAIL_BOUNCES", "")
    box = value.partition("@")[0]
    if value and not (EMAIL.fullmatch(value) and len(box) <= LONGEST_BOUNCE_BOX):
        refuse("MAIL_BOUNCES", value, "an e-mail address, such as bounces@example.org")
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
