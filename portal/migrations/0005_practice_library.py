"""The library of practices, inventories, the shelf of material."""

from datetime import UTC, datetime

from peewee import *

# Nobody knows when older rows were written; the day they came is the nearest.
WHEN_IT_CAME = datetime.now(UTC).replace(tzinfo=None)


def up(migrator, db):
    class Organisation(Model):
        class Meta:
            database = db
            table_name = 'organisation'

    class Practice(Model):
        class Meta:
            database = db
            table_name = 'practice'

    class Team(Model):
        class Meta:
            database = db
            table_name = 'team'

    class Term(Model):
        class Meta:
            database = db
            table_name = 'term'

    class User(Model):
        class Meta:
            database = db
            table_name = 'user'

    class Experience(Model):
        practice = ForeignKeyField(Practice, on_delete='CASCADE')
        author = ForeignKeyField(User, null=True, on_delete='SET NULL')
        voice = CharField(max_length=20)
        people = SmallIntegerField(default=1)
        verdict = CharField(max_length=30)
        helped = TextField(default='')
        hurt = TextField(default='')
        language = CharField(max_length=2)
        state = CharField(max_length=10, default='waiting')
        written_at = DateTimeField()
        submission = CharField(unique=True, max_length=40)
        counted = CharField(null=True, max_length=30)
        counted_people = SmallIntegerField(default=0)
        class Meta:
            database = db
            table_name = 'experience'
            indexes = ((('practice', 'state'), False),)
    db.create_tables([Experience])

    class Inventory(Model):
        slug = CharField(unique=True, max_length=120)
        state = CharField(max_length=10, default='draft')
        public = BooleanField(default=False)
        edition = IntegerField(default=1)
        due_on = DateField(null=True)
        closed_at = DateTimeField(null=True)
        made_by = ForeignKeyField(User, null=True, on_delete='SET NULL')
        made_at = DateTimeField()
        submission = CharField(unique=True, null=True, max_length=40)
        class Meta:
            database = db
            table_name = 'inventory'
    db.create_tables([Inventory])

    class Respondent(Model):
        inventory = ForeignKeyField(Inventory, on_delete='CASCADE')
        area = ForeignKeyField(Term, on_delete='CASCADE')
        role = CharField(max_length=160, default='')
        email = CharField(max_length=200, default='')
        language = CharField(max_length=2)
        link_edition = IntegerField(default=1)
        asked_at = DateTimeField(null=True)
        reminded_at = DateTimeField(null=True)
        done_at = DateTimeField(null=True)
        class Meta:
            database = db
            table_name = 'respondent'
            indexes = ((('inventory', 'area'), True),)
    db.create_tables([Respondent])

    class InventoryQuestion(Model):
        inventory = ForeignKeyField(Inventory, on_delete='CASCADE')
        code = CharField(max_length=40)
        position = IntegerField()
        since = IntegerField()
        until = IntegerField(null=True)
        coded = BooleanField(default=True)
        practice = ForeignKeyField(Practice, null=True, on_delete='SET NULL')
        class Meta:
            database = db
            table_name = 'inventory_question'
            indexes = ((('inventory', 'code', 'since'), True),)
    db.create_tables([InventoryQuestion])

    class InventoryAnswer(Model):
        respondent = ForeignKeyField(Respondent, on_delete='CASCADE')
        question = ForeignKeyField(InventoryQuestion, on_delete='CASCADE')
        option = CharField(max_length=40, default='')
        words = TextField(default='')
        language = CharField(max_length=2)
        held = BooleanField(default=False)
        edition = IntegerField(default=1)
        answered_at = DateTimeField()
        class Meta:
            database = db
            table_name = 'inventory_answer'
            indexes = ((('respondent', 'question'), True),)
    db.create_tables([InventoryAnswer])

    class InventoryMark(Model):
        answer = ForeignKeyField(InventoryAnswer, unique=True, on_delete='CASCADE')
        verdict = CharField(max_length=10)
        reason = TextField(default='')
        language = CharField(max_length=2)
        marked_by = ForeignKeyField(User, null=True, on_delete='SET NULL')
        marked_at = DateTimeField()
        class Meta:
            database = db
            table_name = 'inventory_mark'
    db.create_tables([InventoryMark])

    class InventoryQuestionText(Model):
        question = ForeignKeyField(InventoryQuestion, on_delete='CASCADE')
        language = CharField(max_length=2)
        words = TextField()
        help = TextField(default='')
        options = TextField(default='')
        class Meta:
            database = db
            table_name = 'inventory_question_text'
            indexes = ((('question', 'language'), True),)
    db.create_tables([InventoryQuestionText])

    class InventorySnapshot(Model):
        inventory = ForeignKeyField(Inventory, on_delete='CASCADE')
        taken_on = DateField()
        taken_by = ForeignKeyField(User, null=True, on_delete='SET NULL')
        note = CharField(max_length=200, default='')
        content = TextField()
        class Meta:
            database = db
            table_name = 'inventory_snapshot'
            indexes = ((('inventory', 'taken_on'), False),)
    db.create_tables([InventorySnapshot])

    class InventoryText(Model):
        inventory = ForeignKeyField(Inventory, on_delete='CASCADE')
        language = CharField(max_length=2)
        title = CharField(max_length=200)
        intro = TextField(default='')
        class Meta:
            database = db
            table_name = 'inventory_text'
            indexes = ((('inventory', 'language'), True),)
    db.create_tables([InventoryText])

    class Mark(Model):
        practice = ForeignKeyField(Practice, on_delete='CASCADE')
        sort = CharField(max_length=10)
        value = CharField(max_length=30)
        team = ForeignKeyField(Team, null=True, on_delete='SET NULL')
        set_by = ForeignKeyField(User, null=True, on_delete='SET NULL')
        set_on = DateField()
        class Meta:
            database = db
            table_name = 'mark'
            indexes = ((('practice', 'sort', 'set_on'), False),)
    db.create_tables([Mark])

    class MarkText(Model):
        mark = ForeignKeyField(Mark, on_delete='CASCADE')
        language = CharField(max_length=2)
        why = TextField()
        class Meta:
            database = db
            table_name = 'mark_text'
            indexes = ((('mark', 'language'), True),)
    db.create_tables([MarkText])

    class Material(Model):
        slug = CharField(unique=True, max_length=120)
        url = CharField(max_length=500)
        source = CharField(max_length=200)
        year = SmallIntegerField(null=True)
        licence = CharField(max_length=120, default='')
        language = CharField(max_length=2)
        verdict = CharField(max_length=12, default='not-read')
        verdict_by = ForeignKeyField(Team, null=True, on_delete='SET NULL')
        verdict_on = DateField(null=True)
        edition = SmallIntegerField(default=1)
        added_by = ForeignKeyField(User, null=True, on_delete='SET NULL')
        updated_at = DateTimeField()
        submission = CharField(unique=True, null=True, max_length=40)
        class Meta:
            database = db
            table_name = 'material'
    db.create_tables([Material])

    class MaterialTag(Model):
        material = ForeignKeyField(Material, on_delete='CASCADE')
        term = ForeignKeyField(Term, on_delete='CASCADE')
        class Meta:
            database = db
            table_name = 'material_tag'
            indexes = ((('material', 'term'), True),)
    db.create_tables([MaterialTag])

    class MaterialText(Model):
        material = ForeignKeyField(Material, on_delete='CASCADE')
        language = CharField(max_length=2)
        title = CharField(max_length=300)
        summary = TextField(default='')
        reason = TextField(default='')
        class Meta:
            database = db
            table_name = 'material_text'
            indexes = ((('material', 'language'), True),)
    db.create_tables([MaterialText])

    class PracticeQuestion(Model):
        practice = ForeignKeyField(Practice, on_delete='CASCADE')
        author = ForeignKeyField(User, null=True, on_delete='SET NULL')
        voice = CharField(max_length=20)
        language = CharField(max_length=2)
        body = TextField()
        to_users = BooleanField(default=False)
        state = CharField(max_length=10, default='waiting')
        accepted = IntegerField(null=True)
        written_at = DateTimeField()
        published_at = DateTimeField(null=True)
        submission = CharField(unique=True, max_length=40)
        class Meta:
            database = db
            table_name = 'practice_question'
            indexes = ((('practice', 'state'), False),)
    db.create_tables([PracticeQuestion])

    class PracticeAnswer(Model):
        question = ForeignKeyField(PracticeQuestion, on_delete='CASCADE')
        author = ForeignKeyField(User, null=True, on_delete='SET NULL')
        voice = CharField(max_length=20)
        language = CharField(max_length=2)
        body = TextField()
        state = CharField(max_length=10, default='waiting')
        written_at = DateTimeField()
        published_at = DateTimeField(null=True)
        submission = CharField(unique=True, max_length=40)
        class Meta:
            database = db
            table_name = 'practice_answer'
            indexes = ((('question', 'state'), False),)
    db.create_tables([PracticeAnswer])

    class PracticeAuthor(Model):
        practice = ForeignKeyField(Practice, on_delete='CASCADE')
        organisation = ForeignKeyField(Organisation, on_delete='CASCADE')
        class Meta:
            database = db
            table_name = 'practice_author'
            indexes = ((('practice', 'organisation'), True),)
    db.create_tables([PracticeAuthor])

    class PracticeFile(Model):
        practice = ForeignKeyField(Practice, on_delete='CASCADE')
        name = CharField(max_length=160)
        media_type = CharField(max_length=80)
        size = IntegerField()
        digest = CharField(max_length=64)
        title = CharField(max_length=200)
        language = CharField(max_length=2)
        added_by = ForeignKeyField(User, null=True, on_delete='SET NULL')
        added_at = DateTimeField()
        content = BlobField()
        class Meta:
            database = db
            table_name = 'practice_file'
            indexes = ((('practice', 'digest'), True),)
    db.create_tables([PracticeFile])

    class PracticeReference(Model):
        practice = ForeignKeyField(Practice, on_delete='CASCADE')
        title = CharField(max_length=300)
        url = CharField(max_length=500, default='')
        year = SmallIntegerField(null=True)
        language = CharField(max_length=2)
        position = IntegerField(default=0)
        class Meta:
            database = db
            table_name = 'practice_reference'
    db.create_tables([PracticeReference])

    class PracticeVersion(Model):
        practice = ForeignKeyField(Practice, on_delete='CASCADE')
        edition = IntegerField()
        saved_at = DateTimeField()
        saved_by = ForeignKeyField(User, null=True, on_delete='SET NULL')
        note = CharField(max_length=300, default='')
        language = CharField(max_length=2, default='')
        snapshot = TextField()
        class Meta:
            database = db
            table_name = 'practice_version'
            indexes = ((('practice', 'edition'), True),)
    db.create_tables([PracticeVersion])

    class StageChange(Model):
        practice = ForeignKeyField(Practice, on_delete='CASCADE')
        stage = CharField(max_length=20)
        changed_at = DateTimeField()
        changed_by = ForeignKeyField(User, null=True, on_delete='SET NULL')
        note = CharField(max_length=300, default='')
        language = CharField(max_length=2, default='')
        class Meta:
            database = db
            table_name = 'stage_change'
    db.create_tables([StageChange])

    class Suggestion(Model):
        practice = ForeignKeyField(Practice, on_delete='CASCADE')
        author = ForeignKeyField(User, null=True, on_delete='SET NULL')
        voice = CharField(max_length=20)
        language = CharField(max_length=2)
        edition = IntegerField()
        values = TextField()
        why = CharField(max_length=300, default='')
        state = CharField(max_length=10, default='waiting')
        written_at = DateTimeField()
        settled_at = DateTimeField(null=True)
        settled_by = ForeignKeyField(User, null=True, on_delete='SET NULL')
        reason = CharField(max_length=300, default='')
        submission = CharField(unique=True, max_length=40)
        class Meta:
            database = db
            table_name = 'suggestion'
            indexes = ((('practice', 'state'), False),)
    db.create_tables([Suggestion])

    migrator.migrate(migrator.add_column('service_version', 'language', CharField(max_length=2, default='')))
    migrator.migrate(migrator.add_column('practice', 'edition', IntegerField(default=1)))
    migrator.migrate(migrator.add_column('practice', 'published_at', DateTimeField(null=True)))
    migrator.migrate(migrator.add_column('practice', 'updated_at', DateTimeField(default=WHEN_IT_CAME)))
    migrator.migrate(migrator.add_column('practice', 'submission', CharField(unique=True, null=True, max_length=40)))
    migrator.migrate(migrator.add_column('application', 'organisation_id', ForeignKeyField(Organisation, field=Organisation.id, null=True, on_delete='SET NULL')))
    migrator.migrate(migrator.add_column('application', 'version', IntegerField(null=True)))
    migrator.migrate(migrator.add_column('application', 'email', CharField(max_length=200, default='')))
    migrator.migrate(migrator.add_column('application', 'told_by_id', ForeignKeyField(User, field=User.id, null=True, on_delete='SET NULL')))
    migrator.migrate(migrator.add_column('application', 'told_at', DateTimeField(default=WHEN_IT_CAME)))
    migrator.migrate(migrator.add_column('application', 'asked_on', DateField(null=True)))
    migrator.migrate(migrator.add_column('application', 'asked_times', SmallIntegerField(default=0)))
    migrator.migrate(migrator.add_column('application', 'confirmed_on', DateField(null=True)))
    migrator.migrate(migrator.add_column('application', 'edition', IntegerField(default=1)))
    migrator.migrate(migrator.add_column('application', 'submission', CharField(unique=True, null=True, max_length=40)))
    migrator.migrate(migrator.add_column('application_text', 'result', TextField(default='')))
    migrator.migrate(migrator.add_column('application_text', 'stopped', TextField(default='')))
    migrator.migrate(migrator.add_column('application_text', 'contact', CharField(max_length=160, default='')))
    migrator.migrate(migrator.add_column('practice_text', 'state', CharField(max_length=10, default='published')))
    migrator.migrate(migrator.add_column('practice_text', 'source', CharField(max_length=2, default='')))
    migrator.migrate(migrator.add_column('practice_text', 'source_at', DateTimeField(null=True)))
    migrator.migrate(migrator.add_column('practice_text', 'updated_at', DateTimeField(default=WHEN_IT_CAME)))
    migrator.migrate(migrator.add_index('application', ('area_id', 'state')))


def down(migrator, db):
    migrator.migrate(migrator.drop_index('application', 'application_told_by_id'))
    migrator.migrate(migrator.drop_index('application', 'application_submission'))
    migrator.migrate(migrator.drop_index('application', 'application_organisation_id'))
    migrator.migrate(migrator.drop_index('application', 'application_area_id_state'))
    migrator.migrate(migrator.drop_index('practice', 'practice_submission'))
    migrator.migrate(migrator.drop_column('practice_text', 'updated_at'))
    migrator.migrate(migrator.drop_column('practice_text', 'source_at'))
    migrator.migrate(migrator.drop_column('practice_text', 'source'))
    migrator.migrate(migrator.drop_column('practice_text', 'state'))
    migrator.migrate(migrator.drop_column('application_text', 'contact'))
    migrator.migrate(migrator.drop_column('application_text', 'stopped'))
    migrator.migrate(migrator.drop_column('application_text', 'result'))
    migrator.migrate(migrator.drop_column('application', 'submission'))
    migrator.migrate(migrator.drop_column('application', 'edition'))
    migrator.migrate(migrator.drop_column('application', 'confirmed_on'))
    migrator.migrate(migrator.drop_column('application', 'asked_times'))
    migrator.migrate(migrator.drop_column('application', 'asked_on'))
    migrator.migrate(migrator.drop_column('application', 'told_at'))
    migrator.migrate(migrator.drop_column('application', 'told_by_id'))
    migrator.migrate(migrator.drop_column('application', 'email'))
    migrator.migrate(migrator.drop_column('application', 'version'))
    migrator.migrate(migrator.drop_column('application', 'organisation_id'))
    migrator.migrate(migrator.drop_column('practice', 'submission'))
    migrator.migrate(migrator.drop_column('practice', 'updated_at'))
    migrator.migrate(migrator.drop_column('practice', 'published_at'))
    migrator.migrate(migrator.drop_column('practice', 'edition'))
    migrator.migrate(migrator.drop_column('service_version', 'language'))
    migrator.migrate(migrator.drop_table('suggestion'))
    migrator.migrate(migrator.drop_table('stage_change'))
    migrator.migrate(migrator.drop_table('practice_version'))
    migrator.migrate(migrator.drop_table('practice_reference'))
    migrator.migrate(migrator.drop_table('practice_file'))
    migrator.migrate(migrator.drop_table('practice_author'))
    migrator.migrate(migrator.drop_table('practice_answer'))
    migrator.migrate(migrator.drop_table('practice_question'))
    migrator.migrate(migrator.drop_table('material_text'))
    migrator.migrate(migrator.drop_table('material_tag'))
    migrator.migrate(migrator.drop_table('material'))
    migrator.migrate(migrator.drop_table('mark_text'))
    migrator.migrate(migrator.drop_table('mark'))
    migrator.migrate(migrator.drop_table('inventory_text'))
    migrator.migrate(migrator.drop_table('inventory_snapshot'))
    migrator.migrate(migrator.drop_table('inventory_question_text'))
    migrator.migrate(migrator.drop_table('inventory_mark'))
    migrator.migrate(migrator.drop_table('inventory_answer'))
    migrator.migrate(migrator.drop_table('inventory_question'))
    migrator.migrate(migrator.drop_table('respondent'))
    migrator.migrate(migrator.drop_table('inventory'))
    migrator.migrate(migrator.drop_table('experience'))
