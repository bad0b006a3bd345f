"""What looking back costs with a long history: `make bench`. Nothing is asserted."""

import gc
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import islice
from statistics import median
from time import process_time
from typing import TYPE_CHECKING

import pytest

from app.core.demo import demo_sessions
from app.core.record import SessionRecord
from app.core.timeline import unfold
from app.demo import MOMENT
from app.storage.bundle import routines_folder
from app.storage.library import read_library

if TYPE_CHECKING:
    from kivy.graphics import Fbo

    from app.ui.widgets.heatmap import HeatmapPlot
    from tests.ui.visit import Visit

OPENINGS = 15
REDRAWS = 200
SESSIONS = 20_000
A_DAY = 3
TARGET_MS, REDRAW_TARGET_MS = 100, 6
SIZES = {"phone": (400, 800), "wide": (1280, 800)}

OpenVisit = Callable[..., "Visit"]


@pytest.fixture
def visit() -> Iterator[OpenVisit]:
    """Opens houses with the sessions given, on Today, in a window without a display."""
    from app.ui.config import configure

    configure(SIZES["phone"])
    from tests.ui.visit import Visit

    visits: list[Visit] = []

    def open_visit(sessions: tuple[SessionRecord, ...], size: tuple[int, int]) -> Visit:
        while visits:
            visits.pop().leave()
        gc.collect()
        visits.append(Visit(sessions=sessions, size=size))
        return visits[-1]

    yield open_visit
    visits.pop().leave()


def bench_opening_progress(visit: OpenVisit) -> None:
    """CPU milliseconds of all threads, for the machine may have other things to do."""
    histories = {"0": (), f"{SESSIONS:,}": _long_history()}
    for name, size in SIZES.items():
        costs = {count: _opening_ms(visit(sessions, size)) for count, sessions in histories.items()}
        for number, stage in enumerate(("first frame", "all of it")):
            least, most = (cost[number] for cost in costs.values())
            told = ", ".join(f"{cost[number]:.0f} ms with {count} sessions" for count, cost in costs.items())
            _tell(
                f"Progress, {name}, {stage}",
                f"{told}: {most - least:.0f} ms more; target at most {TARGET_MS} ms more",
            )


def bench_heatmap(visit: OpenVisit) -> None:
    from kivy.graphics import Fbo

    from app.ui.widgets.heatmap import HeatmapPlot

    for name, size in SIZES.items():
        here = visit(_long_history()[:1000], size)
        here.press("3")
        plot = here.only(HeatmapPlot)
        memory = Fbo(size=SIZES["wide"])
        moved = [partial(_redraw, plot, memory, number % 100) for number in range(REDRAWS)]
        cells = len(plot.heatmap.days)
        _tell(
            f"redraw the days, {name}",
            f"{_median_ms(moved):.1f} ms for {cells} cells; target {REDRAW_TARGET_MS} ms",
        )


def _redraw(plot: "HeatmapPlot", memory: "Fbo", number: int) -> None:
    """Moves the cursor, builds the chart anew and draws it, alone, into memory."""
    from kivy.graphics.opengl import glFinish

    plot.cursor = number
    plot._redraw()
    memory.add(plot.canvas)
    memory.draw()
    memory.remove(plot.canvas)
    glFinish()


def _draw() -> None:
    from kivy.base import EventLoop
    from kivy.graphics.opengl import glFinish

    EventLoop.window.dispatch("on_draw")
    glFinish()


def _opening_ms(here: "Visit") -> tuple[float, float]:
    """From the key to the first frame of Progress, and to that in which all of it stands: medians of many."""
    from tests.ui.still_time import frames, settle

    firsts, wholes = [], []
    for _ in range(OPENINGS + 1):
        here.shell.go("today")
        settle()
        start = process_time()
        here.shell.go("progress")
        frames(1)
        _draw()
        firsts.append((process_time() - start) * 1000)
        settle()
        _draw()
        wholes.append((process_time() - start) * 1000)
    return median(firsts[1:]), median(wholes[1:])


def _long_history() -> tuple[SessionRecord, ...]:
    """Three sessions a day over eighteen years, of all bundled routines."""
    library = read_library(routines_folder(), None)
    timelines = [unfold(entry.routine, library.exercises) for entry in library.routines if entry.routine]
    pattern = demo_sessions(timelines, MOMENT.date(), 400, UTC)
    return tuple(islice(_repeated(pattern), SESSIONS))


def _repeated(pattern: tuple[SessionRecord, ...]) -> Iterator[SessionRecord]:
    from msgspec import structs

    for number in range(SESSIONS):
        moment = datetime(MOMENT.year, MOMENT.month, MOMENT.day, 20, tzinfo=UTC) - timedelta(
            days=number // A_DAY, hours=number % A_DAY * 4
        )
        yield structs.replace(
            pattern[number % len(pattern)], id=f"session-{number}", started_at=moment, day=moment.date()
        )


def _median_ms(works: Iterable[Callable[[], object]]) -> float:
    taken = []
    for work in works:
        start = process_time()
        work()
        taken.append((process_time() - start) * 1000)
    return median(taken)


def _tell(what: str, costs: str) -> None:
    print(f"\n{what:32} {costs}", end="")
