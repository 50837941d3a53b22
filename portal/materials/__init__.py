"""The material shelf: what others have made, and whether to use it."""

from flask import Flask


def init_app(app: Flask) -> None:
    from portal.materials import views

    app.register_blueprint(views.bp)
