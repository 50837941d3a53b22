"""A demo region: fictional content to look at, to try and to test with. The files
in `data/` are plain TOML; change them and load them into an empty database."""

from flask import Flask


def init_app(app: Flask) -> None:
    from portal.demo import cli, people

    app.cli.add_command(cli.demo)
    app.jinja_env.globals["demo_people"] = people.shown
    app.jinja_env.globals["demo_password"] = people.PASSWORD
