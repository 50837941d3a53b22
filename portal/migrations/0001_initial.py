"""The first tables."""

from peewee import *


def up(migrator, db):
    class Organisation(Model):
        code = CharField(unique=True, max_length=60)
        kind = CharField(max_length=20)
        email = CharField(max_length=200, default="")

        class Meta:
            database = db
            table_name = "organisation"

    db.create_tables([Organisation])

    class Team(Model):
        organisation = ForeignKeyField(Organisation, on_delete="CASCADE")
        code = CharField(unique=True, max_length=60)

        class Meta:
            database = db
            table_name = "team"

    db.create_tables([Team])

    class Workshop(Model):
        slug = CharField(unique=True, max_length=120)
        code = CharField(unique=True, max_length=6)
        phase = CharField(max_length=10, default="gather")
        organisation = ForeignKeyField(Organisation, null=True, on_delete="SET NULL")
        team = ForeignKeyField(Team, null=True, on_delete="SET NULL")
        opened_on = DateField()
        gather_until = DateField()
        group_until = DateField()
        discuss_until = DateField()
        vote_until = DateField()
        answer_until = DateField()

        class Meta:
            database = db
            table_name = "workshop"

    db.create_tables([Workshop])

    class User(Model):
        email = CharField(unique=True, max_length=200)
        name = CharField(max_length=120)
        password_hash = CharField(max_length=200)
        language = CharField(max_length=2)
        voice = CharField(max_length=20)
        active = BooleanField(default=True)
        created_at = DateTimeField()

        class Meta:
            database = db
            table_name = "user"

    db.create_tables([User])

    class Participant(Model):
        workshop = ForeignKeyField(Workshop, on_delete="CASCADE")
        key_digest = CharField(unique=True, max_length=64)
        recovery_digest = CharField(unique=True, max_length=64)
        nickname = CharField(max_length=40, default="")
        voice = CharField(max_length=20)
        user = ForeignKeyField(User, null=True, on_delete="SET NULL")
        joined_at = DateTimeField()

        class Meta:
            database = db
            table_name = "participant"

    db.create_tables([Participant])

    class Proposal(Model):
        workshop = ForeignKeyField(Workshop, on_delete="CASCADE")
        author = ForeignKeyField(Participant, null=True, on_delete="SET NULL")
        voice = CharField(max_length=20)
        language = CharField(max_length=2)
        state = CharField(max_length=20, default="waiting")
        suggestion = CharField(max_length=160)
        problem = TextField(default="")
        helps = CharField(max_length=200, default="")
        submission = CharField(unique=True, max_length=40)
        written_at = DateTimeField()
        edited_at = DateTimeField(null=True)
        published_at = DateTimeField(null=True)

        class Meta:
            database = db
            table_name = "proposal"
            indexes = ((("workshop", "state"), False),)

    db.create_tables([Proposal])

    class Answer(Model):
        proposal = ForeignKeyField(Proposal, unique=True, on_delete="CASCADE")
        verdict = CharField(max_length=10)
        team = ForeignKeyField(Team, null=True, on_delete="SET NULL")
        answered_on = DateField()
        starts_on = DateField(null=True)
        done_on = DateField(null=True)
        written_by = ForeignKeyField(User, null=True, on_delete="SET NULL")

        class Meta:
            database = db
            table_name = "answer"

    db.create_tables([Answer])

    class AnswerText(Model):
        answer = ForeignKeyField(Answer, on_delete="CASCADE")
        language = CharField(max_length=2)
        reason = TextField()
        changed = TextField(default="")

        class Meta:
            database = db
            table_name = "answer_text"
            indexes = ((("answer", "language"), True),)

    db.create_tables([AnswerText])

    class Practice(Model):
        slug = CharField(unique=True, max_length=120)
        stage = CharField(max_length=20)
        organisation = ForeignKeyField(Organisation, null=True, on_delete="SET NULL")
        team = ForeignKeyField(Team, null=True, on_delete="SET NULL")
        evidence = CharField(max_length=20, default="none")
        evidence_by = ForeignKeyField(Team, null=True, on_delete="SET NULL")
        evidence_on = DateField(null=True)
        lived = CharField(max_length=30, default="not-asked")
        lived_on = DateField(null=True)
        checked_on = DateField(null=True)

        class Meta:
            database = db
            table_name = "practice"

    db.create_tables([Practice])

    class Term(Model):
        scheme = CharField(max_length=20)
        code = CharField(max_length=40)
        position = IntegerField()

        class Meta:
            database = db
            table_name = "term"
            indexes = ((("scheme", "code"), True),)

    db.create_tables([Term])

    class Application(Model):
        practice = ForeignKeyField(Practice, on_delete="CASCADE")
        area = ForeignKeyField(Term, on_delete="CASCADE")
        state = CharField(max_length=20)
        since = DateField(null=True)
        until = DateField(null=True)

        class Meta:
            database = db
            table_name = "application"

    db.create_tables([Application])

    class ApplicationText(Model):
        application = ForeignKeyField(Application, on_delete="CASCADE")
        language = CharField(max_length=2)
        note = TextField(default="")

        class Meta:
            database = db
            table_name = "application_text"
            indexes = ((("application", "language"), True),)

    db.create_tables([ApplicationText])

    class Attempts(Model):
        key = CharField(primary_key=True)
        count = IntegerField()
        window_ends = DateTimeField(index=True)

        class Meta:
            database = db
            table_name = "attempts"

    db.create_tables([Attempts])

    class Case(Model):
        kind = CharField(max_length=20)
        item_id = IntegerField()
        language = CharField(max_length=2)
        opened_at = DateTimeField()
        decided_at = DateTimeField(null=True)
        decided_by = ForeignKeyField(User, null=True, on_delete="SET NULL")
        decision = CharField(null=True, max_length=10)
        reason = CharField(null=True, max_length=20)
        note = TextField(default="")

        class Meta:
            database = db
            table_name = "case"
            indexes = (
                (("kind", "item_id"), False),
                (("decided_at", "opened_at"), False),
            )

    db.create_tables([Case])

    class Entry(Model):
        kind = CharField(max_length=20)
        item_id = IntegerField()
        language = CharField(max_length=2)
        slug = CharField(max_length=120)
        title = CharField(max_length=300)

        class Meta:
            database = db
            table_name = "entry"
            indexes = ((("kind", "item_id", "language"), True),)

    db.create_tables([Entry])

    class Grant(Model):
        user = ForeignKeyField(User, on_delete="CASCADE")
        role = CharField(max_length=20)

        class Meta:
            database = db
            table_name = "grant"
            indexes = ((("user", "role"), True),)

    db.create_tables([Grant])

    class Link(Model):
        kind = CharField(max_length=20)
        item_id = IntegerField()
        other_kind = CharField(max_length=20)
        other_id = IntegerField()

        class Meta:
            database = db
            table_name = "link"
            indexes = (
                (("kind", "item_id", "other_kind", "other_id"), True),
                (("other_kind", "other_id"), False),
            )

    db.create_tables([Link])

    class Service(Model):
        slug = CharField(unique=True, max_length=120)
        origin = CharField(max_length=10)
        twin_key = CharField(index=True, max_length=320)
        organisation = ForeignKeyField(Organisation, null=True, on_delete="SET NULL")
        team = ForeignKeyField(Team, null=True, on_delete="SET NULL")
        assessment = CharField(max_length=10, default="unknown")
        recorded = CharField(max_length=10, default="unknown")
        name_asked = CharField(max_length=10, default="unknown")
        told = CharField(max_length=10, default="unknown")
        charge = CharField(max_length=10, default="unknown")
        phone = CharField(max_length=40, default="")
        email = CharField(max_length=200, default="")
        interpreter = CharField(max_length=10, default="unknown")
        sensitive = BooleanField(default=False)
        strong_identification = BooleanField(default=False)
        checked_on = DateField(null=True)
        review_months = SmallIntegerField(default=12)
        created_at = DateTimeField()
        updated_at = DateTimeField()

        class Meta:
            database = db
            table_name = "service"

    db.create_tables([Service])

    class Place(Model):
        slug = CharField(unique=True, max_length=120)
        area = ForeignKeyField(Term, on_delete="RESTRICT")
        postal_code = CharField(max_length=10, default="")
        protected = BooleanField(default=False)
        step_free = CharField(max_length=10, default="unknown")

        class Meta:
            database = db
            table_name = "place"

    db.create_tables([Place])

    class ServiceAtPlace(Model):
        service = ForeignKeyField(Service, on_delete="CASCADE")
        place = ForeignKeyField(Place, on_delete="CASCADE")
        appointment = BooleanField(default=False)

        class Meta:
            database = db
            table_name = "service_at_place"
            indexes = ((("service", "place"), True),)

    db.create_tables([ServiceAtPlace])

    class OpeningHours(Model):
        service_at_place = ForeignKeyField(ServiceAtPlace, on_delete="CASCADE")
        weekday = SmallIntegerField(index=True)
        opens = SmallIntegerField()
        closes = SmallIntegerField()

        class Meta:
            database = db
            table_name = "opening_hours"

    db.create_tables([OpeningHours])

    class OrganisationText(Model):
        organisation = ForeignKeyField(Organisation, on_delete="CASCADE")
        language = CharField(max_length=2)
        name = CharField(max_length=200)

        class Meta:
            database = db
            table_name = "organisation_text"
            indexes = ((("organisation", "language"), True),)

    db.create_tables([OrganisationText])

    class PlaceText(Model):
        place = ForeignKeyField(Place, on_delete="CASCADE")
        language = CharField(max_length=2)
        name = CharField(max_length=200)
        street = CharField(max_length=200, default="")
        arrival = TextField(default="")

        class Meta:
            database = db
            table_name = "place_text"
            indexes = ((("place", "language"), True),)

    db.create_tables([PlaceText])

    class Posting(Model):
        entry = ForeignKeyField(Entry, on_delete="CASCADE")
        kind = CharField(max_length=20)
        item_id = IntegerField()
        language = CharField(max_length=2)
        word = CharField(max_length=60)
        weight = SmallIntegerField()

        class Meta:
            database = db
            table_name = "posting"
            indexes = ((("word",), False), (("entry", "word"), True))

    db.create_tables([Posting])

    class PracticeTag(Model):
        practice = ForeignKeyField(Practice, on_delete="CASCADE")
        term = ForeignKeyField(Term, on_delete="CASCADE")

        class Meta:
            database = db
            table_name = "practice_tag"
            indexes = ((("practice", "term"), True),)

    db.create_tables([PracticeTag])

    class PracticeText(Model):
        practice = ForeignKeyField(Practice, on_delete="CASCADE")
        language = CharField(max_length=2)
        name = CharField(max_length=200)
        summary = TextField(default="")
        problem = TextField(default="")
        how = TextField(default="")
        core = TextField(default="")
        adaptable = TextField(default="")
        results = TextField(default="")
        harms = TextField(default="")
        needs_of = TextField(default="")
        lived = TextField(default="")

        class Meta:
            database = db
            table_name = "practice_text"
            indexes = ((("practice", "language"), True),)

    db.create_tables([PracticeText])

    class ServiceCode(Model):
        service = ForeignKeyField(Service, on_delete="CASCADE")
        scheme = CharField(max_length=30)
        uri = CharField(max_length=200)
        label = CharField(max_length=200)
        language = CharField(max_length=2)

        class Meta:
            database = db
            table_name = "service_code"
            indexes = ((("service", "scheme", "uri"), True),)

    db.create_tables([ServiceCode])

    class ServiceLaw(Model):
        service = ForeignKeyField(Service, on_delete="CASCADE")
        position = SmallIntegerField()
        language = CharField(max_length=2)
        name = CharField(max_length=300)
        url = CharField(max_length=500, default="")

        class Meta:
            database = db
            table_name = "service_law"

    db.create_tables([ServiceLaw])

    class ServiceTag(Model):
        service = ForeignKeyField(Service, on_delete="CASCADE")
        term = ForeignKeyField(Term, on_delete="CASCADE")

        class Meta:
            database = db
            table_name = "service_tag"
            indexes = ((("service", "term"), True),)

    db.create_tables([ServiceTag])

    class ServiceText(Model):
        service = ForeignKeyField(Service, on_delete="CASCADE")
        language = CharField(max_length=2)
        name = CharField(max_length=300)
        summary = TextField(default="")
        description = TextField(default="")
        audience = TextField(default="")
        situations = TextField(default="")
        access = TextField(default="")
        cost = TextField(default="")
        criteria = TextField(default="")
        deadline = TextField(default="")
        processing_time = TextField(default="")
        validity = TextField(default="")
        assessment = TextField(default="")
        recorded = TextField(default="")
        name_asked = TextField(default="")
        told = TextField(default="")
        updated_at = DateTimeField()

        class Meta:
            database = db
            table_name = "service_text"
            indexes = ((("service", "language"), True),)

    db.create_tables([ServiceText])

    class SignIn(Model):
        user = ForeignKeyField(User, on_delete="CASCADE")
        key_digest = CharField(unique=True, max_length=64)
        began_at = DateTimeField()
        expires_at = DateTimeField()

        class Meta:
            database = db
            table_name = "sign_in"

    db.create_tables([SignIn])

    class SourceRecord(Model):
        source = CharField(max_length=60)
        source_id = CharField(max_length=100)
        service = ForeignKeyField(Service, on_delete="CASCADE")
        content = TextField()
        digest = CharField(max_length=64)
        imported_at = DateTimeField()

        class Meta:
            database = db
            table_name = "source_record"
            indexes = ((("source", "source_id"), True),)

    db.create_tables([SourceRecord])

    class Support(Model):
        proposal = ForeignKeyField(Proposal, on_delete="CASCADE")
        participant = ForeignKeyField(Participant, on_delete="CASCADE")

        class Meta:
            database = db
            table_name = "support"
            indexes = ((("proposal", "participant"), True),)

    db.create_tables([Support])

    class TeamText(Model):
        team = ForeignKeyField(Team, on_delete="CASCADE")
        language = CharField(max_length=2)
        name = CharField(max_length=200)

        class Meta:
            database = db
            table_name = "team_text"
            indexes = ((("team", "language"), True),)

    db.create_tables([TeamText])

    class TermSource(Model):
        term = ForeignKeyField(Term, on_delete="CASCADE")
        uri = CharField(max_length=200)

        class Meta:
            database = db
            table_name = "term_source"
            indexes = ((("term", "uri"), True),)

    db.create_tables([TermSource])

    class TermText(Model):
        term = ForeignKeyField(Term, on_delete="CASCADE")
        language = CharField(max_length=2)
        label = CharField(max_length=80)
        door = CharField(max_length=80, default="")

        class Meta:
            database = db
            table_name = "term_text"
            indexes = ((("term", "language"), True),)

    db.create_tables([TermText])

    class Version(Model):
        name = CharField(primary_key=True)
        number = IntegerField()

        class Meta:
            database = db
            table_name = "version"

    db.create_tables([Version])

    class WorkshopArea(Model):
        workshop = ForeignKeyField(Workshop, on_delete="CASCADE")
        area = ForeignKeyField(Term, on_delete="CASCADE")

        class Meta:
            database = db
            table_name = "workshop_area"
            indexes = ((("workshop", "area"), True),)

    db.create_tables([WorkshopArea])

    class WorkshopText(Model):
        workshop = ForeignKeyField(Workshop, on_delete="CASCADE")
        language = CharField(max_length=2)
        title = CharField(max_length=160)
        question = TextField(default="")
        decides = TextField(default="")
        ways = TextField(default="")
        rules = TextField(default="")
        data_use = TextField(default="")

        class Meta:
            database = db
            table_name = "workshop_text"
            indexes = ((("workshop", "language"), True),)

    db.create_tables([WorkshopText])


def down(migrator, db):
    migrator.migrate(migrator.drop_table("workshop_text"))
    migrator.migrate(migrator.drop_table("workshop_area"))
    migrator.migrate(migrator.drop_table("version"))
    migrator.migrate(migrator.drop_table("term_text"))
    migrator.migrate(migrator.drop_table("term_source"))
    migrator.migrate(migrator.drop_table("team_text"))
    migrator.migrate(migrator.drop_table("support"))
    migrator.migrate(migrator.drop_table("source_record"))
    migrator.migrate(migrator.drop_table("sign_in"))
    migrator.migrate(migrator.drop_table("service_text"))
    migrator.migrate(migrator.drop_table("service_tag"))
    migrator.migrate(migrator.drop_table("service_law"))
    migrator.migrate(migrator.drop_table("service_code"))
    migrator.migrate(migrator.drop_table("practice_text"))
    migrator.migrate(migrator.drop_table("practice_tag"))
    migrator.migrate(migrator.drop_table("posting"))
    migrator.migrate(migrator.drop_table("place_text"))
    migrator.migrate(migrator.drop_table("organisation_text"))
    migrator.migrate(migrator.drop_table("opening_hours"))
    migrator.migrate(migrator.drop_table("service_at_place"))
    migrator.migrate(migrator.drop_table("place"))
    migrator.migrate(migrator.drop_table("service"))
    migrator.migrate(migrator.drop_table("link"))
    migrator.migrate(migrator.drop_table("grant"))
    migrator.migrate(migrator.drop_table("entry"))
    migrator.migrate(migrator.drop_table("case"))
    migrator.migrate(migrator.drop_table("attempts"))
    migrator.migrate(migrator.drop_table("application_text"))
    migrator.migrate(migrator.drop_table("application"))
    migrator.migrate(migrator.drop_table("term"))
    migrator.migrate(migrator.drop_table("practice"))
    migrator.migrate(migrator.drop_table("answer_text"))
    migrator.migrate(migrator.drop_table("answer"))
    migrator.migrate(migrator.drop_table("proposal"))
    migrator.migrate(migrator.drop_table("participant"))
    migrator.migrate(migrator.drop_table("user"))
    migrator.migrate(migrator.drop_table("workshop"))
    migrator.migrate(migrator.drop_table("team"))
    migrator.migrate(migrator.drop_table("organisation"))
