"""One part of a thing as a page."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from werkzeug.datastructures import MultiDict

from portal.upkeep.forms.parts import PartForm
from portal.upkeep.snapshots import Snapshot

Pairs = list[tuple[str, str]]


def offer_nothing(_form: Any) -> None:
    """A form whose choices are all its own."""


@dataclass(frozen=True)
class Part:
    """One part of a thing as a page: the template of its fields, the form, and what
    else is saved with it."""

    name: str
    title: str
    kept: Any
    address: str
    form: type[PartForm]
    offer: Callable[[Any], None] = offer_nothing
    spoken: str = ""
    also: Snapshot = field(default_factory=dict)
    context: dict[str, Any] = field(default_factory=dict)
    folder: str = "upkeep"

    @property
    def template(self) -> str:
        return f"{self.folder}/fields/{self.name}.html"

    def filled(self) -> PartForm:
        return self.ready(self.form.of(self.kept.snapshot, self.kept.edition))

    def sent(self, pairs: Pairs) -> PartForm:
        return self.ready(self.form(MultiDict(pairs)))

    def ready(self, form: PartForm) -> PartForm:
        form.stands = self.kept.snapshot
        self.offer(form)
        return form

    def shown(self, form: PartForm, **more: object) -> dict[str, Any]:
        """What its page is drawn of."""
        blank = {"preview": None, "preview_language": ""}
        about = {"part": self, "kept": self.kept, "form": form}
        return {**blank, **self.context, **about, **more}
