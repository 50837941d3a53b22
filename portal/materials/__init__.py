"""The material shelf: what others have made, and whether to use it."""

from flask import Flask


def init_app(app: Flask) -> None:
    from portal.materials import labels, views
    from portal.materials.indexing import KIND, entries
    from portal.materials.queries.shelf import addresses
    from portal.search import sources
    from portal.upkeep.queries import elsewhere

    labels.init_app(app)
    app.register_blueprint(views.bp)
    sources.register(KIND, entries)
    elsewhere.register(KIND, "materials.material", addresses)
