"""Reports, pilots, cost studies, groups, threads and indicators."""

from peewee import *

def up(migrator, db):
    class Organisation(Model):
        class Meta:
            database = db
            table_name = 'organisation'

    class Practice(Model):
        class Meta:
            database = db
            table_name = 'practice'

    class Service(Model):
        class Meta:
            database = db
            table_name = 'service'

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

    class CostStudy(Model):
        slug = CharField(unique=True, max_length=120)
        state = CharField(max_length=10, default='draft')
        team = ForeignKeyField(Team, null=True, on_delete='SET NULL')
        reviewed_by = ForeignKeyField(User, null=True, on_delete='SET NULL')
        reviewed_on = DateField(null=True)
        published_on = DateField(null=True)
        edition = IntegerField(default=1)
        made_by = ForeignKeyField(User, null=True, on_delete='SET NULL')
        updated_at = DateTimeField()
        submission = CharField(unique=True, null=True, max_length=40)
        class Meta:
            database = db
            table_name = 'cost_study'
    db.create_tables([CostStudy])

    class CostLine(Model):
        study = ForeignKeyField(CostStudy, on_delete='CASCADE')
        position = IntegerField(default=0)
        class Meta:
            database = db
            table_name = 'cost_line'
    db.create_tables([CostLine])

    class Scenario(Model):
        study = ForeignKeyField(CostStudy, on_delete='CASCADE')
        position = IntegerField(default=0)
        class Meta:
            database = db
            table_name = 'scenario'
    db.create_tables([Scenario])

    class Assumption(Model):
        line = ForeignKeyField(CostLine, on_delete='CASCADE')
        scenario = ForeignKeyField(Scenario, on_delete='CASCADE')
        part = CharField(max_length=10)
        low = DecimalField(max_digits=14, decimal_places=3)
        likely = DecimalField(max_digits=14, decimal_places=3)
        high = DecimalField(max_digits=14, decimal_places=3)
        source = CharField(max_length=300, default='')
        source_on = DateField(null=True)
        class Meta:
            database = db
            table_name = 'assumption'
            indexes = ((('line', 'scenario', 'part'), True),)
    db.create_tables([Assumption])

    class Selection(Model):
        slug = CharField(unique=True, max_length=120)
        locked_at = DateTimeField(null=True)
        locked_by = ForeignKeyField(User, null=True, on_delete='SET NULL')
        locked_text = TextField(default='')
        digest = CharField(max_length=64, default='')
        opened_at = DateTimeField(null=True)
        decided_on = DateField(null=True)
        decided_by = CharField(max_length=200, default='')
        edition = IntegerField(default=1)
        made_by = ForeignKeyField(User, null=True, on_delete='SET NULL')
        submission = CharField(unique=True, null=True, max_length=40)
        class Meta:
            database = db
            table_name = 'selection'
    db.create_tables([Selection])

    class Pilot(Model):
        slug = CharField(unique=True, max_length=120)
        state = CharField(max_length=20, default='planned')
        public = BooleanField(default=False)
        practice = ForeignKeyField(Practice, null=True, on_delete='SET NULL')
        practice_edition = IntegerField(null=True)
        group = ForeignKeyField(Term, null=True, on_delete='SET NULL')
        organisation = ForeignKeyField(Organisation, null=True, on_delete='SET NULL')
        team = ForeignKeyField(Team, null=True, on_delete='SET NULL')
        starts_on = DateField(null=True)
        ends_on = DateField(null=True)
        entry_weeks = SmallIntegerField(default=4)
        edition = IntegerField(default=1)
        made_by = ForeignKeyField(User, null=True, on_delete='SET NULL')
        updated_at = DateTimeField()
        submission = CharField(unique=True, null=True, max_length=40)
        class Meta:
            database = db
            table_name = 'pilot'
    db.create_tables([Pilot])

    class Candidate(Model):
        selection = ForeignKeyField(Selection, on_delete='CASCADE')
        pilot = ForeignKeyField(Pilot, on_delete='CASCADE')
        choice = CharField(null=True, max_length=20)
        class Meta:
            database = db
            table_name = 'candidate'
            indexes = ((('selection', 'pilot'), True),)
    db.create_tables([Candidate])

    class CandidateText(Model):
        candidate = ForeignKeyField(Candidate, on_delete='CASCADE')
        language = CharField(max_length=2)
        reason = TextField()
        class Meta:
            database = db
            table_name = 'candidate_text'
            indexes = ((('candidate', 'language'), True),)
    db.create_tables([CandidateText])

    class Group(Model):
        slug = CharField(unique=True, max_length=120)
        organisation = ForeignKeyField(Organisation, null=True, on_delete='SET NULL')
        team = ForeignKeyField(Team, null=True, on_delete='SET NULL')
        public = BooleanField(default=False)
        mailbox = CharField(max_length=200, default='')
        closed_on = DateField(null=True)
        edition = IntegerField(default=1)
        made_by = ForeignKeyField(User, null=True, on_delete='SET NULL')
        updated_at = DateTimeField()
        submission = CharField(unique=True, null=True, max_length=40)
        class Meta:
            database = db
            table_name = 'group'
    db.create_tables([Group])

    class OpenQuestion(Model):
        slug = CharField(unique=True, max_length=120)
        group = ForeignKeyField(Group, null=True, on_delete='SET NULL')
        state = CharField(max_length=10, default='proposed')
        theme = ForeignKeyField(Term, null=True, on_delete='SET NULL')
        answer_url = CharField(max_length=500, default='')
        answered_on = DateField(null=True)
        asked_by = ForeignKeyField(User, null=True, on_delete='SET NULL')
        asked_at = DateTimeField()
        edition = IntegerField(default=1)
        submission = CharField(unique=True, max_length=40)
        class Meta:
            database = db
            table_name = 'open_question'
    db.create_tables([OpenQuestion])

    class Claim(Model):
        question = ForeignKeyField(OpenQuestion, on_delete='CASCADE')
        claimed_by = ForeignKeyField(User, null=True, on_delete='SET NULL')
        name = CharField(max_length=200)
        contact = CharField(max_length=200, default='')
        plan = TextField(default='')
        language = CharField(max_length=2)
        until = DateField()
        state = CharField(max_length=10, default='asked')
        claimed_at = DateTimeField()
        submission = CharField(unique=True, max_length=40)
        class Meta:
            database = db
            table_name = 'claim'
    db.create_tables([Claim])

    class CostLineText(Model):
        line = ForeignKeyField(CostLine, on_delete='CASCADE')
        language = CharField(max_length=2)
        group = CharField(max_length=160)
        use = CharField(max_length=160)
        class Meta:
            database = db
            table_name = 'cost_line_text'
            indexes = ((('line', 'language'), True),)
    db.create_tables([CostLineText])

    class CostStudyText(Model):
        study = ForeignKeyField(CostStudy, on_delete='CASCADE')
        language = CharField(max_length=2)
        title = CharField(max_length=200)
        summary = TextField(default='')
        limits = TextField(default='')
        class Meta:
            database = db
            table_name = 'cost_study_text'
            indexes = ((('study', 'language'), True),)
    db.create_tables([CostStudyText])

    class CostStudyVersion(Model):
        study = ForeignKeyField(CostStudy, on_delete='CASCADE')
        edition = IntegerField()
        saved_at = DateTimeField()
        saved_by = ForeignKeyField(User, null=True, on_delete='SET NULL')
        note = CharField(max_length=300, default='')
        language = CharField(max_length=2, default='')
        snapshot = TextField()
        published_on = DateField(null=True)
        class Meta:
            database = db
            table_name = 'cost_study_version'
            indexes = ((('study', 'edition'), True),)
    db.create_tables([CostStudyVersion])

    class Criterion(Model):
        selection = ForeignKeyField(Selection, on_delete='CASCADE')
        position = IntegerField(default=0)
        weight = SmallIntegerField()
        class Meta:
            database = db
            table_name = 'criterion'
    db.create_tables([Criterion])

    class CriterionText(Model):
        criterion = ForeignKeyField(Criterion, on_delete='CASCADE')
        language = CharField(max_length=2)
        words = TextField()
        class Meta:
            database = db
            table_name = 'criterion_text'
            indexes = ((('criterion', 'language'), True),)
    db.create_tables([CriterionText])

    class Digest(Model):
        year = IntegerField()
        half = IntegerField()
        counted_on = DateField()
        figures = TextField()
        class Meta:
            database = db
            table_name = 'reports_digest'
            indexes = ((('year', 'half'), True),)
    db.create_tables([Digest])

    class Thread(Model):
        slug = CharField(unique=True, max_length=120)
        kind = CharField(max_length=20)
        item_id = IntegerField()
        theme = ForeignKeyField(Term, null=True, on_delete='SET NULL')
        area = ForeignKeyField(Term, null=True, on_delete='SET NULL')
        public = BooleanField(default=False)
        edition = IntegerField(default=1)
        updated_at = DateTimeField()
        submission = CharField(unique=True, null=True, max_length=40)
        class Meta:
            database = db
            table_name = 'thread'
            indexes = ((('kind', 'item_id'), True),)
    db.create_tables([Thread])

    class Effect(Model):
        thread = ForeignKeyField(Thread, on_delete='CASCADE')
        author = ForeignKeyField(User, null=True, on_delete='SET NULL')
        voice = CharField(max_length=20)
        language = CharField(max_length=2)
        body = TextField()
        went = CharField(max_length=10)
        state = CharField(max_length=10, default='waiting')
        code = CharField(unique=True, max_length=10)
        written_at = DateTimeField()
        published_at = DateTimeField(null=True)
        submission = CharField(unique=True, max_length=40)
        counted = CharField(null=True, max_length=10)
        class Meta:
            database = db
            table_name = 'effect'
            indexes = ((('thread', 'state'), False),)
    db.create_tables([Effect])

    class Phenomenon(Model):
        slug = CharField(unique=True, max_length=120)
        progress = CharField(max_length=20, default='gathered')
        joined = ForeignKeyField('self', null=True, on_delete='SET NULL')
        team = ForeignKeyField(Team, null=True, on_delete='SET NULL')
        taken_up_on = DateField(null=True)
        due_on = DateField(null=True)
        answered_on = DateField(null=True)
        public = BooleanField(default=False)
        edition = IntegerField(default=1)
        made_by = ForeignKeyField(User, null=True, on_delete='SET NULL')
        made_at = DateTimeField()
        updated_at = DateTimeField()
        submission = CharField(unique=True, null=True, max_length=40)
        class Meta:
            database = db
            table_name = 'phenomenon'
    db.create_tables([Phenomenon])

    class Report(Model):
        number = CharField(unique=True, max_length=12)
        sort = CharField(max_length=12)
        need = ForeignKeyField(Term, null=True, on_delete='SET NULL')
        group = ForeignKeyField(Term, null=True, on_delete='SET NULL')
        area = ForeignKeyField(Term, null=True, on_delete='SET NULL')
        service = ForeignKeyField(Service, null=True, on_delete='SET NULL')
        frequency = CharField(null=True, max_length=10)
        seen = TextField()
        consequence = TextField(default='')
        tried = TextField(default='')
        suggestion = TextField(default='')
        addressee = CharField(max_length=200, default='')
        language = CharField(max_length=2)
        author = ForeignKeyField(User, null=True, on_delete='SET NULL')
        voice = CharField(max_length=20)
        state = CharField(max_length=20, default='received')
        phenomenon = ForeignKeyField(Phenomenon, null=True, on_delete='SET NULL')
        received_at = DateTimeField()
        submission = CharField(unique=True, max_length=40)
        class Meta:
            database = db
            table_name = 'report'
            indexes = ((('state', 'received_at'), False), (('phenomenon', 'state'), False))
    db.create_tables([Report])

    class Gathering(Model):
        batch = CharField(max_length=40)
        report = ForeignKeyField(Report, on_delete='CASCADE')
        source = ForeignKeyField(Phenomenon, null=True, on_delete='CASCADE')
        target = ForeignKeyField(Phenomenon, null=True, on_delete='CASCADE')
        moved_by = ForeignKeyField(User, null=True, on_delete='SET NULL')
        moved_at = DateTimeField()
        undone_at = DateTimeField(null=True)
        class Meta:
            database = db
            table_name = 'gathering'
            indexes = ((('batch',), False),)
    db.create_tables([Gathering])

    class Meeting(Model):
        group = ForeignKeyField(Group, on_delete='CASCADE')
        starts_at = DateTimeField()
        ends_at = DateTimeField()
        place = CharField(max_length=200, default='')
        url = CharField(max_length=500, default='')
        cancelled = BooleanField(default=False)
        edition = IntegerField(default=1)
        submission = CharField(unique=True, null=True, max_length=40)
        class Meta:
            database = db
            table_name = 'meeting'
    db.create_tables([Meeting])

    class GroupDecision(Model):
        group = ForeignKeyField(Group, on_delete='CASCADE')
        meeting = ForeignKeyField(Meeting, null=True, on_delete='SET NULL')
        due_on = DateField(null=True)
        decided_on = DateField()
        state = CharField(max_length=10, default='open')
        settled_on = DateField(null=True)
        edition = IntegerField(default=1)
        submission = CharField(unique=True, null=True, max_length=40)
        class Meta:
            database = db
            table_name = 'group_decision'
    db.create_tables([GroupDecision])

    class GroupDecisionText(Model):
        decision = ForeignKeyField(GroupDecision, on_delete='CASCADE')
        language = CharField(max_length=2)
        what = TextField()
        who = CharField(max_length=160, default='')
        reason = TextField(default='')
        class Meta:
            database = db
            table_name = 'group_decision_text'
            indexes = ((('decision', 'language'), True),)
    db.create_tables([GroupDecisionText])

    class GroupText(Model):
        group = ForeignKeyField(Group, on_delete='CASCADE')
        language = CharField(max_length=2)
        name = CharField(max_length=200)
        purpose = TextField(default='')
        joining = TextField(default='')
        class Meta:
            database = db
            table_name = 'group_text'
            indexes = ((('group', 'language'), True),)
    db.create_tables([GroupText])

    class IndicatorSnapshot(Model):
        code = CharField(max_length=40)
        formula = SmallIntegerField(default=1)
        taken_on = DateField()
        area = CharField(max_length=20, default='')
        value = DecimalField(null=True, max_digits=14, decimal_places=4)
        n = IntegerField(null=True)
        part = CharField(max_length=40, default='')
        taken_at = DateTimeField()
        class Meta:
            database = db
            table_name = 'indicator_snapshot'
            indexes = ((('code', 'taken_on', 'formula', 'area', 'part'), True),)
    db.create_tables([IndicatorSnapshot])

    class Measure(Model):
        pilot = ForeignKeyField(Pilot, on_delete='CASCADE')
        position = IntegerField(default=0)
        unit = CharField(max_length=10)
        aim = CharField(max_length=10)
        baseline = DecimalField(null=True, max_digits=12, decimal_places=3)
        baseline_n = IntegerField(null=True)
        target = DecimalField(null=True, max_digits=12, decimal_places=3)
        class Meta:
            database = db
            table_name = 'measure'
    db.create_tables([Measure])

    class MeasureText(Model):
        measure = ForeignKeyField(Measure, on_delete='CASCADE')
        language = CharField(max_length=2)
        name = CharField(max_length=200)
        explained = TextField(default='')
        class Meta:
            database = db
            table_name = 'measure_text'
            indexes = ((('measure', 'language'), True),)
    db.create_tables([MeasureText])

    class MeetingText(Model):
        meeting = ForeignKeyField(Meeting, on_delete='CASCADE')
        language = CharField(max_length=2)
        agenda = TextField(default='')
        notes = TextField(default='')
        class Meta:
            database = db
            table_name = 'meeting_text'
            indexes = ((('meeting', 'language'), True),)
    db.create_tables([MeetingText])

    class Membership(Model):
        group = ForeignKeyField(Group, on_delete='CASCADE')
        organisation = ForeignKeyField(Organisation, null=True, on_delete='SET NULL')
        other = CharField(max_length=160, default='')
        position = IntegerField(default=0)
        class Meta:
            database = db
            table_name = 'membership'
    db.create_tables([Membership])

    class MembershipText(Model):
        membership = ForeignKeyField(Membership, on_delete='CASCADE')
        language = CharField(max_length=2)
        role = CharField(max_length=160)
        class Meta:
            database = db
            table_name = 'membership_text'
            indexes = ((('membership', 'language'), True),)
    db.create_tables([MembershipText])

    class OpenQuestionText(Model):
        question = ForeignKeyField(OpenQuestion, on_delete='CASCADE')
        language = CharField(max_length=2)
        words = TextField()
        why = TextField(default='')
        answer = TextField(default='')
        class Meta:
            database = db
            table_name = 'open_question_text'
            indexes = ((('question', 'language'), True),)
    db.create_tables([OpenQuestionText])

    class PhenomenonCount(Model):
        phenomenon = ForeignKeyField(Phenomenon, unique=True, on_delete='CASCADE')
        counted_on = DateField()
        figures = TextField()
        reports = TextField()
        class Meta:
            database = db
            table_name = 'phenomenon_count'
    db.create_tables([PhenomenonCount])

    class PhenomenonStep(Model):
        phenomenon = ForeignKeyField(Phenomenon, on_delete='CASCADE')
        progress = CharField(max_length=20)
        on = DateField()
        set_by = ForeignKeyField(User, null=True, on_delete='SET NULL')
        note = CharField(max_length=300, default='')
        language = CharField(max_length=2, default='')
        class Meta:
            database = db
            table_name = 'phenomenon_step'
    db.create_tables([PhenomenonStep])

    class PhenomenonText(Model):
        phenomenon = ForeignKeyField(Phenomenon, on_delete='CASCADE')
        language = CharField(max_length=2)
        title = CharField(max_length=200)
        summary = TextField(default='')
        answer = TextField(default='')
        action = TextField(default='')
        effect = TextField(default='')
        class Meta:
            database = db
            table_name = 'phenomenon_text'
            indexes = ((('phenomenon', 'language'), True),)
    db.create_tables([PhenomenonText])

    class PhenomenonVersion(Model):
        phenomenon = ForeignKeyField(Phenomenon, on_delete='CASCADE')
        edition = IntegerField()
        saved_at = DateTimeField()
        saved_by = ForeignKeyField(User, null=True, on_delete='SET NULL')
        note = CharField(max_length=300, default='')
        language = CharField(max_length=2, default='')
        snapshot = TextField()
        class Meta:
            database = db
            table_name = 'phenomenon_version'
            indexes = ((('phenomenon', 'edition'), True),)
    db.create_tables([PhenomenonVersion])

    class PilotStep(Model):
        pilot = ForeignKeyField(Pilot, on_delete='CASCADE')
        state = CharField(max_length=20)
        on = DateField()
        set_by = ForeignKeyField(User, null=True, on_delete='SET NULL')
        note = CharField(max_length=300, default='')
        language = CharField(max_length=2, default='')
        class Meta:
            database = db
            table_name = 'pilot_step'
    db.create_tables([PilotStep])

    class PilotText(Model):
        pilot = ForeignKeyField(Pilot, on_delete='CASCADE')
        language = CharField(max_length=2)
        name = CharField(max_length=200)
        summary = TextField(default='')
        hypothesis = TextField(default='')
        cost = TextField(default='')
        people = TextField(default='')
        workers = TextField(default='')
        harms = TextField(default='')
        lessons = TextField(default='')
        source = CharField(max_length=2, default='')
        source_at = DateTimeField(null=True)
        updated_at = DateTimeField()
        class Meta:
            database = db
            table_name = 'pilot_text'
            indexes = ((('pilot', 'language'), True),)
    db.create_tables([PilotText])

    class PilotVersion(Model):
        pilot = ForeignKeyField(Pilot, on_delete='CASCADE')
        edition = IntegerField()
        saved_at = DateTimeField()
        saved_by = ForeignKeyField(User, null=True, on_delete='SET NULL')
        note = CharField(max_length=300, default='')
        language = CharField(max_length=2, default='')
        snapshot = TextField()
        class Meta:
            database = db
            table_name = 'pilot_version'
            indexes = ((('pilot', 'edition'), True),)
    db.create_tables([PilotVersion])

    class ReportDraft(Model):
        author = ForeignKeyField(User, unique=True, on_delete='CASCADE')
        values = TextField()
        saved_at = DateTimeField()
        class Meta:
            database = db
            table_name = 'report_draft'
    db.create_tables([ReportDraft])

    class ScenarioText(Model):
        scenario = ForeignKeyField(Scenario, on_delete='CASCADE')
        language = CharField(max_length=2)
        name = CharField(max_length=120)
        class Meta:
            database = db
            table_name = 'scenario_text'
            indexes = ((('scenario', 'language'), True),)
    db.create_tables([ScenarioText])

    class Score(Model):
        criterion = ForeignKeyField(Criterion, on_delete='CASCADE')
        candidate = ForeignKeyField(Candidate, on_delete='CASCADE')
        points = SmallIntegerField()
        source = TextField(default='')
        language = CharField(max_length=2)
        class Meta:
            database = db
            table_name = 'score'
            indexes = ((('criterion', 'candidate'), True),)
    db.create_tables([Score])

    class SelectionText(Model):
        selection = ForeignKeyField(Selection, on_delete='CASCADE')
        language = CharField(max_length=2)
        title = CharField(max_length=200)
        decision = TextField(default='')
        dissent = TextField(default='')
        class Meta:
            database = db
            table_name = 'selection_text'
            indexes = ((('selection', 'language'), True),)
    db.create_tables([SelectionText])

    class SelectionVersion(Model):
        selection = ForeignKeyField(Selection, on_delete='CASCADE')
        edition = IntegerField()
        corrected_at = DateTimeField()
        corrected_by = ForeignKeyField(User, null=True, on_delete='SET NULL')
        note = CharField(max_length=300)
        language = CharField(max_length=2)
        snapshot = TextField()
        class Meta:
            database = db
            table_name = 'selection_version'
            indexes = ((('selection', 'edition'), True),)
    db.create_tables([SelectionVersion])

    class Site(Model):
        pilot = ForeignKeyField(Pilot, on_delete='CASCADE')
        area = ForeignKeyField(Term, on_delete='CASCADE')
        name = CharField(max_length=160, default='')
        variant = CharField(max_length=120, default='')
        link_edition = IntegerField(default=1)
        email = CharField(max_length=200, default='')
        reminded_at = DateTimeField(null=True)
        position = IntegerField(default=0)
        class Meta:
            database = db
            table_name = 'site'
    db.create_tables([Site])

    class SiteEntry(Model):
        site = ForeignKeyField(Site, on_delete='CASCADE')
        measure = ForeignKeyField(Measure, on_delete='CASCADE')
        period_starts = DateField()
        n = IntegerField()
        total = DecimalField(max_digits=14, decimal_places=3)
        edition = IntegerField(default=1)
        told_at = DateTimeField()
        class Meta:
            database = db
            table_name = 'site_entry'
            indexes = ((('site', 'measure', 'period_starts'), True),)
    db.create_tables([SiteEntry])

    class TakeUp(Model):
        pilot = ForeignKeyField(Pilot, on_delete='CASCADE')
        area = ForeignKeyField(Term, on_delete='CASCADE')
        state = CharField(max_length=20)
        practice_edition = IntegerField(null=True)
        since = DateField(null=True)
        class Meta:
            database = db
            table_name = 'take_up'
            indexes = ((('pilot', 'area'), True),)
    db.create_tables([TakeUp])

    class TakeUpText(Model):
        take_up = ForeignKeyField(TakeUp, on_delete='CASCADE')
        language = CharField(max_length=2)
        reason = TextField()
        class Meta:
            database = db
            table_name = 'take_up_text'
            indexes = ((('take_up', 'language'), True),)
    db.create_tables([TakeUpText])

    class ThreadLink(Model):
        kind = CharField(max_length=20)
        item_id = IntegerField()
        outcome = CharField(max_length=12)
        other_kind = CharField(max_length=20)
        other_id = IntegerField()
        on = DateField(null=True)
        note = CharField(max_length=300, default='')
        language = CharField(max_length=2, default='')
        made_by = ForeignKeyField(User, null=True, on_delete='SET NULL')
        made_at = DateTimeField()
        class Meta:
            database = db
            table_name = 'thread_link'
            indexes = ((('kind', 'item_id', 'other_kind', 'other_id'), True), (('other_kind', 'other_id'), False))
    db.create_tables([ThreadLink])

    class ThreadText(Model):
        thread = ForeignKeyField(Thread, on_delete='CASCADE')
        language = CharField(max_length=2)
        title = CharField(max_length=200)
        summary = TextField(default='')
        said = TextField(default='')
        did = TextField(default='')
        went = TextField(default='')
        next = TextField(default='')
        next_when = CharField(max_length=60, default='')
        class Meta:
            database = db
            table_name = 'thread_text'
            indexes = ((('thread', 'language'), True),)
    db.create_tables([ThreadText])

    migrator.migrate(migrator.add_index('service_version', ('saved_at',)))
    migrator.migrate(migrator.add_index('practice_version', ('saved_at',)))


def down(migrator, db):
    migrator.migrate(migrator.drop_index('practice_version', 'practice_version_saved_at'))
    migrator.migrate(migrator.drop_index('service_version', 'service_version_saved_at'))
    migrator.migrate(migrator.drop_table('thread_text'))
    migrator.migrate(migrator.drop_table('thread_link'))
    migrator.migrate(migrator.drop_table('take_up_text'))
    migrator.migrate(migrator.drop_table('take_up'))
    migrator.migrate(migrator.drop_table('site_entry'))
    migrator.migrate(migrator.drop_table('site'))
    migrator.migrate(migrator.drop_table('selection_version'))
    migrator.migrate(migrator.drop_table('selection_text'))
    migrator.migrate(migrator.drop_table('score'))
    migrator.migrate(migrator.drop_table('scenario_text'))
    migrator.migrate(migrator.drop_table('report_draft'))
    migrator.migrate(migrator.drop_table('pilot_version'))
    migrator.migrate(migrator.drop_table('pilot_text'))
    migrator.migrate(migrator.drop_table('pilot_step'))
    migrator.migrate(migrator.drop_table('phenomenon_version'))
    migrator.migrate(migrator.drop_table('phenomenon_text'))
    migrator.migrate(migrator.drop_table('phenomenon_step'))
    migrator.migrate(migrator.drop_table('phenomenon_count'))
    migrator.migrate(migrator.drop_table('open_question_text'))
    migrator.migrate(migrator.drop_table('membership_text'))
    migrator.migrate(migrator.drop_table('membership'))
    migrator.migrate(migrator.drop_table('meeting_text'))
    migrator.migrate(migrator.drop_table('measure_text'))
    migrator.migrate(migrator.drop_table('measure'))
    migrator.migrate(migrator.drop_table('indicator_snapshot'))
    migrator.migrate(migrator.drop_table('group_text'))
    migrator.migrate(migrator.drop_table('group_decision_text'))
    migrator.migrate(migrator.drop_table('group_decision'))
    migrator.migrate(migrator.drop_table('meeting'))
    migrator.migrate(migrator.drop_table('gathering'))
    migrator.migrate(migrator.drop_table('report'))
    migrator.migrate(migrator.drop_table('phenomenon'))
    migrator.migrate(migrator.drop_table('effect'))
    migrator.migrate(migrator.drop_table('thread'))
    migrator.migrate(migrator.drop_table('reports_digest'))
    migrator.migrate(migrator.drop_table('criterion_text'))
    migrator.migrate(migrator.drop_table('criterion'))
    migrator.migrate(migrator.drop_table('cost_study_version'))
    migrator.migrate(migrator.drop_table('cost_study_text'))
    migrator.migrate(migrator.drop_table('cost_line_text'))
    migrator.migrate(migrator.drop_table('claim'))
    migrator.migrate(migrator.drop_table('open_question'))
    migrator.migrate(migrator.drop_table('group'))
    migrator.migrate(migrator.drop_table('candidate_text'))
    migrator.migrate(migrator.drop_table('candidate'))
    migrator.migrate(migrator.drop_table('pilot'))
    migrator.migrate(migrator.drop_table('selection'))
    migrator.migrate(migrator.drop_table('assumption'))
    migrator.migrate(migrator.drop_table('scenario'))
    migrator.migrate(migrator.drop_table('cost_line'))
    migrator.migrate(migrator.drop_table('cost_study'))
