"""The good-practice library: what works, and where is it in use?"""

from flask import Flask


def init_app(app: Flask) -> None:
    from portal.practices import labels, telling, views
    from portal.practices.indexing import entries
    from portal.practices.models import KIND
    from portal.search import sources

    labels.init_app(app)
    app.register_blueprint(views.bp)
    sources.register(KIND, entries)
    telling.register()
