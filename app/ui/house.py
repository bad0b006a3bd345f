"""What the window is given to work with: ports and functions. Knows none of what stands behind them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from app.core.guide import Hearing
from app.core.library import Library
from app.core.ports import Chime, Clock, Health, KeepAwake, Notifier, Recorder, Speaker
from app.core.record import SessionRecord
from app.core.settings import Settings


class History(Recorder, Protocol):
    """All sessions, and the way to record more."""

    @property
    def problems(self) -> tuple[str, ...]: ...

    def sessions(self) -> tuple[SessionRecord, ...]: ...

    def running(self) -> tuple[SessionRecord, ...]: ...


@dataclass(frozen=True)
class House:
    """Everything that comes from outside the window.

    `save_settings` raises RecordError. `keep_awake` is made with the window's own switch for the screen-saver.
    `ask_prefers_dark` calls back, from any thread or never, with what the desktop says. `tidy` is called once
    when the window has nothing to do.
    """

    clock: Clock
    history: History
    read_library: Callable[[], Library]
    load_settings: Callable[[], Settings]
    save_settings: Callable[[Settings], None]
    chime: Chime
    speaker: Speaker
    notifier: Notifier
    make_keep_awake: Callable[[Callable[[bool], None]], KeepAwake]
    hearing: Callable[[Settings], Hearing]
    health: Callable[[], Sequence[Health]]
    ask_prefers_dark: Callable[[Callable[[bool], None]], None]
    new_id: Callable[[], str]
    tidy: Callable[[], None]
    folder: Path
    icon: Path
    icon_font: Path
    version: str
    trouble: str = ""
