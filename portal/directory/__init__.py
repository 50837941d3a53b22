"""The service directory: where do I turn?"""

from functools import partial

from flask import Flask


def init_app(app: Flask) -> None:
    from portal import jobs
    from portal.accounts import organisations
    from portal.directory import cli, labels, views
    from portal.directory.actions.indexing import entries
    from portal.directory.hours import labels as hours_labels
    from portal.directory.hours.holidays import is_holiday
    from portal.directory.hours.sentences import open_words
    from portal.directory.models import KIND
    from portal.directory.models.places import Calendar
    from portal.directory.queries.names import organisation_with
    from portal.moderation import authors
    from portal.search import sources

    labels.init_app(app)
    hours_labels.init_app(app)
    app.jinja_env.globals["open_words"] = open_words
    app.cli.add_command(cli.directory)
    jobs.daily("directory forget-unmet")
    app.register_blueprint(views.bp)
    sources.register(KIND, entries)
    organisations.register(organisation_with)
    authors.register_days_off(partial(is_holiday, Calendar.FINLAND))
