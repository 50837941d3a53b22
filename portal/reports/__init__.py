"""Social reporting: what people see in their work, gathered into phenomena that
somebody must answer."""

from flask import Flask


def init_app(app: Flask) -> None:
    from portal import jobs
    from portal.reports import (
        asking,
        cli,
        kind,
        labels,
        labels_of_phenomena,
        telling,
        views,
    )
    from portal.reports.indexing import KIND, entries
    from portal.search import sources

    kind.register()
    labels.init_app(app)
    labels_of_phenomena.init_app(app)
    telling.register()
    asking.register()
    sources.register(KIND, entries)
    app.cli.add_command(cli.reports)
    jobs.daily("reports count", "reports remind", "reports forget")
    app.register_blueprint(views.bp)
