from peewee import CharField

from portal.db import BaseModel, reference


class Organisation(BaseModel):
    code = CharField(unique=True, max_length=60)
    kind = CharField(max_length=20)
    email = CharField(max_length=200, default="")


class OrganisationText(BaseModel):
    organisation = reference(Organisation, on_delete="CASCADE", backref="texts")
    language = CharField(max_length=2)
    name = CharField(max_length=200)

    class Meta:
        indexes = ((("organisation", "language"), True),)


class Team(BaseModel):
    """Who in an organisation answers for something; never a person."""

    organisation = reference(Organisation, on_delete="CASCADE")
    code = CharField(unique=True, max_length=60)


class TeamText(BaseModel):
    team = reference(Team, on_delete="CASCADE", backref="texts")
    language = CharField(max_length=2)
    name = CharField(max_length=200)

    class Meta:
        indexes = ((("team", "language"), True),)
