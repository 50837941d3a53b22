"""What the parts of a pilot are called, and how their values are told."""

from collections.abc import Mapping

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from portal.i18n import LANGUAGES
from portal.pilots.labels import AIMS, FACTS, MEASURE, SITE, TEXTS, UNITS, WEEKS
from portal.pilots.models import Aim, Unit
from portal.upkeep.labels import in_vocabulary, language_name, written

OF_A_TEXT = {
    "source": _l("Translated from"),
    "source_at": _l("Translated as it stood"),
}
DAYS = {"starts_on", "ends_on"}


def label(name: str) -> str:
    """What one name of a snapshot is called: `Suomi: Harms`."""
    first, *rest = name.split("/")
    if first == "text":
        said = (TEXTS | OF_A_TEXT)[rest[1]]
        return f"{language_name(rest[0]).capitalize()}: {said}"
    if first == "measure":
        said = f"{_('Measure')}: {MEASURE[rest[1]]}"
        return f"{said} ({language_name(rest[2])})" if len(rest) > 2 else said  # noqa: PLR2004  a name with its language
    if first == "site":
        return f"{_('Place')}: {SITE[rest[1]]}"
    return str(FACTS.get(name, name))


def told(name: str, value: str, owners: Mapping[str, str]) -> str:  # noqa: PLR0911  one for each kind of value
    """A value as a person reads it; `owners` are organisations and teams by code."""
    last = name.rsplit("/", maxsplit=1)[-1]
    if not value:
        return value
    if last in {"group", "area"}:
        return in_vocabulary(last, [value])
    if name in {"organisation", "team"}:
        return owners.get(value, value)
    if last == "unit":
        return str(UNITS[Unit(value)])
    if last == "aim":
        return str(AIMS[Aim(value)])
    if name == "public":
        return _("Yes")
    if name == "entry_weeks":
        return str(WEEKS.get(int(value), value))
    return written("checked_on" if name in DAYS else last, value)


def spoken(name: str) -> str:
    """The language that the words of this part are in, if they are in one."""
    first, *rest = name.split("/")
    if first == "text":
        return rest[0]
    return rest[-1] if first == "measure" and rest[-1] in LANGUAGES else ""
