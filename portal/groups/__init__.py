"""Groups and networks that develop together, and the questions practice wants
answered."""

from flask import Flask


def init_app(app: Flask) -> None:
    from portal import jobs
    from portal.groups import cli, labels, tasks, telling, views
    from portal.groups.indexing import entries, question_entries
    from portal.groups.models import KIND, OPEN_QUESTION
    from portal.groups.queries.questions import answers
    from portal.search import sources
    from portal.upkeep.queries import elsewhere

    labels.init_app(app)
    app.register_blueprint(views.bp)
    app.cli.add_command(cli.groups)
    jobs.daily("groups lapse")
    sources.register(KIND, entries)
    sources.register(OPEN_QUESTION, question_entries)
    elsewhere.register(OPEN_QUESTION, "groups.open_question", answers)
    telling.register()
    tasks.register()
