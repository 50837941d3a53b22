"""The good-practice library: what works, and where is it in use?"""

from flask import Flask


def init_app(app: Flask) -> None:
    from portal.practices import labels, views

    labels.init_app(app)
    app.register_blueprint(views.bp)
