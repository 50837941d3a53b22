"""A grid as JSON, and back."""

import json
from dataclasses import asdict
from typing import Any

from portal.inventories.grids import Area, Cell, Grid, Question, Wording


def dumped(grid: Grid) -> str:
    """Words that are held are not kept, nor answers to earlier questions."""
    cells = [
        [*key, {**cell._asdict(), "words": "" if cell.held else cell.words}]
        for key, cell in sorted(grid.cells.items())
        if not cell.earlier
    ]
    content = {
        "edition": grid.edition,
        "questions": [asdict(question) for question in grid.questions],
        "areas": [asdict(area) for area in grid.areas],
        "cells": cells,
    }
    return json.dumps(content, ensure_ascii=False, sort_keys=False)


def loaded(content: str) -> Grid:
    kept = json.loads(content)
    return Grid(
        kept["edition"],
        [question(one) for one in kept["questions"]],
        [Area(**one) for one in kept["areas"]],
        {(code, area): Cell(**cell) for code, area, cell in kept["cells"]},
    )


def question(kept: dict[str, Any]) -> Question:
    texts = {code: Wording(**text) for code, text in kept["texts"].items()}
    return Question(**{**kept, "texts": texts})
