"""Agreement: what is common to services of one type, and what differs where."""

from flask import Flask


def init_app(app: Flask) -> None:
    from portal.agreement import labels, views
    from portal.agreement.indexing import KIND, entries
    from portal.search import sources

    labels.init_app(app)
    app.register_blueprint(views.bp)
    sources.register(KIND, entries)
