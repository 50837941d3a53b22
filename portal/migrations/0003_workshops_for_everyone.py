"""Workshops for everyone: sessions, discussion, paper, secret ballots."""

from peewee import *

def up(migrator, db):
    class Participant(Model):
        class Meta:
            database = db
            table_name = 'participant'

    class Proposal(Model):
        class Meta:
            database = db
            table_name = 'proposal'

    class ServiceVersion(Model):
        class Meta:
            database = db
            table_name = 'service_version'

    class Term(Model):
        class Meta:
            database = db
            table_name = 'term'

    class User(Model):
        class Meta:
            database = db
            table_name = 'user'

    class Workshop(Model):
        class Meta:
            database = db
            table_name = 'workshop'

    class Cluster(Model):
        workshop = ForeignKeyField(Workshop, on_delete='CASCADE')
        title = CharField(max_length=120)
        language = CharField(max_length=2)
        position = IntegerField(default=0)
        class Meta:
            database = db
            table_name = 'cluster'
    db.create_tables([Cluster])

    class Draft(Model):
        participant = ForeignKeyField(Participant, unique=True, on_delete='CASCADE')
        submission = CharField(max_length=40, default='')
        language = CharField(max_length=2)
        suggestion = TextField(default='')
        problem = TextField(default='')
        helps = TextField(default='')
        relation = CharField(max_length=10, default='own')
        voice = CharField(null=True, max_length=20)
        themes = TextField(default='')
        links = TextField(default='')
        saved_at = DateTimeField()
        class Meta:
            database = db
            table_name = 'draft'
    db.create_tables([Draft])

    class Attachment(Model):
        proposal = ForeignKeyField(Proposal, unique=True, null=True, on_delete='CASCADE')
        draft = ForeignKeyField(Draft, unique=True, null=True, on_delete='CASCADE')
        picture = BlobField()
        width = SmallIntegerField()
        height = SmallIntegerField()
        description = CharField(max_length=200)
        class Meta:
            database = db
            table_name = 'attachment'
    db.create_tables([Attachment])

    class Poll(Model):
        workshop = ForeignKeyField(Workshop, on_delete='CASCADE')
        method = CharField(max_length=10)
        state = CharField(max_length=10, default='draft')
        dots = SmallIntegerField(default=5)
        most_dots = SmallIntegerField(default=3)
        top_score = SmallIntegerField(default=5)
        budget = IntegerField(default=0)
        closes_at = DateTimeField(null=True)
        link_key = CharField(max_length=32, default='')
        opened_at = DateTimeField(null=True)
        closed_at = DateTimeField(null=True)
        result = TextField(default='')
        ballots = TextField(default='')
        digest = CharField(max_length=64, default='')
        class Meta:
            database = db
            table_name = 'poll'
            indexes = ((('workshop', 'state'), False),)
    db.create_tables([Poll])

    class Ballot(Model):
        poll = ForeignKeyField(Poll, on_delete='CASCADE')
        name = CharField(max_length=64)
        sealed = BlobField()
        class Meta:
            database = db
            table_name = 'ballot'
            primary_key = CompositeKey('poll', 'name')
    db.create_tables([Ballot])

    class CodeName(Model):
        uri = CharField(max_length=200)
        language = CharField(max_length=2)
        label = CharField(max_length=200)
        class Meta:
            database = db
            table_name = 'code_name'
            indexes = ((('uri', 'language'), True),)
    db.create_tables([CodeName])

    class Comment(Model):
        proposal = ForeignKeyField(Proposal, on_delete='CASCADE')
        replies_to = ForeignKeyField('self', null=True, on_delete='CASCADE')
        author = ForeignKeyField(Participant, null=True, on_delete='SET NULL')
        voice = CharField(max_length=20)
        stance = CharField(null=True, max_length=10)
        language = CharField(max_length=2)
        body = TextField()
        state = CharField(max_length=20, default='waiting')
        submission = CharField(unique=True, max_length=40)
        written_at = DateTimeField()
        published_at = DateTimeField(null=True)
        class Meta:
            database = db
            table_name = 'comment'
            indexes = ((('proposal', 'state'), False),)
    db.create_tables([Comment])

    class Elector(Model):
        poll = ForeignKeyField(Poll, on_delete='CASCADE')
        participant = ForeignKeyField(Participant, null=True, on_delete='SET NULL')
        voice = CharField(max_length=20)
        on_paper = BooleanField(default=False)
        class Meta:
            database = db
            table_name = 'elector'
            indexes = ((('poll', 'participant'), True),)
    db.create_tables([Elector])

    class Facilitator(Model):
        workshop = ForeignKeyField(Workshop, on_delete='CASCADE')
        user = ForeignKeyField(User, on_delete='CASCADE')
        class Meta:
            database = db
            table_name = 'facilitator'
            indexes = ((('workshop', 'user'), True),)
    db.create_tables([Facilitator])

    class Invitation(Model):
        workshop = ForeignKeyField(Workshop, on_delete='CASCADE')
        code_digest = CharField(unique=True, max_length=64)
        label = CharField(max_length=80, default='')
        made_at = DateTimeField()
        used_at = DateTimeField(null=True)
        class Meta:
            database = db
            table_name = 'invitation'
    db.create_tables([Invitation])

    class Merger(Model):
        workshop = ForeignKeyField(Workshop, on_delete='CASCADE')
        result = ForeignKeyField(Proposal, null=True, on_delete='SET NULL')
        state = CharField(max_length=10, default='asked')
        language = CharField(max_length=2)
        suggestion = CharField(max_length=160)
        problem = TextField(default='')
        helps = CharField(max_length=200, default='')
        asked_by = ForeignKeyField(User, null=True, on_delete='SET NULL')
        asked_at = DateTimeField()
        settled_at = DateTimeField(null=True)
        class Meta:
            database = db
            table_name = 'merger'
    db.create_tables([Merger])

    class MergerPart(Model):
        merger = ForeignKeyField(Merger, on_delete='CASCADE')
        proposal = ForeignKeyField(Proposal, on_delete='CASCADE')
        consent = CharField(max_length=12, default='asked')
        answered_at = DateTimeField(null=True)
        class Meta:
            database = db
            table_name = 'merger_part'
            indexes = ((('merger', 'proposal'), True),)
    db.create_tables([MergerPart])

    class PaperCard(Model):
        workshop = ForeignKeyField(Workshop, on_delete='CASCADE')
        proposal = ForeignKeyField(Proposal, unique=True, null=True, on_delete='SET NULL')
        printed_at = DateTimeField()
        class Meta:
            database = db
            table_name = 'paper_card'
    db.create_tables([PaperCard])

    class PaperSheet(Model):
        poll = ForeignKeyField(Poll, on_delete='CASCADE')
        code_digest = CharField(max_length=64)
        class Meta:
            database = db
            table_name = 'paper_sheet'
            indexes = ((('poll', 'code_digest'), True),)
    db.create_tables([PaperSheet])

    class PaperEntry(Model):
        sheet = ForeignKeyField(PaperSheet, on_delete='CASCADE')
        entered_by = ForeignKeyField(User, on_delete='CASCADE')
        sealed = BlobField()
        class Meta:
            database = db
            table_name = 'paper_entry'
            indexes = ((('sheet', 'entered_by'), True),)
    db.create_tables([PaperEntry])

    class PollOption(Model):
        poll = ForeignKeyField(Poll, on_delete='CASCADE')
        proposal = ForeignKeyField(Proposal, null=True, on_delete='SET NULL')
        position = SmallIntegerField()
        cost = IntegerField(default=0)
        withdrawn = BooleanField(default=False)
        class Meta:
            database = db
            table_name = 'poll_option'
    db.create_tables([PollOption])

    class PollOptionText(Model):
        option = ForeignKeyField(PollOption, on_delete='CASCADE')
        language = CharField(max_length=2)
        title = CharField(max_length=160)
        note = TextField(default='')
        class Meta:
            database = db
            table_name = 'poll_option_text'
            indexes = ((('option', 'language'), True),)
    db.create_tables([PollOptionText])

    class PollText(Model):
        poll = ForeignKeyField(Poll, on_delete='CASCADE')
        language = CharField(max_length=2)
        title = CharField(max_length=160)
        note = TextField(default='')
        class Meta:
            database = db
            table_name = 'poll_text'
            indexes = ((('poll', 'language'), True),)
    db.create_tables([PollText])

    class ProposalTheme(Model):
        proposal = ForeignKeyField(Proposal, on_delete='CASCADE')
        theme = ForeignKeyField(Term, on_delete='CASCADE')
        class Meta:
            database = db
            table_name = 'proposal_theme'
            indexes = ((('proposal', 'theme'), True),)
    db.create_tables([ProposalTheme])

    class ProposalVersion(Model):
        proposal = ForeignKeyField(Proposal, on_delete='CASCADE')
        suggestion = CharField(max_length=160)
        problem = TextField(default='')
        helps = CharField(max_length=200, default='')
        replaced_at = DateTimeField()
        class Meta:
            database = db
            table_name = 'proposal_version'
    db.create_tables([ProposalVersion])

    class Reason(Model):
        option = ForeignKeyField(PollOption, on_delete='CASCADE')
        stance = CharField(max_length=10)
        language = CharField(max_length=2)
        body = TextField()
        state = CharField(max_length=20, default='waiting')
        class Meta:
            database = db
            table_name = 'reason'
    db.create_tables([Reason])

    class Session(Model):
        workshop = ForeignKeyField(Workshop, on_delete='CASCADE')
        starts_at = DateTimeField()
        ends_at = DateTimeField()
        address = CharField(max_length=200, default='')
        link = CharField(max_length=500, default='')
        capacity = IntegerField(null=True)
        cancelled = BooleanField(default=False)
        sequence = IntegerField(default=0)
        submission = CharField(unique=True, null=True, max_length=40)
        class Meta:
            database = db
            table_name = 'session'
            indexes = ((('workshop', 'starts_at'), False),)
    db.create_tables([Session])

    class Registration(Model):
        session = ForeignKeyField(Session, on_delete='CASCADE')
        participant = ForeignKeyField(Participant, null=True, on_delete='SET NULL')
        name = CharField(max_length=80)
        email = CharField(max_length=200, default='')
        needs = CharField(max_length=300, default='')
        voice = CharField(max_length=20)
        language = CharField(max_length=2)
        state = CharField(max_length=12)
        registered_at = DateTimeField()
        attended = BooleanField(null=True)
        fee = IntegerField(default=0)
        travel = IntegerField(default=0)
        submission = CharField(unique=True, null=True, max_length=40)
        class Meta:
            database = db
            table_name = 'registration'
            indexes = ((('session', 'state'), False),)
    db.create_tables([Registration])

    class Rewording(Model):
        proposal = ForeignKeyField(Proposal, unique=True, on_delete='CASCADE')
        suggestion = CharField(max_length=160)
        problem = TextField(default='')
        helps = CharField(max_length=200, default='')
        hides_earlier = BooleanField(default=False)
        returned = BooleanField(default=False)
        written_at = DateTimeField()
        class Meta:
            database = db
            table_name = 'rewording'
    db.create_tables([Rewording])

    class SessionText(Model):
        session = ForeignKeyField(Session, on_delete='CASCADE')
        language = CharField(max_length=2)
        title = CharField(max_length=160)
        getting_there = TextField(default='')
        minutes = TextField(default='')
        class Meta:
            database = db
            table_name = 'session_text'
            indexes = ((('session', 'language'), True),)
    db.create_tables([SessionText])

    migrator.migrate(migrator.add_column('workshop', 'template', CharField(max_length=10, default='ideas')))
    migrator.migrate(migrator.add_column('workshop', 'entry', CharField(max_length=10, default='open')))
    migrator.migrate(migrator.add_column('workshop', 'moves_by_date', BooleanField(default=False)))
    migrator.migrate(migrator.add_column('workshop', 'in_room', BooleanField(default=True)))
    migrator.migrate(migrator.add_column('workshop', 'on_web', BooleanField(default=True)))
    migrator.migrate(migrator.add_column('workshop', 'on_paper', BooleanField(default=True)))
    migrator.migrate(migrator.add_column('workshop', 'deletes_on', DateField(null=True)))
    migrator.migrate(migrator.add_column('workshop', 'timer_ends_at', DateTimeField(null=True)))
    migrator.migrate(migrator.add_column('participant', 'way', CharField(max_length=10, default='web')))
    migrator.migrate(migrator.add_column('participant', 'helped', BooleanField(default=False)))
    migrator.migrate(migrator.add_column('participant', 'consented_at', DateTimeField(null=True)))
    migrator.migrate(migrator.add_column('proposal', 'relation', CharField(max_length=10, default='own')))
    migrator.migrate(migrator.add_column('proposal', 'way', CharField(max_length=10, default='web')))
    migrator.migrate(migrator.add_column('proposal', 'entered_by_id', ForeignKeyField(User, field=User.id, null=True, on_delete='SET NULL')))
    migrator.migrate(migrator.add_column('proposal', 'cluster_id', ForeignKeyField(Cluster, field=Cluster.id, null=True, on_delete='SET NULL')))
    migrator.migrate(migrator.add_column('proposal', 'pinned', BooleanField(default=False)))
    migrator.migrate(migrator.add_column('proposal', 'merged_into_id', ForeignKeyField(Proposal, field=Proposal.id, null=True, on_delete='SET NULL')))
    migrator.migrate(migrator.add_column('answer', 'owner', CharField(max_length=120, default='')))
    migrator.migrate(migrator.add_column('answer', 'version_id', ForeignKeyField(ServiceVersion, field=ServiceVersion.id, null=True, on_delete='SET NULL')))
    migrator.migrate(migrator.add_column('answer', 'reminded_at', DateTimeField(null=True)))
    migrator.migrate(migrator.add_column('workshop_text', 'access', TextField(default='')))
    migrator.migrate(migrator.add_column('workshop_text', 'fee', TextField(default='')))


def down(migrator, db):
    migrator.migrate(migrator.drop_index('answer', 'answer_version_id'))
    migrator.migrate(migrator.drop_index('proposal', 'proposal_merged_into_id'))
    migrator.migrate(migrator.drop_index('proposal', 'proposal_entered_by_id'))
    migrator.migrate(migrator.drop_index('proposal', 'proposal_cluster_id'))
    migrator.migrate(migrator.drop_column('workshop_text', 'fee'))
    migrator.migrate(migrator.drop_column('workshop_text', 'access'))
    migrator.migrate(migrator.drop_column('answer', 'reminded_at'))
    migrator.migrate(migrator.drop_column('answer', 'version_id'))
    migrator.migrate(migrator.drop_column('answer', 'owner'))
    migrator.migrate(migrator.drop_column('proposal', 'merged_into_id'))
    migrator.migrate(migrator.drop_column('proposal', 'pinned'))
    migrator.migrate(migrator.drop_column('proposal', 'cluster_id'))
    migrator.migrate(migrator.drop_column('proposal', 'entered_by_id'))
    migrator.migrate(migrator.drop_column('proposal', 'way'))
    migrator.migrate(migrator.drop_column('proposal', 'relation'))
    migrator.migrate(migrator.drop_column('participant', 'consented_at'))
    migrator.migrate(migrator.drop_column('participant', 'helped'))
    migrator.migrate(migrator.drop_column('participant', 'way'))
    migrator.migrate(migrator.drop_column('workshop', 'timer_ends_at'))
    migrator.migrate(migrator.drop_column('workshop', 'deletes_on'))
    migrator.migrate(migrator.drop_column('workshop', 'on_paper'))
    migrator.migrate(migrator.drop_column('workshop', 'on_web'))
    migrator.migrate(migrator.drop_column('workshop', 'in_room'))
    migrator.migrate(migrator.drop_column('workshop', 'moves_by_date'))
    migrator.migrate(migrator.drop_column('workshop', 'entry'))
    migrator.migrate(migrator.drop_column('workshop', 'template'))
    migrator.migrate(migrator.drop_table('session_text'))
    migrator.migrate(migrator.drop_table('rewording'))
    migrator.migrate(migrator.drop_table('registration'))
    migrator.migrate(migrator.drop_table('session'))
    migrator.migrate(migrator.drop_table('reason'))
    migrator.migrate(migrator.drop_table('proposal_version'))
    migrator.migrate(migrator.drop_table('proposal_theme'))
    migrator.migrate(migrator.drop_table('poll_text'))
    migrator.migrate(migrator.drop_table('poll_option_text'))
    migrator.migrate(migrator.drop_table('poll_option'))
    migrator.migrate(migrator.drop_table('paper_entry'))
    migrator.migrate(migrator.drop_table('paper_sheet'))
    migrator.migrate(migrator.drop_table('paper_card'))
    migrator.migrate(migrator.drop_table('merger_part'))
    migrator.migrate(migrator.drop_table('merger'))
    migrator.migrate(migrator.drop_table('invitation'))
    migrator.migrate(migrator.drop_table('facilitator'))
    migrator.migrate(migrator.drop_table('elector'))
    migrator.migrate(migrator.drop_table('comment'))
    migrator.migrate(migrator.drop_table('code_name'))
    migrator.migrate(migrator.drop_table('ballot'))
    migrator.migrate(migrator.drop_table('poll'))
    migrator.migrate(migrator.drop_table('attachment'))
    migrator.migrate(migrator.drop_table('draft'))
    migrator.migrate(migrator.drop_table('cluster'))
