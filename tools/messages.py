"""Collect the messages of code and templates, and bring every catalogue up to them.

English is the language of the sources, so its catalogue is filled from them.
"""

import subprocess
import sys
from pathlib import Path

import polib

ROOT = Path(__file__).resolve().parent.parent
TRANSLATIONS = ROOT / "translations"
TEMPLATE = TRANSLATIONS / "messages.pot"
KEYWORDS = ["-k", "_l", "-k", "lazy_gettext"]


def babel(*arguments: str) -> None:
    subprocess.run(  # noqa: S603  our own arguments
        [sys.executable, "-m", "babel.messages.frontend", "--quiet", *arguments],
        cwd=ROOT,
        check=True,
    )


def fill_english() -> None:
    path = TRANSLATIONS / "en" / "LC_MESSAGES" / "messages.po"
    catalogue = polib.pofile(str(path))
    for entry in catalogue:
        if entry.msgid_plural:
            entry.msgstr_plural = {0: entry.msgid, 1: entry.msgid_plural}
        else:
            entry.msgstr = entry.msgid
        entry.flags = [flag for flag in entry.flags if flag != "fuzzy"]
    catalogue.save()


def main() -> None:
    babel(
        "extract",
        "-F",
        "babel.toml",
        *KEYWORDS,
        "--sort-output",
        "--no-location",
        "--project=Verstas",
        "--copyright-holder=Verstas",
        "-o",
        str(TEMPLATE),
        ".",
    )
    for code in ("fi", "sv", "en"):
        path = TRANSLATIONS / code / "LC_MESSAGES" / "messages.po"
        command = "update" if path.exists() else "init"
        extra = (
            ["--no-fuzzy-matching", "--ignore-obsolete", "--ignore-pot-creation-date"]
            if path.exists()
            else []
        )
        babel(command, "-i", str(TEMPLATE), "-d", str(TRANSLATIONS), "-l", code, *extra)
    fill_english()


if __name__ == "__main__":
    main()
