"""Social reporting: what people see in their work, gathered into phenomena that
somebody must answer."""

from flask import Flask


def init_app(app: Flask) -> None:
    from portal.reports import views

    app.register_blueprint(views.bp)
