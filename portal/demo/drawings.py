"""Pictures of the demo region, drawn by us when they are loaded."""

from collections.abc import Callable
from io import BytesIO
from math import sin
from typing import Any

from portal.pictures import Picture, drawn_anew

SIZE = (1200, 640)
PAPER, INK, FLOOR, SEAT, WOOD = "#fbf7ee", "#2b2a33", "#efe7d6", "#8fb3b0", "#d9b382"
CRAYONS = ("#c8553d", "#e0a526", "#4f7f52", "#3c6e91", "#7d5ba6")
LINE = 6


def bus(draw: Any) -> None:
    """The service bus from above: its front is on the left."""
    wall, fine = {"outline": INK, "width": LINE}, {"outline": INK, "width": 4}
    for left in (220, 880):
        for top in (108, 508):
            draw.rounded_rectangle((left, top, left + 130, top + 24), 8, fill=INK)
    draw.rounded_rectangle((60, 130, 1140, 510), 60, fill=FLOOR, **wall)
    draw.arc((80, 160, 260, 480), 115, 245, fill=INK, width=LINE)
    draw.rounded_rectangle((150, 190, 220, 270), 16, fill=SEAT, **fine)
    draw.line((270, 133, 270, 507), fill=INK, width=4)
    # Two who talk, a table between them, and the way in.
    draw.rounded_rectangle((320, 170, 400, 270), 18, fill=SEAT, **fine)
    draw.rounded_rectangle((430, 180, 530, 260), 10, fill=WOOD, **fine)
    draw.rounded_rectangle((560, 170, 640, 270), 18, fill=SEAT, **fine)
    draw.line((400, 507, 520, 507), fill=PAPER, width=LINE + 2)
    draw.arc((280, 387, 520, 627), 270, 360, fill=INK, width=4)
    draw.line((400, 387, 400, 507), fill=INK, width=4)
    # A curtain, and behind it the corner for children.
    folds = [(750 + 14 * sin(top / 9), top) for top in range(136, 505, 3)]
    draw.line(folds, fill=CRAYONS[0], width=LINE, joint="curve")
    draw.rounded_rectangle((860, 250, 1040, 390), 24, fill=WOOD, **fine)
    for left, top in ((830, 200), (1010, 200), (830, 400), (1010, 400)):
        draw.ellipse((left, top, left + 56, top + 56), fill=SEAT, **fine)
    draw.rectangle((890, 280, 960, 360), fill=PAPER, outline=INK, width=3)
    draw.arc((902, 300, 948, 346), 20, 200, fill=CRAYONS[3], width=5)
    for place, colour in enumerate(CRAYONS):
        top = 282 + 17 * place
        draw.line((980, top, 1020, top + 6), fill=colour, width=8)


DRAWINGS: dict[str, Callable[[Any], None]] = {"bus": bus}


def drawing(name: str) -> Picture:
    from PIL import Image, ImageDraw

    sheet = Image.new("RGB", SIZE, PAPER)
    DRAWINGS[name](ImageDraw.Draw(sheet))
    file = BytesIO()
    sheet.save(file, "PNG")
    file.seek(0)
    return drawn_anew(file)
