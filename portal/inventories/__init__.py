"""Inventories: the same questions to every municipality, side by side."""

from flask import Flask


def init_app(app: Flask) -> None:
    from portal.inventories import views

    app.register_blueprint(views.bp)
