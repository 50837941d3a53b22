"""What each part of a service is made of, as a page."""

from collections.abc import Callable
from typing import Any

from flask import abort, url_for
from flask_babel import gettext as _
from flask_login import current_user

from portal.db import today
from portal.i18n import language
from portal.upkeep.forms.basis import basis_form
from portal.upkeep.forms.channels import channels_form
from portal.upkeep.forms.facts import FactsForm
from portal.upkeep.forms.given import hours_form, places_form
from portal.upkeep.forms.stops import stops_form
from portal.upkeep.forms.texts import easy_form, first_state, text_form
from portal.upkeep.labels import language_name
from portal.upkeep.labels_of_hours import examples, examples_of_days
from portal.upkeep.labels_of_stops import comings
from portal.upkeep.queries import scope, services
from portal.upkeep.queries.services import Kept
from portal.upkeep.timetables import in_words
from portal.upkeep.views.part import Part
from portal.upkeep.views.texts import text_page
from portal.web import request


def text_part(kept: Kept, spoken: str) -> Part:
    begun = first_state(kept.snapshot, f"text/{spoken}")
    return text_page(kept, spoken, text_form(spoken), begun, "upkeep")


def easy_part(kept: Kept, spoken: str) -> Part:
    if spoken not in kept.languages:
        abort(404)
    checked = {f"easy/{spoken}/checked_on": today().isoformat()}
    return Part(
        "easy",
        _("Easy language in %(name)s", name=language_name(spoken)),
        kept,
        address("easy_text", kept, text_language=spoken),
        easy_form(spoken),
        spoken=spoken,
        also=first_state(kept.snapshot, f"easy/{spoken}") | checked,
    )


def facts_part(kept: Kept) -> Part:
    mine = scope.organisations_of(current_user)
    organisations = services.organisations(language(), mine)
    teams = services.teams(language(), mine)
    return Part(
        "facts",
        _("Facts and tags"),
        kept,
        address("service_part", kept, part="facts"),
        FactsForm,
        lambda form: form.offer(organisations, teams),
    )


def channels_part(kept: Kept) -> Part:
    return Part(
        "channels",
        _("Ways in on the web"),
        kept,
        address("service_part", kept, part="channels"),
        channels_form(kept.snapshot, request.form),
    )


def hours_part(kept: Kept) -> Part:
    named = services.place_names(language())
    return Part(
        "hours",
        _("Hours"),
        kept,
        address("service_part", kept, part="hours"),
        hours_form(kept.snapshot, request.form),
        context={"places": named, "examples": examples(), "in_words": in_words},
    )


def places_part(kept: Kept) -> Part:
    named = services.place_names(language())
    return Part(
        "places",
        _("Places"),
        kept,
        address("service_part", kept, part="places"),
        places_form(kept.snapshot, request.form),
        lambda form: form.offer(named),
        context={"places": named},
    )


def stops_part(kept: Kept) -> Part:
    return Part(
        "stops",
        _("Stops on the way"),
        kept,
        address("service_part", kept, part="stops"),
        stops_form(kept.snapshot, request.form),
        context={"comings": comings, "examples": examples_of_days()},
    )


def basis_part(kept: Kept) -> Part:
    return Part(
        "basis",
        _("Legal basis and national codes"),
        kept,
        address("service_part", kept, part="basis"),
        basis_form(kept.snapshot, request.form),
    )


PARTS: dict[str, Callable[[Kept], Part]] = {
    "basis": basis_part,
    "channels": channels_part,
    "facts": facts_part,
    "hours": hours_part,
    "places": places_part,
    "stops": stops_part,
}


def address(view: str, kept: Kept, **more: Any) -> str:
    return url_for(f"upkeep.{view}", slug=kept.slug, **more)
