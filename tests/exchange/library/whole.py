"""A library in which every column of every table says something, and what is in it,
told without a number of any row."""

import inspect
from datetime import date, datetime, timedelta
from hashlib import sha256
from itertools import count

from peewee import (
    BlobField,
    BooleanField,
    CharField,
    DateField,
    DateTimeField,
    ForeignKeyField,
    IntegerField,
)
from playhouse.fields import EnumField

from portal.accounts.models import User
from portal.db import BaseModel, bump
from portal.directory.models import (
    CHANGES,
    Organisation,
    OrganisationText,
    Team,
    TeamText,
)
from portal.exchange.library.tables import LIBRARY, READ_BY_A_MODERATOR
from portal.practices import models
from portal.practices.models import PracticeAnswer, PracticeQuestion
from portal.practices.queries.marks import VALUES
from portal.vocabulary.actions import load
from portal.vocabulary.models import Term
from tests.factories import make_user

CODES = {Term: ("scheme", "code"), Organisation: ("code",), Team: ("code",)}
FILE = {"content", "digest", "size", "name", "media_type"}
ROWS = 2
DAY = timedelta(days=1)


def tables():
    """Every model of the library, whether it is exported or not."""
    modules = {
        value.__module__
        for value in vars(models).values()
        if getattr(value, "__module__", "").startswith("portal.practices.models")
    }
    return {
        model
        for model in BaseModel.__subclasses__()
        if model.__module__ in modules and inspect.isclass(model)
    }


def make_library(practices=2):
    """Practices with two rows of each table, filled by the kinds of their columns."""
    filling = Filling()
    for _ in range(practices):
        filling.rows(LIBRARY, {}, 1)
    for question in PracticeQuestion.select():
        answers = PracticeAnswer.select().where(PracticeAnswer.question == question)
        question.accepted = answers.order_by(PracticeAnswer.id)[-1].id
        question.save()


class Filling:
    def __init__(self):
        self.number = count(1)
        load([{"scheme": "theme", "code": "made-up", "en": "A", "fi": "B", "sv": "C"}])
        self.area = Term.get(Term.code == "harju").id
        self.term = Term.get(Term.code == "made-up").id
        organisation = Organisation.create(code="office", kind="county")
        team = Team.create(organisation=organisation, code="office-team")
        OrganisationText.create(
            organisation=organisation, language="fi", name="Virasto"
        )
        TeamText.create(team=team, language="sv", name="Laget")
        bump(CHANGES)
        self.known = {
            Term: self.term,
            Organisation: organisation.id,
            Team: team.id,
            User: make_user().id,
        }

    def rows(self, table, owner, how_many=ROWS):
        for turn in range(self.fitting(table, how_many)):
            values = {
                field.name: self.value(table.model, field, turn)
                for field in table.model._meta.sorted_fields
                if field.name not in {"id", table.owner, "accepted"}
            }
            row = table.model.create(**owner | values)
            for part in table.parts:
                self.rows(part, {part.owner: row.id})

    def fitting(self, table, how_many):
        """Of tags and authors there is one: the next would be the same."""
        return (
            1
            if {"term", "organisation"} & {c.name for c in table.columns}
            and len(table.columns) == 1
            else how_many
        )

    def value(self, model, field, turn):
        number = next(self.number)
        if isinstance(field, ForeignKeyField):
            area = field.name == "area"
            return self.area if area else self.known[field.rel_model]
        if isinstance(field, EnumField):
            states = READ_BY_A_MODERATOR.get(model) if field.name == "state" else None
            return states[-1] if states else list(field.enum_class)[-1 - turn]
        if model is models.PracticeFile and field.name in FILE:
            return self.file(field, turn)
        fitting = self.fit(number, turn)
        return fitting.get(field.name) or self.plain(field, number)

    def fit(self, number, turn):
        """What can't be any text, by its column."""
        texts = f'{{"text/fi/name": "Ä{number}"}}'
        return {
            "slug": f"practice-{number}",
            "url": f"https://elsewhere.example/{number}",
            **dict.fromkeys(("language", "source"), ("fi", "sv")[turn]),
            **dict.fromkeys(("snapshot", "values"), texts),
            "value": list(VALUES[list(models.MarkSort)[-1 - turn]])[-1].value,
        }

    def file(self, field, turn):
        content = f"Päivä {turn}".encode()
        return {
            "content": content,
            "digest": sha256(content).hexdigest(),
            "size": len(content),
            "name": f"day-{turn}.txt",
            "media_type": "text/plain",
        }[field.name]

    def plain(self, field, number):
        if isinstance(field, DateTimeField):
            return datetime.fromisoformat("2020-01-01T08:30:01.000002") + number * DAY
        if isinstance(field, DateField):
            return date(2020, 1, 1) + number * DAY
        if isinstance(field, BooleanField):
            return not field.default
        if isinstance(field, IntegerField):
            return number + 1
        longest = field.max_length if isinstance(field, CharField) else 99
        return f"Ä{number} <b>&\n=1"[:longest]


def told():
    """Every row of every table, as a sorted list of names and values."""
    return {
        model.__name__: sorted((row_of(row) for row in model.select()), key=repr)
        for model in tables()
    }


def row_of(row):
    """A row, with what it refers to in the place of ids; people are left out."""
    model = type(row)
    return {
        field.name: value_of(row, field)
        for field in model._meta.sorted_fields
        if field.name != "id" and getattr(field, "rel_model", None) is not User
    }


def value_of(row, field):
    value = getattr(row, field.name)
    if value is None:
        return None
    if isinstance(row, PracticeQuestion) and field.name == "accepted":
        return PracticeAnswer.get_by_id(value).submission
    if isinstance(field, ForeignKeyField):
        other = field.rel_model.get_by_id(value)
        names = CODES.get(field.rel_model)
        return [getattr(other, name) for name in names] if names else row_of(other)
    return bytes(value) if isinstance(field, BlobField) else value
