"""The service directory: where do I turn?"""

from flask import Flask


def init_app(app: Flask) -> None:
    from portal.directory import labels, views

    labels.init_app(app)
    app.register_blueprint(views.bp)
