"""Running a workshop: the desk, paper cards, what is taken along."""

from flask import Flask


def init_app(app: Flask) -> None:
    from portal.facilitation.views import bp

    app.register_blueprint(bp)
