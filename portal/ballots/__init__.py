"""Polls: secret ballots, how they are cast, closed, counted and shown."""

from flask import Flask


def init_app(app: Flask) -> None:
    from portal import jobs
    from portal.ballots import cli, kind, labels, telling
    from portal.ballots.queries.results import outcomes
    from portal.ballots.views import bp

    kind.register()
    telling.register()
    labels.init_app(app)
    app.jinja_env.globals["outcomes_of_votes"] = outcomes
    app.cli.add_command(cli.ballots)
    jobs.every_minute("ballots close")
    jobs.daily("ballots tell")
    app.register_blueprint(bp)
