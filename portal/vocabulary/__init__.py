"""One vocabulary for all parts: areas, needs, themes, groups and the ways a
service is given. Services, practices and workshops are tagged with its terms; its
concepts join what people say with what things are called."""

from flask import Flask


def init_app(app: Flask) -> None:
    from portal.vocabulary import views

    app.register_blueprint(views.bp)
