"""Links that are signed by us, so that whoever holds one needs no account."""

from typing import Any

from flask import current_app
from itsdangerous import BadData, URLSafeSerializer


def sign(purpose: str, *parts: object) -> str:
    return str(serializer(purpose).dumps(parts))


def read(purpose: str, token: str) -> list[Any] | None:
    """What a token of this purpose holds, or None if it is not one of ours."""
    try:
        parts: list[Any] = serializer(purpose).loads(token)
    except BadData:
        return None
    return parts


def serializer(purpose: str) -> URLSafeSerializer:
    return URLSafeSerializer(current_app.config["SECRET_KEY"], salt=purpose)
