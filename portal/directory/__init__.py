"""The service directory: where do I turn?"""

from flask import Flask


def init_app(app: Flask) -> None:
    from portal.accounts import organisations
    from portal.directory import cli, labels, views
    from portal.directory.actions.indexing import entries
    from portal.directory.hours import labels as hours_labels
    from portal.directory.hours.sentences import open_words
    from portal.directory.models import KIND
    from portal.directory.queries.names import organisation_with
    from portal.search import sources

    labels.init_app(app)
    hours_labels.init_app(app)
    app.jinja_env.globals["open_words"] = open_words
    app.cli.add_command(cli.directory)
    app.register_blueprint(views.bp)
    sources.register(KIND, entries)
    organisations.register(organisation_with)
