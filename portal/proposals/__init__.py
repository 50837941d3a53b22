"""Proposals: what should change, who supports it, and what was answered."""

from flask import Flask


def init_app(app: Flask) -> None:
    from portal.proposals import kind, labels
    from portal.proposals.views import bp

    kind.register()
    labels.init_app(app)
    app.register_blueprint(bp)
