"""Notices: what happened that concerns somebody, and the mail that tells of it."""

from flask import Flask


def init_app(app: Flask) -> None:
    from portal import jobs
    from portal.notices import bell, cli, labels, telling
    from portal.notices.views import bp

    bell.init_app(app)
    labels.init_app(app)
    telling.register_events()
    jobs.every_minute("notices send")
    jobs.daily("notices forget")
    app.register_blueprint(bp)
    app.cli.add_command(cli.notices)
