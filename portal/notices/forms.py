"""What is sent from the pages of notices."""

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import SelectField

from portal.db import LARGEST_ID
from portal.forms import BaseForm, one_of, options
from portal.i18n import language
from portal.notices.labels import PACES, TOPICS
from portal.notices.models import Pace, Topic
from portal.notices.queries.wishes import Wishes
from portal.web import request


def id_sent(name: str) -> int | None:
    """The id in a field that a button sent; None if it is none."""
    written = request.form.get(name, "")
    fits = len(written) <= len(str(LARGEST_ID)) and written.isascii()
    number = int(written) if fits and written.isdecimal() else 0
    return number if 0 < number <= LARGEST_ID else None


def chosen(label: Any, labels: dict[Any, Any]) -> SelectField:
    return SelectField(
        label, choices=options(labels), validate_choice=False, validators=[one_of()]
    )


class WishesForm(BaseForm):
    """How fast for each topic, and when there is to be quiet."""

    pick_from = chosen(_l("Quiet from"), {})
    pick_until = chosen(_l("Quiet until"), {})

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.pick_from.choices = self.pick_until.choices = options(hours())

    @property
    def by_topic(self) -> dict[Topic, Any]:
        return {topic: self[name_of(topic)] for topic in Topic}

    @property
    def paces(self) -> dict[Topic, Pace]:
        return {topic: Pace(field.data) for topic, field in self.by_topic.items()}

    @classmethod
    def of(cls, wishes: Wishes) -> "WishesForm":
        """As it is first shown."""
        paces = {name_of(topic): pace.value for topic, pace in wishes.paces.items()}
        quiet = {
            "pick_from": str(wishes.quiet_from),
            "pick_until": str(wishes.quiet_until),
        }
        return cls(data=paces | quiet)


def hours() -> dict[str, str]:
    """Every full hour, as the clock shows it."""
    sign = ":" if language() == "en" else "."
    return {str(hour): f"{hour}{sign}00" for hour in range(24)}


def name_of(topic: Topic) -> str:
    return f"pick_pace_{topic.value}"


for topic in Topic:
    setattr(WishesForm, name_of(topic), chosen(TOPICS[topic], PACES))
