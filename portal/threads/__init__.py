"""Threads: how a sentence became a changed service, and what changed at all."""

from flask import Flask


def init_app(app: Flask) -> None:
    from portal.search import changes, sources
    from portal.threads import (
        effect_kind,
        labels,
        labels_of_changes,
        labels_of_effects,
        telling,
        views,
    )
    from portal.threads.actions.standing import start_changed
    from portal.threads.indexing import KIND, entries

    labels.init_app(app)
    labels_of_changes.init_app(app)
    labels_of_effects.init_app(app)
    telling.register()
    effect_kind.register()
    app.register_blueprint(views.bp)
    sources.register(KIND, entries)
    changes.register(KIND, start_changed)
