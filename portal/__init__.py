"""The portal: the one place where the application is put together."""

from pathlib import Path

from flask import Flask
from flask_compress import Compress
from jinja2 import StrictUndefined
from werkzeug.middleware.proxy_fix import ProxyFix

from portal.config import Config

ROOT = Path(__file__).resolve().parent.parent


def create_app(config: Config | None = None) -> Flask:
    from portal import (
        accounts,
        agreement,
        assets,
        attachments,
        ballots,
        cli,
        cookies,
        costs,
        cross_site,
        db,
        demo,
        directory,
        errors,
        exchange,
        facilitation,
        groups,
        i18n,
        icons,
        indicators,
        inventories,
        jobs,
        materials,
        moderation,
        notices,
        pages,
        permissions,
        pilots,
        practices,
        proposals,
        reports,
        search,
        text,
        threads,
        upkeep,
        vocabulary,
        web,
        workshops,
    )

    app = Flask("portal", root_path=str(ROOT))
    app.config.from_object(config or Config.from_env())
    app.config.from_mapping(
        COMPRESS_ALGORITHM=["br", "gzip"], COMPRESS_BR_LEVEL=4, COMPRESS_LEVEL=1
    )
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.policies["ext.i18n.trimmed"] = True
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    Compress(app)

    core = (
        db,
        web,
        cross_site,
        cookies,
        i18n,
        text,
        errors,
        permissions,
        assets,
        icons,
        attachments,
        jobs,
        cli,
    )
    features = (
        vocabulary,
        accounts,
        moderation,
        notices,
        search,
        directory,
        upkeep,
        practices,
        inventories,
        materials,
        workshops,
        proposals,
        ballots,
        facilitation,
        agreement,
        reports,
        pilots,
        costs,
        groups,
        threads,
        indicators,
        exchange,
        pages,
        demo,
    )
    for part in (*core, *features):
        part.init_app(app)
    if proxies := app.config["PROXIES"]:
        app.wsgi_app = ProxyFix(  # type: ignore[method-assign]
            app.wsgi_app, proxies, proxies, proxies, proxies
        )
    return app
