"""Icons: drawn like a piece of thread on a 24 grid, always beside words."""

from flask import Flask
from markupsafe import Markup

OPENING = '<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">'
SHAPES = {
    "alert": '<path d="M12 3 2 20.5h20ZM12 10v5M12 17.7v.1"/>',
    "arrow": '<path d="M4 12h15m-6-6 6 6-6 6"/>',
    "back": '<path d="M20 12H5m6-6-6 6 6 6"/>',
    "bell": '<path d="M6 17V10a6 6 0 0 1 12 0v7l1.5 2h-15ZM10 21.5h4"/>',
    "book": (
        '<path d="M12 6c-2-1.5-5-2-9-2v14c4 0 7 .5 9 2 2-1.5 5-2 9-2V4c-4 0-7 '
        '.5-9 2Zm0 0v14"/>'
    ),
    "bus": (
        '<path d="M4 5h16v12H4ZM4 12h16M9 5v7M15 5v7"/><circle cx="8" cy="18.5" '
        'r="1.8"/><circle cx="16" cy="18.5" r="1.8"/>'
    ),
    "calendar": '<path d="M4 6h16v15H4ZM4 10.5h16M8 3v5M16 3v5"/>',
    "chat": '<path d="M4 5h16v11h-9l-5 4v-4H4Z"/><path d="M8 9.5h8M8 12.5h5"/>',
    "check": '<path d="m4.5 12.5 5 5 10-11"/>',
    "child": (
        '<circle cx="12" cy="6.5" r="3"/><path d="M6 21v-4a6 6 0 0 1 12 0v4M9 '
        '3.5 8 2M15 3.5 16 2"/>'
    ),
    "clock": '<circle cx="12" cy="12" r="9"/><path d="M12 7v5.5l3.5 2"/>',
    "door": '<path d="M3 21h18M6 21V3h9v18"/><path d="M15 6l4 2v13M11.5 12v1"/>',
    "easy": '<path d="M4 6h16M4 11h11M4 16h7"/><path d="m14 17 2.5 2.5L21 14"/>',
    "exit": '<path d="M10 4H4v16h6M9 12h12m-5-5 5 5-5 5"/>',
    "filter": '<path d="M4 7h16M7 12h10M10 17h4"/>',
    "flag": '<path d="M5 21V4h13l-3 4.5 3 4.5H5"/>',
    "glass": ('<path d="M6 3h12l-1.5 9a4.5 4.5 0 0 1-9 0ZM12 16.5V21M8 21h8M7 8h10"/>'),
    "globe": (
        '<circle cx="12" cy="12" r="9"/><path d="M3 12h18M12 3c-5 5.5-5 12.5 0 '
        '18M12 3c5 5.5 5 12.5 0 18"/>'
    ),
    "hide": '<path d="M3 12s3.5-6 9-6 9 6 9 6-3.5 6-9 6-9-6-9-6ZM4 20 20 4"/>',
    "home": '<path d="m3 11 9-8 9 8"/><path d="M5.5 9v12h13V9M10 21v-6h4v6"/>',
    "info": '<circle cx="12" cy="12" r="9"/><path d="M12 11v5.5M12 7.5v.2"/>',
    "key": '<circle cx="8" cy="15" r="4.5"/><path d="m11.3 11.7 8-8M16 7l3 3"/>',
    "lamp": '<path d="M9 18h6M10 21h4M8.5 15a6.5 6.5 0 1 1 7 0v3h-7Z"/>',
    "link": (
        '<path d="M10 14a4 4 0 0 0 6 0l3-3a4.2 4.2 0 0 0-6-6l-1.5 1.5M14 10a4 4 '
        '0 0 0-6 0l-3 3a4.2 4.2 0 0 0 6 6l1.5-1.5"/>'
    ),
    "mail": '<path d="M3 5h18v14H3Z"/><path d="m3 6 9 7 9-7"/>',
    "money": (
        '<path d="M3 7h18v11H3Z"/><circle cx="12" cy="12.5" r="2.8"/><path d="M6 '
        '10v5M18 10v5"/>'
    ),
    "pen": '<path d="M4 20l1-5L16 4l4 4L9 19ZM13.5 6.5l4 4"/>',
    "people": (
        '<circle cx="8.5" cy="8" r="3"/><circle cx="16.5" cy="9.5" r="2.3"/>'
        '<path d="M3 20v-2.5a5.5 5.5 0 0 1 11 0V20M16 14.5a4.5 4.5 0 0 1 5 '
        '4.5v1"/>'
    ),
    "person": ('<circle cx="12" cy="8" r="3.5"/><path d="M5 21v-2a7 7 0 0 1 14 0v2"/>'),
    "phone": (
        '<path d="M6 3h3l2 5-2.5 1.7a12 12 0 0 0 5.8 5.8L16 13l5 2v3.2A2.8 2.8 0 '
        '0 1 18.2 21 15.2 15.2 0 0 1 3 5.8 2.8 2.8 0 0 1 6 3Z"/>'
    ),
    "pin": (
        '<path d="M12 21s-7-6.2-7-11.5a7 7 0 0 1 14 0C19 14.8 12 21 12 21Z"/>'
        '<circle cx="12" cy="9.5" r="2.5"/>'
    ),
    "plus": '<path d="M12 5v14M5 12h14"/>',
    "print": '<path d="M7 9V3h10v6M7 17H4V9h16v8h-3"/><path d="M7 14h10v7H7Z"/>',
    "question": (
        '<circle cx="12" cy="12" r="9"/><path d="M9.5 9.5a2.5 2.5 0 1 1 3.5 '
        '2.3c-.7.3-1 .9-1 1.7M12 16.7v.1"/>'
    ),
    "scale": '<path d="M12 3v18M7 21h10M5 7h14M5 7l-3 7h6ZM19 7l-3 7h6Z"/>',
    "screen": '<path d="M3 4h18v12H3ZM12 16v5M8 21h8"/>',
    "search": '<circle cx="10.5" cy="10.5" r="6.5"/><path d="m15.5 15.5 5 5"/>',
    "shield": (
        '<path d="M12 3 5 5.5v6c0 4.5 3 7.8 7 9.5 4-1.7 7-5 7-9.5v-6Z"/><path '
        'd="m9 12 2.2 2.2L15.2 10"/>'
    ),
    "talk": ('<path d="M3 4h12v8H9l-3 3v-3H3Z"/><path d="M18 9h3v8h-2v3l-3-3h-5"/>'),
    "thread": (
        '<path d="M3 18c5 0 4-12 9-12 4 0 5 6 1 6s-3-7 8-7"/><circle cx="3" '
        'cy="18" r="1"/>'
    ),
    "undo": '<path d="M8 5 4 9l4 4"/><path d="M4 9h10a5.5 5.5 0 0 1 0 11h-3"/>',
    "up": '<path d="M12 20V5m-6 6 6-6 6 6"/>',
    "work": '<path d="M3 8h18v12H3ZM9 8V4h6v4M3 13h18"/>',
    "x": '<path d="m6 6 12 12M18 6 6 18"/>',
}
ICONS = {
    name: Markup(f"{OPENING}{shape}</svg>")  # noqa: S704  our own drawings
    for name, shape in SHAPES.items()
}


def icon(name: str) -> Markup:
    return ICONS[name]


def init_app(app: Flask) -> None:
    app.jinja_env.globals["icon"] = icon
