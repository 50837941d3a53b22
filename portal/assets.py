"""Front-end files: built ones under fingerprinted names where there are any,
else the plain sources, so that the portal runs where nothing could be built."""

import json
from pathlib import Path
from typing import Any
from wsgiref.headers import Headers

from flask import Flask, url_for
from whitenoise import WhiteNoise

FINGERPRINTED = r"^.+\.[0-9a-f]{8}\.[a-z0-9]+$"


class Assets:
    def __init__(self, folder: Path) -> None:
        manifest = folder / "vendor" / "manifest.json"
        found: dict[str, Any] = (
            json.loads(manifest.read_text()) if manifest.exists() else {}
        )
        self.integrity: dict[str, str] = found.pop("integrity", {})
        self.built: dict[str, str] = found

    def __contains__(self, name: str) -> bool:
        return name in self.built

    def url(self, name: str) -> str:
        """The address of a built file, or of the source that stands in for it."""
        if name in self.built:
            return url_for("static", filename=f"vendor/{self.built[name]}")
        return url_for("static", filename=f"css/{name}")


def guess_nothing(headers: Headers, _path: str, _url: str) -> None:
    headers["X-Content-Type-Options"] = "nosniff"


def init_app(app: Flask) -> None:
    folder = Path(app.static_folder or "static")
    app.jinja_env.globals["assets"] = Assets(folder)
    app.wsgi_app = WhiteNoise(  # type: ignore[method-assign]
        app.wsgi_app,
        root=folder,
        prefix="static/",
        immutable_file_test=FINGERPRINTED,
        max_age=3600,
        add_headers_function=guess_nothing,
    )
