"""Proposals: what should change, who supports it, and what was answered."""

from flask import Flask


def init_app(app: Flask) -> None:
    from portal import jobs
    from portal.proposals import cli, comment_kind, kind, labels, telling
    from portal.proposals.indexing import entries, index_board
    from portal.proposals.models import KIND
    from portal.proposals.views import bp
    from portal.search import sources
    from portal.workshops.actions.workshops import ON_OTHER_ENTRY

    kind.register()
    comment_kind.register()
    labels.init_app(app)
    telling.register()
    app.cli.add_command(cli.proposals)
    jobs.daily("proposals remind")
    app.register_blueprint(bp)
    sources.register(KIND, entries)
    if index_board not in ON_OTHER_ENTRY:
        ON_OTHER_ENTRY.append(index_board)
