"""Care for moderators, rights of authors, notices that people want."""

from peewee import *

POSTGRES_TRIGGERS = """
CREATE FUNCTION log_is_only_added_to() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'The log is only added to'; END $$;
CREATE TRIGGER log_entry_stays BEFORE UPDATE OR DELETE ON log_entry
FOR EACH ROW EXECUTE FUNCTION log_is_only_added_to();
CREATE TRIGGER log_entry_is_not_emptied BEFORE TRUNCATE ON log_entry
FOR EACH STATEMENT EXECUTE FUNCTION log_is_only_added_to()
"""
SQLITE_TRIGGER = """
CREATE TRIGGER log_entry_{0}_refused BEFORE {0} ON log_entry
BEGIN SELECT RAISE(ABORT, 'The log is only added to'); END
"""


def let_the_log_only_be_added_to(db):
    if isinstance(db, PostgresqlDatabase):
        db.execute_sql(POSTGRES_TRIGGERS)
    else:
        for change in ('UPDATE', 'DELETE'):
            db.execute_sql(SQLITE_TRIGGER.format(change))


def up(migrator, db):
    class Case(Model):
        class Meta:
            database = db
            table_name = 'case'

    class User(Model):
        class Meta:
            database = db
            table_name = 'user'

    class Block(Model):
        author = CharField(max_length=40)
        workshop = IntegerField()
        until = DateField()
        case_id = IntegerField()
        reason = CharField(max_length=20)
        blocked_by = ForeignKeyField(User, null=True, on_delete='SET NULL')
        blocked_at = DateTimeField()
        lifted_at = DateTimeField(null=True)
        class Meta:
            database = db
            table_name = 'block'
            indexes = ((('author', 'workshop'), False),)
    db.create_tables([Block])

    class Care(Model):
        user = ForeignKeyField(User, unique=True, on_delete='CASCADE')
        paused_at = DateTimeField(null=True)
        spared_until = DateField(null=True)
        class Meta:
            database = db
            table_name = 'care'
    db.create_tables([Care])

    class CareNote(Model):
        user = ForeignKeyField(User, on_delete='CASCADE')
        words = TextField()
        written_at = DateTimeField()
        class Meta:
            database = db
            table_name = 'care_note'
    db.create_tables([CareNote])

    class RulesVersion(Model):
        workshop = IntegerField(null=True)
        number = IntegerField()
        made_at = DateTimeField()
        made_by = ForeignKeyField(User, null=True, on_delete='SET NULL')
        class Meta:
            database = db
            table_name = 'rules_version'
            indexes = ((('workshop', 'number'), True),)
    db.create_tables([RulesVersion])

    class Counted(Model):
        queue = CharField()
        key = CharField()
        value = IntegerField()
        class Meta:
            database = db
            table_name = 'job_counted'
            primary_key = CompositeKey('queue', 'key')
    db.create_tables([Counted])

    class Flag(Model):
        kind = CharField(max_length=20)
        item_id = IntegerField()
        case = ForeignKeyField(Case, null=True, on_delete='SET NULL')
        reason = CharField(max_length=12)
        words = TextField(default='')
        language = CharField(max_length=2)
        reader = CharField(null=True, max_length=64)
        code = CharField(unique=True, max_length=10)
        received_at = DateTimeField()
        class Meta:
            database = db
            table_name = 'flag'
            indexes = ((('kind', 'item_id', 'reader'), True),)
    db.create_tables([Flag])

    class Follow(Model):
        recipient = CharField(max_length=40)
        kind = CharField(max_length=20)
        item_id = IntegerField()
        class Meta:
            database = db
            table_name = 'follow'
            indexes = ((('recipient', 'kind', 'item_id'), True), (('kind', 'item_id'), False))
    db.create_tables([Follow])

    class Kept(Model):
        queue = CharField()
        key = CharField()
        value = BlobField()
        class Meta:
            database = db
            table_name = 'job_kept'
            primary_key = CompositeKey('queue', 'key')
    db.create_tables([Kept])

    class LogEntry(Model):
        number = IntegerField(unique=True)
        at = DateTimeField()
        event = CharField(max_length=16)
        kind = CharField(max_length=20, default='')
        item_id = IntegerField(null=True)
        case_id = IntegerField(null=True)
        workshop = IntegerField(null=True)
        reason = CharField(max_length=20, default='')
        rules = IntegerField(null=True)
        actor = IntegerField(null=True)
        digest = CharField(max_length=64)
        class Meta:
            database = db
            table_name = 'log_entry'
            indexes = ((('case_id',), False),)
    db.create_tables([LogEntry])

    class MailBox(Model):
        user = ForeignKeyField(User, unique=True, on_delete='CASCADE')
        quiet_from = SmallIntegerField(default=21)
        quiet_until = SmallIntegerField(default=7)
        daily_at = DateTimeField(null=True)
        weekly_at = DateTimeField(null=True)
        bounces = SmallIntegerField(default=0)
        stopped_at = DateTimeField(null=True)
        stopped_why = CharField(max_length=10, default='')
        class Meta:
            database = db
            table_name = 'mail_box'
    db.create_tables([MailBox])

    class Notice(Model):
        recipient = CharField(max_length=40)
        seat = IntegerField(null=True)
        topic = CharField(max_length=12)
        event = CharField(max_length=40)
        kind = CharField(max_length=20)
        item_id = IntegerField()
        facts = TextField(default='{}')
        happening = CharField(max_length=80)
        happened_at = DateTimeField()
        seen_at = DateTimeField(null=True)
        mailed_at = DateTimeField(null=True)
        class Meta:
            database = db
            table_name = 'notice'
            indexes = ((('recipient', 'happening'), True), (('recipient', 'seen_at'), False), (('mailed_at', 'recipient'), False), (('seat',), False), (('kind', 'item_id'), False))
    db.create_tables([Notice])

    class Queued(Model):
        queue = CharField()
        data = BlobField()
        priority = FloatField(default=0.0)
        class Meta:
            database = db
            table_name = 'job_queued'
    db.create_tables([Queued])

    class RulesText(Model):
        version = ForeignKeyField(RulesVersion, on_delete='CASCADE')
        language = CharField(max_length=2)
        body = TextField()
        class Meta:
            database = db
            table_name = 'rules_text'
            indexes = ((('version', 'language'), True),)
    db.create_tables([RulesText])

    class Run(Model):
        command = CharField(primary_key=True, max_length=60)
        turn = DateTimeField()
        began_at = DateTimeField()
        ended_at = DateTimeField(null=True)
        error = CharField(max_length=300, default='')
        class Meta:
            database = db
            table_name = 'job_run'
    db.create_tables([Run])

    class Scheduled(Model):
        queue = CharField()
        data = BlobField()
        timestamp = TimestampField()
        class Meta:
            database = db
            table_name = 'job_scheduled'
            indexes = ((('queue', 'timestamp'), False),)
    db.create_tables([Scheduled])

    class Wish(Model):
        user = ForeignKeyField(User, on_delete='CASCADE')
        topic = CharField(max_length=12)
        pace = CharField(max_length=10)
        class Meta:
            database = db
            table_name = 'wish'
            indexes = ((('user', 'topic'), True),)
    db.create_tables([Wish])

    migrator.migrate(migrator.drop_index('case', 'case_decided_at_opened_at'))
    migrator.migrate(migrator.add_column('workshop', 'submission', CharField(unique=True, null=True, max_length=40)))
    migrator.migrate(migrator.add_column('cluster', 'deleted_at', DateTimeField(null=True)))
    migrator.migrate(migrator.add_column('proposal', 'stood_in', IntegerField(null=True)))
    migrator.migrate(migrator.add_column('poll', 'submission', CharField(unique=True, null=True, max_length=40)))
    migrator.migrate(migrator.add_column('case', 'cause', CharField(max_length=10, default='written')))
    migrator.migrate(migrator.add_column('case', 'workshop', IntegerField(null=True)))
    migrator.migrate(migrator.add_column('case', 'author', CharField(max_length=40, default='')))
    migrator.migrate(migrator.add_column('case', 'urgency', SmallIntegerField(default=0)))
    migrator.migrate(migrator.add_column('case', 'findings', TextField(default='')))
    migrator.migrate(migrator.add_column('case', 'words', TextField(default='')))
    migrator.migrate(migrator.add_column('case', 'appeals_id', ForeignKeyField(Case, field=Case.id, null=True, on_delete='CASCADE')))
    migrator.migrate(migrator.add_column('case', 'due_at', DateTimeField(null=True)))
    migrator.migrate(migrator.add_column('case', 'claimed_by_id', ForeignKeyField(User, field=User.id, null=True, on_delete='SET NULL')))
    migrator.migrate(migrator.add_column('case', 'claimed_until', DateTimeField(null=True)))
    migrator.migrate(migrator.add_column('case', 'asked_by_id', ForeignKeyField(User, field=User.id, null=True, on_delete='SET NULL')))
    migrator.migrate(migrator.add_column('case', 'question', TextField(default='')))
    migrator.migrate(migrator.add_column('case', 'passage', TextField(default='')))
    migrator.migrate(migrator.add_column('case', 'rules_id', ForeignKeyField(RulesVersion, field=RulesVersion.id, null=True, on_delete='SET NULL')))
    migrator.migrate(migrator.add_column('case', 'forgotten_at', DateTimeField(null=True)))
    migrator.migrate(migrator.add_column('mail', 'html', TextField(default='')))
    migrator.migrate(migrator.add_column('mail', 'user_id', ForeignKeyField(User, field=User.id, null=True, on_delete='SET NULL')))
    migrator.migrate(migrator.add_column('mail', 'stop_url', CharField(max_length=300, default='')))
    migrator.migrate(migrator.add_column('practice_text', 'place', CharField(max_length=200, default='')))
    migrator.migrate(migrator.add_column('practice_text', 'funder', CharField(max_length=200, default='')))
    migrator.migrate(migrator.add_column('practice_text', 'whole', CharField(max_length=200, default='')))
    migrator.migrate(migrator.add_column('practice_text', 'audience', TextField(default='')))
    migrator.migrate(migrator.add_column('practice_text', 'cost', TextField(default='')))
    migrator.migrate(migrator.add_column('practice_text', 'not_for', TextField(default='')))
    migrator.migrate(migrator.add_column('practice_text', 'setting', TextField(default='')))
    migrator.migrate(migrator.add_column('practice_text', 'insight', TextField(default='')))
    migrator.migrate(migrator.add_column('practice_text', 'co_developers', TextField(default='')))
    migrator.migrate(migrator.add_column('practice_text', 'change', TextField(default='')))
    migrator.migrate(migrator.add_column('practice_text', 'indicators', TextField(default='')))
    migrator.migrate(migrator.add_column('practice_text', 'tips', TextField(default='')))
    migrator.migrate(migrator.add_column('service_feedback', 'urgent', BooleanField(default=False)))
    migrator.migrate(migrator.add_index('case', ('author',)))
    migrator.migrate(migrator.add_index('case', ('decided_at', 'urgency', 'opened_at')))

    let_the_log_only_be_added_to(db)



def down(migrator, db):
    migrator.migrate(migrator.drop_index('mail', 'mail_user_id'))
    migrator.migrate(migrator.drop_index('case', 'case_rules_id'))
    migrator.migrate(migrator.drop_index('case', 'case_decided_at_urgency_opened_at'))
    migrator.migrate(migrator.drop_index('case', 'case_claimed_by_id'))
    migrator.migrate(migrator.drop_index('case', 'case_author'))
    migrator.migrate(migrator.drop_index('case', 'case_asked_by_id'))
    migrator.migrate(migrator.drop_index('case', 'case_appeals_id'))
    migrator.migrate(migrator.drop_index('poll', 'poll_submission'))
    migrator.migrate(migrator.drop_index('workshop', 'workshop_submission'))
    migrator.migrate(migrator.drop_column('service_feedback', 'urgent'))
    migrator.migrate(migrator.drop_column('practice_text', 'tips'))
    migrator.migrate(migrator.drop_column('practice_text', 'indicators'))
    migrator.migrate(migrator.drop_column('practice_text', 'change'))
    migrator.migrate(migrator.drop_column('practice_text', 'co_developers'))
    migrator.migrate(migrator.drop_column('practice_text', 'insight'))
    migrator.migrate(migrator.drop_column('practice_text', 'setting'))
    migrator.migrate(migrator.drop_column('practice_text', 'not_for'))
    migrator.migrate(migrator.drop_column('practice_text', 'cost'))
    migrator.migrate(migrator.drop_column('practice_text', 'audience'))
    migrator.migrate(migrator.drop_column('practice_text', 'whole'))
    migrator.migrate(migrator.drop_column('practice_text', 'funder'))
    migrator.migrate(migrator.drop_column('practice_text', 'place'))
    migrator.migrate(migrator.drop_column('mail', 'stop_url'))
    migrator.migrate(migrator.drop_column('mail', 'user_id'))
    migrator.migrate(migrator.drop_column('mail', 'html'))
    migrator.migrate(migrator.drop_column('case', 'forgotten_at'))
    migrator.migrate(migrator.drop_column('case', 'rules_id'))
    migrator.migrate(migrator.drop_column('case', 'passage'))
    migrator.migrate(migrator.drop_column('case', 'question'))
    migrator.migrate(migrator.drop_column('case', 'asked_by_id'))
    migrator.migrate(migrator.drop_column('case', 'claimed_until'))
    migrator.migrate(migrator.drop_column('case', 'claimed_by_id'))
    migrator.migrate(migrator.drop_column('case', 'due_at'))
    migrator.migrate(migrator.drop_column('case', 'appeals_id'))
    migrator.migrate(migrator.drop_column('case', 'words'))
    migrator.migrate(migrator.drop_column('case', 'findings'))
    migrator.migrate(migrator.drop_column('case', 'urgency'))
    migrator.migrate(migrator.drop_column('case', 'author'))
    migrator.migrate(migrator.drop_column('case', 'workshop'))
    migrator.migrate(migrator.drop_column('case', 'cause'))
    migrator.migrate(migrator.drop_column('poll', 'submission'))
    migrator.migrate(migrator.drop_column('proposal', 'stood_in'))
    migrator.migrate(migrator.drop_column('cluster', 'deleted_at'))
    migrator.migrate(migrator.drop_column('workshop', 'submission'))
    migrator.migrate(migrator.add_index('case', ('decided_at', 'opened_at')))
    migrator.migrate(migrator.drop_table('wish'))
    migrator.migrate(migrator.drop_table('job_scheduled'))
    migrator.migrate(migrator.drop_table('job_run'))
    migrator.migrate(migrator.drop_table('rules_text'))
    migrator.migrate(migrator.drop_table('job_queued'))
    migrator.migrate(migrator.drop_table('notice'))
    migrator.migrate(migrator.drop_table('mail_box'))
    migrator.migrate(migrator.drop_table('log_entry'))
    migrator.migrate(migrator.drop_table('job_kept'))
    migrator.migrate(migrator.drop_table('follow'))
    migrator.migrate(migrator.drop_table('flag'))
    migrator.migrate(migrator.drop_table('job_counted'))
    migrator.migrate(migrator.drop_table('rules_version'))
    migrator.migrate(migrator.drop_table('care_note'))
    migrator.migrate(migrator.drop_table('care'))
    migrator.migrate(migrator.drop_table('block'))
    if isinstance(db, PostgresqlDatabase):
        db.execute_sql('DROP FUNCTION log_is_only_added_to()')
