"""What one frame of a figure costs, over all bundled exercises: `make bench`. Nothing is asserted."""

import gc
import sys
import tracemalloc
from collections.abc import Callable, Iterator
from statistics import median
from time import process_time, thread_time
from typing import TYPE_CHECKING

import pytest

from app.storage.bundle import routines_folder
from app.storage.library import read_library
from app.views.picture import Picture, still

if TYPE_CHECKING:
    from app.ui.widgets.figure import FigureView

SIDE = 240
FRAMES = 240
LONG = 2_000
TARGET_MS = 2.0

OpenView = Callable[[Picture], tuple["FigureView", Callable[[], None]]]


@pytest.fixture
def open_view() -> OpenView:
    """Gives the figure of a picture, as large as on an exercise's page, and how to draw it into memory."""
    from app.ui.config import configure

    configure((SIDE, SIDE))
    import kivy.core.window  # noqa: F401  # opens the window whose GL everything below draws with
    from kivy.graphics import ClearBuffers, ClearColor, Fbo

    from app.ui.widgets.figure import FigureView

    memory = Fbo(size=(SIDE, SIDE))

    def open_one(picture: Picture) -> tuple[FigureView, Callable[[], None]]:
        view = FigureView(picture=picture, size=(SIDE, SIDE))
        memory.clear()
        with memory:
            ClearColor(1, 1, 1, 1)
            ClearBuffers()
        memory.add(view.canvas)
        return view, memory.draw

    return open_one


def bench_figure(open_view: OpenView) -> None:
    """Without a graphics card the pixels are worked out by the CPU too, some frames late: hence the means."""
    costs = {id_: _frame_ms(*open_view(picture), picture) for id_, picture in _pictures()}
    worst = max(costs, key=lambda id_: sum(costs[id_]))
    _tell(
        "a frame", f"{median(map(sum, costs.values())):.2f} ms, at worst {sum(costs[worst]):.2f} ms ({worst})"
    )
    _tell("of it placing", f"{median(placing for placing, _ in costs.values()):.2f} ms")
    _tell(
        "of it drawing",
        f"{median(drawing for _, drawing in costs.values()):.2f} ms; target of both {TARGET_MS} ms",
    )


def bench_memory_of_a_figure(open_view: OpenView) -> None:
    picture = dict(_pictures())["wall-calf-stretch"]
    view, draw = open_view(picture)
    _show(view, draw, picture, FRAMES)
    instructions = list(view.canvas.children)
    gc.collect()
    before = sys.getallocatedblocks()
    _show(view, draw, picture, LONG)
    gc.collect()
    kept = (sys.getallocatedblocks() - before) / LONG
    same = all(now is then for now, then in zip(view.canvas.children, instructions, strict=True))
    _tell("kept by a frame", f"{kept:.3f} blocks, {'no new' if same else 'new'} canvas instructions")
    tracemalloc.start()
    _show(view, draw, picture, FRAMES)
    tracemalloc.reset_peak()
    now, _ = tracemalloc.get_traced_memory()
    _show(view, draw, picture, FRAMES)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    _tell("borrowed by a frame", f"{(peak - now) / 1024:.0f} KB, given back at its end")


def _pictures() -> Iterator[tuple[str, Picture]]:
    for id_, exercise in read_library(routines_folder(), None).exercises.items():
        picture = still(exercise, 0.0)
        if picture.exists:
            yield id_, picture


def _frame_ms(view: "FigureView", draw: Callable[[], None], picture: Picture) -> tuple[float, float]:
    """What placing and drawing one of many frames costs: CPU milliseconds of all threads, in the mean."""
    _show(view, draw, picture, 1)  # the first time Kivy sends all meshes to GL
    placing_s, start = 0.0, process_time()
    for each in _moving(picture, FRAMES):
        before = thread_time()
        view.picture = each
        placing_s += (
            thread_time() - before
        )  # of this thread: others still work at the pixels of the last frame
        draw()
    _finish()
    whole_s = process_time() - start
    return placing_s / FRAMES * 1000, (whole_s - placing_s) / FRAMES * 1000


def _finish() -> None:
    """Waits until all that GL was told is drawn."""
    from kivy.graphics.opengl import glFinish

    glFinish()


def _show(view: "FigureView", draw: Callable[[], None], picture: Picture, frames: int) -> None:
    for each in _moving(picture, frames):
        view.picture = each
        draw()


def _moving(picture: Picture, frames: int) -> Iterator[Picture]:
    from msgspec import structs

    return (structs.replace(picture, position=(frame % 59 + 1) / 59) for frame in range(frames))


def _tell(what: str, costs: str) -> None:
    print(f"\n{what:20} {costs}", end="")
