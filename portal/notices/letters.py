"""Words of mail: in the reader's language, signed by the region."""

from collections.abc import Iterator
from contextlib import contextmanager

from flask import current_app
from flask_babel import gettext as _


@contextmanager
def in_the_language(language: str) -> Iterator[None]:
    """Within it, words, dates and whole addresses are those of a page in `language`,
    whatever is being answered outside."""
    config = current_app.config
    base = config["BASE_URL"] or f"http://127.0.0.1:{config['PORT']}"
    with (
        current_app.app_context(),
        current_app.test_request_context(f"/{language}/", base_url=base),
    ):
        yield


def signed(paragraphs: list[str], language: str) -> str:
    """A plain letter with the region's name and phone under it."""
    told = "\n".join(signature(language))
    return "\n\n".join([*filter(None, paragraphs), f"-- \n{told}"]) + "\n"


def signature(language: str) -> list[str]:
    """Who writes, line by line."""
    config = current_app.config
    phone = config["GUIDANCE_PHONE"]
    lines = [
        config[f"REGION_{language.upper()}"],
        config["SITE_NAME"],
        _("Phone %(number)s", number=phone) if phone else "",
    ]
    return [line for line in lines if line]
