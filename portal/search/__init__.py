"""Search: finds things by the words in them, in every language at once. A feature
indexes its things here; search knows their titles and addresses."""

from flask import Flask


def init_app(app: Flask) -> None:
    from portal.search import analysis, cli, marks, upkeep
    from portal.vocabulary.changes import on_concepts_changed

    analysis.choose(app.config["SEARCH_ANALYSER"])
    on_concepts_changed(upkeep.follow)
    app.jinja_env.filters["marked"] = marks.marked
    app.cli.add_command(cli.search)
