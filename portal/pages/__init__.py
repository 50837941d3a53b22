"""Pages that draw on everything: home, the emergency page, the statements."""

from flask import Flask


def init_app(app: Flask) -> None:
    from portal.pages import views

    app.register_blueprint(views.bp)
    app.register_blueprint(views.root)
