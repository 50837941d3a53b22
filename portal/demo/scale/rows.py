"""The rows of services, with tags as skewed as in a real directory."""

from collections.abc import Iterator
from datetime import timedelta
from random import Random

from portal.db import today, tuples
from portal.demo.scale.sheets import Sheets
from portal.demo.scale.stock import Skewed, Stock
from portal.demo.scale.texts import Topic, told, topic
from portal.directory.models import (
    ChannelKind,
    Charge,
    Known,
    Origin,
    Place,
    Team,
)
from portal.i18n import LANGUAGES
from portal.text import slugify
from portal.vocabulary.models import Scheme
from portal.vocabulary.queries import vocabulary

LONGEST_SLUG = 100
NATIONAL, TWIN, SENSITIVE = 0.04, 0.02, 0.02
WITH_PLACE, WITH_PHONE_HOURS, WITH_CHANNEL = 1 / 3, 0.4, 0.6
WHOLE_COUNTY, IN_TWO_AREAS = 0.25, 0.1
DAYS_BACK = 500
# Opening and closing minutes, and the weekdays that go with any of them.
TIMES = Skewed([(540, 660), (480, 960), (720, 900), (600, 1020)])
WEEKDAYS = Skewed([(0, 1, 2, 3, 4), (0, 2), (1, 3), (1,), (0, 1, 2, 3)])
HOW_MANY = {Scheme.CHANNEL: (1, 1, 2, 2, 3), Scheme.LANGUAGE: (1, 2, 2, 3, 3, 5)}
ANSWERS = Skewed([answer.value for answer in (Known.NO, Known.YES, Known.UNKNOWN)])
CHARGES = Skewed([charge.value for charge in Charge])
KINDS = Skewed([kind.value for kind in (ChannelKind.WEB, *ChannelKind)])
CHANNEL_NAMES = {
    "fi": "Asioi verkossa",
    "sv": "Uträtta ärenden på webben",
    "en": "Get in touch online",
}


class Directory:
    """What the services refer to, and the chance that decides."""

    def __init__(self, stock: Stock, seed: int) -> None:
        self.stock, self.chance = stock, Random(seed)  # noqa: S311  no secret
        self.words = vocabulary()
        self.terms = {
            scheme: Skewed([word.id for word in self.words.of(scheme).values()])
            for scheme in Scheme
        }
        county, *towns = self.words.of(Scheme.AREA).values()
        self.county, self.towns = county.id, Skewed([town.id for town in towns])
        self.teams = Skewed(
            list(tuples(Team.select(Team.organisation, Team.id).order_by(Team.id)))
        )
        open_to_all = Place.select(Place.id).where(~Place.protected)
        self.places = [row[0] for row in tuples(open_to_all.order_by(Place.id))]
        self.twin_key = ""

    def often(self, share: float) -> bool:
        return self.chance.random() < share

    def write(self, service_id: int, sheets: Sheets) -> None:
        about = topic(self.stock, self.chance)
        texts = told(self.stock, about, self.chance)
        national = self.often(NATIONAL)
        if not (self.twin_key and self.often(TWIN)):
            self.twin_key = f"scale:{service_id}"
        slug = slugify(texts["en"].name)[:LONGEST_SLUG].rstrip("-")
        number = self.chance.randrange(100)
        checked = timedelta(days=self.chance.randrange(DAYS_BACK))
        sheets.services.add(
            service_id,
            f"{slug}-{service_id}",
            (Origin.NATIONAL_DESCRIPTION if national else Origin.REGION).value,
            self.twin_key,
            *((None, None) if national else self.teams.one(self.chance)),
            *(ANSWERS.one(self.chance) for _ in range(4)),
            CHARGES.one(self.chance),
            "" if national else f"019 123 45{number:02}",
            self.often(SENSITIVE),
            today() - checked,
        )
        for language, text in texts.items():
            sheets.texts.add(service_id, language, *text)
        for term in sorted(set(self.tags(about))):
            sheets.tags.add(service_id, term)
        if not national:
            self.write_hours(service_id, sheets)
            self.write_channel(service_id, sheets)

    def tags(self, about: Topic) -> Iterator[int]:
        chance = self.chance
        for tag in about.subject.tags:
            scheme, _colon, code = tag.partition(":")
            yield self.words.of(scheme)[code].id
        if self.often(WHOLE_COUNTY):
            yield self.county
        else:
            yield self.towns.one(chance)
            if self.often(IN_TWO_AREAS):
                yield self.towns.one(chance)
        for scheme in (Scheme.TIER, Scheme.ACCESS, Scheme.FOCUS):
            yield self.terms[scheme].one(chance)
        for scheme, many in HOW_MANY.items():
            for _number in range(chance.choice(many)):
                yield self.terms[scheme].one(chance)

    def write_hours(self, service_id: int, sheets: Sheets) -> None:
        if self.often(WITH_PLACE):
            opens, closes = TIMES.one(self.chance)
            given = sheets.given_ids()
            place = self.chance.choice(self.places)
            sheets.given.add(given, service_id, place, self.often(0.5))
            for weekday in WEEKDAYS.one(self.chance):
                sheets.hours.add(given, weekday, opens, closes)
        if self.often(WITH_PHONE_HOURS):
            opens, closes = TIMES.one(self.chance)
            for weekday in WEEKDAYS.one(self.chance):
                sheets.phone_hours.add(service_id, weekday, opens, closes)

    def write_channel(self, service_id: int, sheets: Sheets) -> None:
        if self.often(WITH_CHANNEL):
            channel = sheets.channel_ids()
            sheets.channels.add(
                channel,
                service_id,
                0,
                KINDS.one(self.chance),
                f"https://verstas.example/{service_id}",
                ANSWERS.one(self.chance),
            )
            for language in LANGUAGES:
                sheets.channel_texts.add(channel, language, CHANNEL_NAMES[language])
