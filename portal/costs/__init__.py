"""Cost studies: what something costs, from assumptions that are all named."""

from flask import Flask


def init_app(app: Flask) -> None:
    from portal.costs import amounts, labels, views
    from portal.costs.indexing import KIND, entries
    from portal.search import sources

    amounts.init_app(app)
    labels.init_app(app)
    app.register_blueprint(views.bp)
    sources.register(KIND, entries)
