"""Cost studies: what something costs, from assumptions that are all named."""

from flask import Flask


def init_app(app: Flask) -> None:
    from portal.costs import views

    app.register_blueprint(views.bp)
