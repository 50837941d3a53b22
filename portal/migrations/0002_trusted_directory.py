"""A directory people can trust: hours, channels, versions, outreach, and the index of search."""

from peewee import *


def up(migrator, db):
    migrator.migrate(migrator.drop_table("posting"))

    class Service(Model):
        class Meta:
            database = db
            table_name = "service"

    class ServiceAtPlace(Model):
        class Meta:
            database = db
            table_name = "service_at_place"

    class Team(Model):
        class Meta:
            database = db
            table_name = "team"

    class Term(Model):
        class Meta:
            database = db
            table_name = "term"

    class User(Model):
        class Meta:
            database = db
            table_name = "user"

    class Channel(Model):
        service = ForeignKeyField(Service, on_delete="CASCADE")
        position = SmallIntegerField()
        kind = CharField(max_length=10)
        contact = CharField(max_length=500, default="")
        identification = CharField(max_length=10, default="unknown")

        class Meta:
            database = db
            table_name = "channel"

    db.create_tables([Channel])

    class ChannelText(Model):
        channel = ForeignKeyField(Channel, on_delete="CASCADE")
        language = CharField(max_length=2)
        name = CharField(max_length=200)
        note = TextField(default="")

        class Meta:
            database = db
            table_name = "channel_text"
            indexes = ((("channel", "language"), True),)

    db.create_tables([ChannelText])

    class Concept(Model):
        code = CharField(unique=True, max_length=60)
        removed = BooleanField(default=False)

        class Meta:
            database = db
            table_name = "concept"

    db.create_tables([Concept])

    class ConceptLead(Model):
        concept = ForeignKeyField(Concept, on_delete="CASCADE")
        position = IntegerField()
        code = CharField(max_length=60)

        class Meta:
            database = db
            table_name = "concept_lead"
            indexes = ((("concept", "code"), True),)

    db.create_tables([ConceptLead])

    class ConceptTerm(Model):
        concept = ForeignKeyField(Concept, on_delete="CASCADE")
        term = ForeignKeyField(Term, on_delete="CASCADE")

        class Meta:
            database = db
            table_name = "concept_term"
            indexes = ((("concept", "term"), True),)

    db.create_tables([ConceptTerm])

    class ConceptWord(Model):
        concept = ForeignKeyField(Concept, on_delete="CASCADE")
        language = CharField(max_length=2)
        position = IntegerField()
        word = CharField(max_length=80)
        search_only = BooleanField(default=False)

        class Meta:
            database = db
            table_name = "concept_word"

    db.create_tables([ConceptWord])

    class DefinitionCard(Model):
        slug = CharField(unique=True, max_length=120)
        state = CharField(max_length=10, default="draft")
        tier = ForeignKeyField(Term, null=True, on_delete="SET NULL")
        access = ForeignKeyField(Term, null=True, on_delete="SET NULL")
        charge = CharField(null=True, max_length=10)
        assessment = CharField(null=True, max_length=10)
        recorded = CharField(null=True, max_length=10)
        name_asked = CharField(null=True, max_length=10)
        told = CharField(null=True, max_length=10)
        responsible_worker = BooleanField(default=False)
        team = ForeignKeyField(Team, null=True, on_delete="SET NULL")
        agreed_on = DateField(null=True)
        review_on = DateField(null=True)

        class Meta:
            database = db
            table_name = "definition_card"

    db.create_tables([DefinitionCard])

    class DefinedService(Model):
        service = ForeignKeyField(Service, unique=True, on_delete="CASCADE")
        card = ForeignKeyField(DefinitionCard, on_delete="CASCADE")

        class Meta:
            database = db
            table_name = "defined_service"

    db.create_tables([DefinedService])

    class DefinitionText(Model):
        card = ForeignKeyField(DefinitionCard, on_delete="CASCADE")
        language = CharField(max_length=2)
        name = CharField(max_length=200)
        purpose = TextField(default="")
        includes = TextField(default="")
        excludes = TextField(default="")
        criteria = TextField(default="")
        steps = TextField(default="")
        tier_reason = TextField(default="")
        professionals = TextField(default="")
        indicators = TextField(default="")

        class Meta:
            database = db
            table_name = "definition_text"
            indexes = ((("card", "language"), True),)

    db.create_tables([DefinitionText])

    class Deviation(Model):
        card = ForeignKeyField(DefinitionCard, on_delete="CASCADE")
        service = ForeignKeyField(Service, on_delete="CASCADE")
        field = CharField(max_length=20)
        state = CharField(max_length=10)
        accepted_until = DateField(null=True)
        decided_by = ForeignKeyField(User, null=True, on_delete="SET NULL")
        decided_on = DateField()

        class Meta:
            database = db
            table_name = "deviation"
            indexes = ((("card", "service", "field"), True),)

    db.create_tables([Deviation])

    class DeviationText(Model):
        deviation = ForeignKeyField(Deviation, on_delete="CASCADE")
        language = CharField(max_length=2)
        reason = TextField()

        class Meta:
            database = db
            table_name = "deviation_text"
            indexes = ((("deviation", "language"), True),)

    db.create_tables([DeviationText])

    class EasyText(Model):
        service = ForeignKeyField(Service, on_delete="CASCADE")
        language = CharField(max_length=2)
        name = CharField(max_length=300)
        body = TextField()
        state = CharField(max_length=10, default="published")
        checked_on = DateField(null=True)
        updated_at = DateTimeField()

        class Meta:
            database = db
            table_name = "easy_text"
            indexes = ((("service", "language"), True),)

    db.create_tables([EasyText])

    class LinkCheck(Model):
        url = CharField(unique=True, max_length=500)
        status = SmallIntegerField(default=0)
        problem = CharField(max_length=200, default="")
        checked_at = DateTimeField(null=True)
        failures = SmallIntegerField(default=0)
        failing_since = DateTimeField(null=True)

        class Meta:
            database = db
            table_name = "link_check"

    db.create_tables([LinkCheck])

    class LinkUse(Model):
        link = ForeignKeyField(LinkCheck, on_delete="CASCADE")
        service = ForeignKeyField(Service, on_delete="CASCADE")

        class Meta:
            database = db
            table_name = "link_use"
            indexes = ((("link", "service"), True),)

    db.create_tables([LinkUse])

    class Mail(Model):
        recipient = CharField(max_length=200)
        subject = CharField(max_length=200)
        body = TextField()
        state = CharField(max_length=10, default="waiting")
        created_at = DateTimeField()
        due_at = DateTimeField()
        attempts = SmallIntegerField(default=0)
        last_error = CharField(max_length=300, default="")
        tried_at = DateTimeField(null=True)
        sent_at = DateTimeField(null=True)

        class Meta:
            database = db
            table_name = "mail"
            indexes = ((("state", "due_at"), False),)

    db.create_tables([Mail])

    class OpeningException(Model):
        first_on = DateField()
        last_on = DateField()
        opens = SmallIntegerField(null=True)
        closes = SmallIntegerField(null=True)
        service_at_place = ForeignKeyField(ServiceAtPlace, on_delete="CASCADE")

        class Meta:
            database = db
            table_name = "opening_exception"

    db.create_tables([OpeningException])

    class PhoneException(Model):
        first_on = DateField()
        last_on = DateField()
        opens = SmallIntegerField(null=True)
        closes = SmallIntegerField(null=True)
        service = ForeignKeyField(Service, on_delete="CASCADE")

        class Meta:
            database = db
            table_name = "phone_exception"

    db.create_tables([PhoneException])

    class PhoneHours(Model):
        weekday = SmallIntegerField(index=True)
        opens = SmallIntegerField()
        closes = SmallIntegerField()
        valid_from = DateField(null=True)
        valid_until = DateField(null=True)
        every_weeks = SmallIntegerField(default=1)
        service = ForeignKeyField(Service, on_delete="CASCADE")

        class Meta:
            database = db
            table_name = "phone_hours"

    db.create_tables([PhoneHours])

    class Phrase(Model):
        concept = CharField(index=True, max_length=60)
        language = CharField(max_length=2)
        words = CharField(max_length=300)

        class Meta:
            database = db
            table_name = "phrase"

    db.create_tables([Phrase])

    class PostingBlock(Model):
        kind = CharField(max_length=20)
        word = CharField(max_length=64)
        language = CharField(max_length=2)
        block = IntegerField()
        places = BlobField()

        class Meta:
            database = db
            table_name = "posting_block"
            primary_key = CompositeKey("kind", "word", "language", "block")

    db.create_tables([PostingBlock])

    class ReviewReminder(Model):
        service = ForeignKeyField(Service, unique=True, on_delete="CASCADE")
        sent_on = DateField()

        class Meta:
            database = db
            table_name = "review_reminder"

    db.create_tables([ReviewReminder])

    class Rollout(Model):
        card = ForeignKeyField(DefinitionCard, on_delete="CASCADE")
        area = ForeignKeyField(Term, on_delete="CASCADE")
        state = CharField(max_length=20)
        since = DateField(null=True)

        class Meta:
            database = db
            table_name = "rollout"
            indexes = ((("card", "area"), True),)

    db.create_tables([Rollout])

    class RolloutText(Model):
        rollout = ForeignKeyField(Rollout, on_delete="CASCADE")
        language = CharField(max_length=2)
        note = TextField()

        class Meta:
            database = db
            table_name = "rollout_text"
            indexes = ((("rollout", "language"), True),)

    db.create_tables([RolloutText])

    class ServiceAtPlaceText(Model):
        service_at_place = ForeignKeyField(ServiceAtPlace, on_delete="CASCADE")
        language = CharField(max_length=2)
        note = TextField(default="")
        cost = TextField(default="")

        class Meta:
            database = db
            table_name = "service_at_place_text"
            indexes = ((("service_at_place", "language"), True),)

    db.create_tables([ServiceAtPlaceText])

    class ServiceVersion(Model):
        service = ForeignKeyField(Service, on_delete="CASCADE")
        edition = IntegerField()
        saved_at = DateTimeField()
        saved_by = ForeignKeyField(User, null=True, on_delete="SET NULL")
        note = CharField(max_length=300, default="")
        snapshot = TextField()

        class Meta:
            database = db
            table_name = "service_version"
            indexes = ((("service", "edition"), True),)

    db.create_tables([ServiceVersion])

    class ServiceFeedback(Model):
        service = ForeignKeyField(Service, null=True, on_delete="SET NULL")
        source = CharField(max_length=10)
        about = CharField(max_length=10)
        question = CharField(max_length=200, default="")
        message = TextField()
        email = CharField(max_length=200, default="")
        language = CharField(max_length=2)
        code = CharField(unique=True, max_length=10)
        received_at = DateTimeField()
        due_on = DateField()
        state = CharField(max_length=10, default="received")
        team = ForeignKeyField(Team, null=True, on_delete="SET NULL")
        outcome = CharField(null=True, max_length=20)
        answer = TextField(default="")
        answer_language = CharField(max_length=2, default="")
        answered_at = DateTimeField(null=True)
        answered_by = ForeignKeyField(User, null=True, on_delete="SET NULL")
        version = ForeignKeyField(ServiceVersion, null=True, on_delete="SET NULL")
        edition = IntegerField(default=1)

        class Meta:
            database = db
            table_name = "service_feedback"
            indexes = (
                (("service", "received_at"), False),
                (("state", "due_on"), False),
            )

    db.create_tables([ServiceFeedback])

    class Stop(Model):
        service = ForeignKeyField(Service, on_delete="CASCADE")
        area = ForeignKeyField(Term, on_delete="RESTRICT")
        rule = CharField(max_length=200)
        first_on = DateField()
        last_on = DateField(null=True)
        opens = SmallIntegerField()
        closes = SmallIntegerField()
        on_holidays = BooleanField(default=False)

        class Meta:
            database = db
            table_name = "stop"

    db.create_tables([Stop])

    class StopException(Model):
        stop = ForeignKeyField(Stop, on_delete="CASCADE")
        day = DateField()
        opens = SmallIntegerField(null=True)
        closes = SmallIntegerField(null=True)

        class Meta:
            database = db
            table_name = "stop_exception"
            indexes = ((("stop", "day"), True),)

    db.create_tables([StopException])

    class StopText(Model):
        stop = ForeignKeyField(Stop, on_delete="CASCADE")
        language = CharField(max_length=2)
        spot = CharField(max_length=200)
        note = TextField(default="")

        class Meta:
            database = db
            table_name = "stop_text"
            indexes = ((("stop", "language"), True),)

    db.create_tables([StopText])

    class UnmetNeed(Model):
        digest = CharField(max_length=64)
        term = CharField(max_length=80, default="")
        language = CharField(max_length=2)
        source = CharField(max_length=20)
        month = DateField()
        count = IntegerField(default=0)

        class Meta:
            database = db
            table_name = "unmet_need"
            indexes = ((("digest", "language", "source", "month"), True),)

    db.create_tables([UnmetNeed])

    class Word(Model):
        kind = CharField(max_length=20)
        language = CharField(max_length=2)
        word = CharField(max_length=64)
        shown = CharField(max_length=60)
        parts = CharField(max_length=120, default="")

        class Meta:
            database = db
            table_name = "word"
            primary_key = CompositeKey("kind", "language", "word")

    db.create_tables([Word])

    migrator.migrate(migrator.drop_index("grant", "grant_user_id_role"))
    migrator.migrate(
        migrator.add_column("service", "phone_on_holidays", BooleanField(default=False))
    )
    migrator.migrate(
        migrator.add_column("service", "wait_days", SmallIntegerField(null=True))
    )
    migrator.migrate(
        migrator.add_column("service", "wait_checked_on", DateField(null=True))
    )
    migrator.migrate(
        migrator.add_column(
            "service", "review_email", CharField(max_length=200, default="")
        )
    )
    migrator.migrate(migrator.add_column("service", "edition", IntegerField(default=1)))
    migrator.migrate(migrator.add_column("entry", "words", TextField(default="")))
    migrator.migrate(
        migrator.add_column("grant", "organisation", IntegerField(default=0))
    )
    migrator.migrate(
        migrator.add_column("place", "calendar", CharField(max_length=2, default="FI"))
    )
    migrator.migrate(
        migrator.add_column(
            "service_at_place", "phone", CharField(max_length=40, default="")
        )
    )
    migrator.migrate(
        migrator.add_column(
            "service_at_place", "on_holidays", BooleanField(default=False)
        )
    )
    migrator.migrate(
        migrator.add_column("opening_hours", "valid_from", DateField(null=True))
    )
    migrator.migrate(
        migrator.add_column("opening_hours", "valid_until", DateField(null=True))
    )
    migrator.migrate(
        migrator.add_column(
            "opening_hours", "every_weeks", SmallIntegerField(default=1)
        )
    )
    migrator.migrate(
        migrator.add_column("service_text", "bring", TextField(default=""))
    )
    migrator.migrate(
        migrator.add_column("service_text", "promise", TextField(default=""))
    )
    migrator.migrate(
        migrator.add_column("service_text", "tier_reason", TextField(default=""))
    )
    migrator.migrate(
        migrator.add_column("service_text", "professionals", TextField(default=""))
    )
    migrator.migrate(
        migrator.add_column("service_text", "staff_notes", TextField(default=""))
    )
    migrator.migrate(
        migrator.add_column(
            "service_text", "state", CharField(max_length=10, default="published")
        )
    )
    migrator.migrate(
        migrator.add_column(
            "service_text", "source", CharField(max_length=2, default="")
        )
    )
    migrator.migrate(
        migrator.add_column("service_text", "source_at", DateTimeField(null=True))
    )
    migrator.migrate(
        migrator.add_index("grant", ("user_id", "role", "organisation"), unique=True)
    )
    migrator.migrate(migrator.drop_column("service", "strong_identification"))


def down(migrator, db):
    migrator.migrate(migrator.drop_index("grant", "grant_user_id_role_organisation"))
    migrator.migrate(migrator.drop_column("service_text", "source_at"))
    migrator.migrate(migrator.drop_column("service_text", "source"))
    migrator.migrate(migrator.drop_column("service_text", "state"))
    migrator.migrate(migrator.drop_column("service_text", "staff_notes"))
    migrator.migrate(migrator.drop_column("service_text", "professionals"))
    migrator.migrate(migrator.drop_column("service_text", "tier_reason"))
    migrator.migrate(migrator.drop_column("service_text", "promise"))
    migrator.migrate(migrator.drop_column("service_text", "bring"))
    migrator.migrate(migrator.drop_column("opening_hours", "every_weeks"))
    migrator.migrate(migrator.drop_column("opening_hours", "valid_until"))
    migrator.migrate(migrator.drop_column("opening_hours", "valid_from"))
    migrator.migrate(migrator.drop_column("service_at_place", "on_holidays"))
    migrator.migrate(migrator.drop_column("service_at_place", "phone"))
    migrator.migrate(migrator.drop_column("place", "calendar"))
    migrator.migrate(migrator.drop_column("grant", "organisation"))
    migrator.migrate(migrator.drop_column("entry", "words"))
    migrator.migrate(migrator.drop_column("service", "edition"))
    migrator.migrate(migrator.drop_column("service", "review_email"))
    migrator.migrate(migrator.drop_column("service", "wait_checked_on"))
    migrator.migrate(migrator.drop_column("service", "wait_days"))
    migrator.migrate(migrator.drop_column("service", "phone_on_holidays"))
    migrator.migrate(migrator.add_index("grant", ("user_id", "role"), unique=True))
    migrator.migrate(migrator.drop_table("word"))
    migrator.migrate(migrator.drop_table("unmet_need"))
    migrator.migrate(migrator.drop_table("stop_text"))
    migrator.migrate(migrator.drop_table("stop_exception"))
    migrator.migrate(migrator.drop_table("stop"))
    migrator.migrate(migrator.drop_table("service_feedback"))
    migrator.migrate(migrator.drop_table("service_version"))
    migrator.migrate(migrator.drop_table("service_at_place_text"))
    migrator.migrate(migrator.drop_table("rollout_text"))
    migrator.migrate(migrator.drop_table("rollout"))
    migrator.migrate(migrator.drop_table("review_reminder"))
    migrator.migrate(migrator.drop_table("posting_block"))
    migrator.migrate(migrator.drop_table("phrase"))
    migrator.migrate(migrator.drop_table("phone_hours"))
    migrator.migrate(migrator.drop_table("phone_exception"))
    migrator.migrate(migrator.drop_table("opening_exception"))
    migrator.migrate(migrator.drop_table("mail"))
    migrator.migrate(migrator.drop_table("link_use"))
    migrator.migrate(migrator.drop_table("link_check"))
    migrator.migrate(migrator.drop_table("easy_text"))
    migrator.migrate(migrator.drop_table("deviation_text"))
    migrator.migrate(migrator.drop_table("deviation"))
    migrator.migrate(migrator.drop_table("definition_text"))
    migrator.migrate(migrator.drop_table("defined_service"))
    migrator.migrate(migrator.drop_table("definition_card"))
    migrator.migrate(migrator.drop_table("concept_word"))
    migrator.migrate(migrator.drop_table("concept_term"))
    migrator.migrate(migrator.drop_table("concept_lead"))
    migrator.migrate(migrator.drop_table("concept"))
    migrator.migrate(migrator.drop_table("channel_text"))
    migrator.migrate(migrator.drop_table("channel"))
