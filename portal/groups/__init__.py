"""Groups and networks that develop together, and the questions practice wants
answered."""

from flask import Flask


def init_app(app: Flask) -> None:
    from portal.groups import views

    app.register_blueprint(views.bp)
