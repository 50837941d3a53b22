"""Search at two sizes side by side, and what it should come to."""

from collections.abc import Iterator

from tests.bench.search import Measured

GROWTH = 4
"""Of search, for ten times the services."""
MOST_STATEMENTS = 4
MOST_MEMORY = 200
SEARCH_MS = {"PooledSqliteDatabase": 60}
SEARCH_MS_ELSEWHERE = 120
FACETS_MS = 40


def lines(small: Measured, large: Measured) -> Iterator[str]:
    most_ms = SEARCH_MS.get(large.engine, SEARCH_MS_ELSEWHERE)
    questions = len(large.new.seconds)
    yield f"{small.engine}, search at two sizes, {questions} questions"
    yield row("services", f"{small.services}", f"{large.services}", "growth", "target")
    both = (small, large)
    yield times("first answer, cold", *(one.cold for one in both))
    yield times("words new, p50", *(one.new.p50 for one in both))
    yield times("words new, p95", *(one.new.p95 for one in both))
    yield times("search, p50", *(one.search.p50 for one in both))
    yield times(
        "search, p95",
        *(one.search.p95 for one in both),
        f"{most_ms} ms at 100000",
    )
    for kind in large.kinds:
        name = kind.replace("_", " ")
        yield times(f"  {name}, p50", *(one.known[kind].p50 for one in both))
        yield times(f"  {name}, p95", *(one.known[kind].p95 for one in both))
    yield times("facets alone, p50", *(one.facets.p50 for one in both))
    yield times(
        "facets alone, p95",
        *(one.facets.p95 for one in both),
        f"{FACETS_MS} ms at 100000",
    )
    yield times("bare page of the list", *(one.bare_page for one in both))
    yield ratios(
        "search p95 / bare page",
        *(one.search.p95 / one.bare_page for one in both),
        f"growth < {GROWTH} for 10 times the services",
    )
    yield ratios(
        "facets p95 / bare page", *(one.facets.p95 / one.bare_page for one in both)
    )
    for page in large.statements:
        yield row(
            f"statements, {page}",
            *(f"{one.statements[page]}" for one in both),
            "",
            f"the same, at most {MOST_STATEMENTS}" if page == "list" else "",
        )
    yield row("questions answered", *(one.found for one in both))
    yield row(
        "memory of a worker",
        *(f"{one.worker.resident:.0f} MB" for one in both),
        f"{large.worker.resident / small.worker.resident:.2f}",
        f"{MOST_MEMORY} MB at 100000",
    )
    yield row("  shared ones by share", *(f"{one.worker.own:.0f} MB" for one in both))


def times(name: str, small: float, large: float, target: str = "") -> str:
    growth = f"{large / small:.2f}"
    return row(name, f"{small * 1000:.2f} ms", f"{large * 1000:.2f} ms", growth, target)


def ratios(name: str, small: float, large: float, target: str = "") -> str:
    """Their growth leaves out how busy the machine was at either size."""
    return row(name, f"{small:.2f}", f"{large:.2f}", f"{large / small:.2f}", target)


def row(name: str, small: str, large: str, growth: str = "", target: str = "") -> str:
    return f"{name:24}{small:>12}{large:>12}{growth:>8}   {target}".rstrip()
