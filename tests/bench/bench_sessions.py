"""What the list of all sessions costs when it is long: `make bench`. Nothing is asserted."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from statistics import median
from time import perf_counter
from typing import Any

from app.core.record import SessionRecord, Work
from app.core.settings import Settings
from app.demo import DemoClock, DemoHistory, demo_house

MANY = 20_000
OPENINGS = 9
NAMES = ("Calf reset", "Evening calves", "At the desk", "Strong calves and a quiet back")
LAST = datetime(2026, 11, 22, 9, 5, tzinfo=UTC)
FRAMES = 240
PASSES = 5
"""Of which the quietest counts: what else the machine does is none of the list's doing."""


class LongHistory(DemoHistory):
    """Always the very same tuple, as the store gives it."""

    def __init__(self, sessions: tuple[SessionRecord, ...]) -> None:
        super().__init__(())
        self._all = sessions

    def sessions(self) -> tuple[SessionRecord, ...]:
        return self._all


def bench_sessions() -> None:
    for what, milliseconds in _measured():
        print(f"\n{what:48} {milliseconds:8.2f} ms", end="")


def _measured() -> Iterator[tuple[str, float]]:
    """What was measured, in milliseconds."""
    sessions = tuple(_session(number) for number in range(MANY))
    for count in (0, MANY):
        with _window(sessions[:count]) as shell:
            yield f"open the list of {count:,} sessions", median(_opening_ms(shell) for _ in range(OPENINGS))
    with _window(sessions) as shell:
        for what, scroll in (("from end to end", _leaping_ms), ("by a line a frame", _drifting_ms)):
            passes = [sorted(scroll(shell.screen.ids.list)) for _ in range(PASSES)]
            yield f"scroll {MANY:,} {what}, median frame", min(median(taken) for taken in passes)
            yield f"scroll {MANY:,} {what}, worst frame", min(taken[-1] for taken in passes)


def _session(number: int) -> SessionRecord:
    """Nearly three a day, the newest first, every seventh of them a part."""
    moment = LAST - timedelta(hours=9 * number)
    partial = number % 7 == 0
    done_ms = 95_000 if partial else 240_000
    return SessionRecord(
        id=f"session-{number}",
        routine=f"routine-{number % len(NAMES)}",
        name=NAMES[number % len(NAMES)],
        started_at=moment,
        day=moment.date(),
        status="partial" if partial else "finished",
        planned_ms=240_000,
        done_ms=done_ms,
        work=(
            Work("wall-calf-stretch", "left", done_ms // 2),
            Work("wall-calf-stretch", "right", done_ms // 2),
        ),
        note="Better than last week." if number % 5 == 0 else "",
    )


@contextmanager
def _window(sessions: tuple[SessionRecord, ...]) -> Iterator[Any]:
    """A shell that shows the list of these sessions."""
    from app.ui.config import configure

    configure((400, 800))
    from kivy.core.window import Window

    from app.ui.settling import settle
    from app.ui.shots import open_shell

    chosen = Settings(theme="light", reduced_motion=True, welcomed=True)
    Window.size = (400, 800)  # another benchmark may have left it wide, and the list beside a session's page
    house = demo_house("today", clock=DemoClock(), settings=chosen)
    shell = open_shell(replace(house, history=LongHistory(sessions)))
    shell.go("progress")
    shell.looking_back.show_sessions()
    settle()
    try:
        yield shell
    finally:
        Window.remove_widget(shell)


def _opening_ms(shell: Any) -> float:
    """From the press on Progress to the drawn list."""
    from app.ui.settling import settle

    shell.go("progress")
    settle()
    return _milliseconds(lambda: (shell.looking_back.show_sessions(), _frame()))


def _leaping_ms(sessions: Any) -> Iterator[float]:
    """All lines in sight are others at each frame."""
    for number in range(FRAMES):
        sessions.scroll_y = 1 - number / (FRAMES - 1)
        yield _milliseconds(_frame)


def _drifting_ms(sessions: Any) -> Iterator[float]:
    """As under a finger."""
    hidden = sessions.layout_manager.height - sessions.height
    for number in range(FRAMES):
        sessions.scroll_y = max(0.0, 1 - number * sessions.line_height / hidden)
        yield _milliseconds(_frame)


def _frame() -> None:
    """One turn of Kivy's loop, with all that it draws."""
    from kivy.base import EventLoop
    from kivy.clock import Clock
    from kivy.graphics.opengl import glFinish

    Clock._max_fps = 0  # else it sleeps until a frame's time is over
    EventLoop.idle()
    glFinish()


def _milliseconds(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return (perf_counter() - start) * 1000
