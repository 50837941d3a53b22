"""The good-practice library: what works, and where is it in use?"""

from flask import Flask


def init_app(app: Flask) -> None:
    from portal import jobs
    from portal.practices import (
        answer_kind,
        cli,
        experience_kind,
        labels,
        labels_of_talk,
        mark_tasks,
        question_kind,
        suggestion_kind,
        telling,
        telling_of_talk,
        views,
    )
    from portal.practices.indexing import entries
    from portal.practices.models import KIND
    from portal.practices.queries.web_addresses import web_addresses
    from portal.search import sources
    from portal.upkeep.queries import elsewhere

    labels.init_app(app)
    app.register_blueprint(views.bp)
    sources.register(KIND, entries)
    elsewhere.register(KIND, "practices.practice", web_addresses)
    telling.register()
    telling_of_talk.register()
    mark_tasks.register()
    for kind in (question_kind, answer_kind, suggestion_kind, experience_kind):
        kind.register()
    labels_of_talk.init_app(app)
    app.cli.add_command(cli.practices)
    jobs.daily("practices remind", "practices forget")
