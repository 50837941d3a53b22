"""Proposals: what should change, who supports it, and what was answered."""

from flask import Flask


def init_app(app: Flask) -> None:
    from portal.proposals import comment_kind, kind, labels
    from portal.proposals.indexing import entries
    from portal.proposals.models import KIND
    from portal.proposals.views import bp
    from portal.search import sources

    kind.register()
    comment_kind.register()
    labels.init_app(app)
    app.register_blueprint(bp)
    sources.register(KIND, entries)
