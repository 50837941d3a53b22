"""Facts of this portal that texts kept in Markdown name in braces."""

import re

from flask import current_app

FACT = re.compile(r"\{(\w+)\}")


def filled(text: str, language: str) -> str:
    """The text with the facts of this portal filled in. A line that needs a fact nobody
    has set is left out; what is no fact stays as it is written."""
    known = facts(language)

    def told(found: re.Match[str]) -> str:
        return known.get(found[1], found[0])

    return "\n".join(
        FACT.sub(told, line)
        for line in text.splitlines()
        if all(known.get(fact, fact) for fact in FACT.findall(line))
    )


def facts(language: str) -> dict[str, str]:
    config = current_app.config
    return {
        "region": config[f"REGION_{language.upper()}"],
        "guidance": telephone_link(config["GUIDANCE_PHONE"]),
        "emergency": telephone_link(config["EMERGENCY_PHONE"]),
        "feedback_days": str(config["FEEDBACK_DAYS"]),
        "email": link(f"mailto:{config['CONTACT_EMAIL']}", config["CONTACT_EMAIL"]),
        "care": contact(config["CARE_CONTACT"]),
    }


def contact(place: str) -> str:
    """A link to an e-mail address or a telephone number."""
    return link(f"mailto:{place}", place) if "@" in place else telephone_link(place)


def telephone_link(number: str) -> str:
    return link(f"tel:{number.replace(' ', '')}", number)


def link(address: str, name: str) -> str:
    return f"[{name}]({address})" if name else ""
