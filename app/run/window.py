"""Opens the window on the real machine. Knows no screen."""

from __future__ import annotations

import os
import uuid
from contextlib import suppress
from typing import TYPE_CHECKING, cast

from app.adapters.clock import SystemClock
from app.core.library import Library
from app.core.ports import Clock, RecordError
from app.core.settings import Settings
from app.run.current import CurrentHistory
from app.run.home import (
    RunError,
    folder,
    found,
    library,
    programmes,
    sentences_folder,
    settings,
    sounds_folder,
    writing,
)
from app.run.machine import data_health, hearing
from app.storage.bundle import assets_folder

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.core.editing.desk import RoutineDesk
    from app.core.ports import Scheduler
    from app.run.attending import Attendant, Listener
    from app.ui.exercise_desk import ExerciseDesk
    from app.ui.house import House, SignDesk


def open_window(*, routine: str = "", first_frame: bool = False) -> int:
    """Opens the window and stays until it is closed; the exit code. Raises `RunError`."""
    from app.adapters.clock import seconds_since_process_start
    from app.adapters.probes import display_health
    from app.environment import prepare_environment
    from app.storage.store import open_store
    from app.views.commands import NO_DISPLAY

    if not display_health().works and os.environ.get("SDL_VIDEODRIVER") != "offscreen":
        raise RunError(NO_DISPLAY)  # SDL would run invisibly for ever
    clock = SystemClock()
    shown = found(routine)[0].id if routine else ""
    with writing(clock, or_looking=True) as store:
        prepare_environment(folder())
        from app.ui.config import configure

        configure()
        history = CurrentHistory(store, lambda: open_store(folder(), now=clock.now(), writable=True))
        window = _furnish(clock, history, routine)
        from app.ui.app import SoleusApp
        from app.ui.sdl import INVISIBLE, video_driver

        if video_driver() in INVISIBLE and "SDL_VIDEODRIVER" not in os.environ:
            raise RunError(NO_DISPLAY)  # it refused us, and SDL would run invisibly for ever

        def report() -> None:
            print(f"{seconds_since_process_start() or 0:.3f}", flush=True)

        try:
            SoleusApp(window, routine=shown, on_first_frame=report if first_frame else None).run()
        finally:
            window.speaker.close()
            window.notifier.close()
            window.chime.close()
            window.file_dialog.close()
            history.close()
            _call_for_what_was_put_off(clock)
    return 0


def _call_for_what_was_put_off(clock: Clock) -> None:
    from app.adapters.own_program import start_soleus
    from app.run.remind import call_for_what_was_put_off

    call_for_what_was_put_off(clock, start_soleus)


def _furnish(clock: Clock, history: CurrentHistory, wanted: str) -> House:
    """The house of the window; `wanted` is the id or the file of the routine to open it on, if any.

    The chimes are loaded here, before the window is imported (kivy#9023).
    """
    from app import __version__
    from app.adapters.appearance import ask_prefers_dark
    from app.adapters.chime import open_window_chime, open_window_player
    from app.adapters.file_dialog import open_file_dialog
    from app.adapters.keep_awake import WindowKeepAwake
    from app.adapters.notify import open_notifier
    from app.adapters.opening import can_open, open_outside
    from app.adapters.prepared import open_speaker
    from app.run.deferred import Deferred
    from app.run.desk import WindowDesk
    from app.run.scheduling import SystemCalls
    from app.run.sharing_desk import WindowSharing
    from app.storage.bundle import icon_font
    from app.storage.settings_file import load_settings
    from app.ui.house import House

    icon = assets_folder() / "icon.png"
    chime, notifier = open_window_chime(sounds_folder()), open_notifier(icon)
    speaker = open_speaker(sentences_folder(), open_window_player(chime))
    attending: list[Attendant] = []
    return House(
        clock=clock,
        history=history,
        read_library=lambda: _library_with(wanted),
        read_programmes=programmes,
        load_settings=settings,
        save_settings=_save_settings,
        chime=chime,
        speaker=speaker,
        notifier=notifier,
        make_keep_awake=WindowKeepAwake,
        hearing=hearing,
        health=lambda: [part.health() for part in (chime, speaker, notifier)] + data_health(is_ours=True),
        ask_prefers_dark=ask_prefers_dark,
        data=WindowDesk(history),
        editing=cast("RoutineDesk", Deferred(lambda: _editing(clock))),
        own_exercises=cast("ExerciseDesk", Deferred(_own_exercises)),
        sharing=WindowSharing(history),
        signs=cast("SignDesk", Deferred(_signs)),
        system_call=SystemCalls(_open_scheduler),
        file_dialog=open_file_dialog(),
        open_outside=open_outside if can_open() else None,
        new_id=lambda: str(uuid.uuid4()),
        tidy=lambda: _tidy(history),
        folder=folder(),
        icon=icon,
        icon_font=icon_font(),
        version=__version__,
        trouble="\n".join(load_settings(folder())[1]),
        attend=lambda listener, moving: _attend(clock, icon, listener, moving, attending),
        held_back=lambda: attending[-1].held_back if attending else (),
    )


def _editing(clock: Clock) -> RoutineDesk:
    from app.storage.routine_desk import FolderDesk

    return FolderDesk(folder(), clock.monotonic)


def _own_exercises() -> ExerciseDesk:
    from app.storage.exercise_desk import FolderExercises

    return FolderExercises(folder())


def _signs() -> SignDesk:
    from app.storage.signs_file import FolderSigns

    return FolderSigns(folder())


def _attend(
    clock: Clock, icon: Path, listener: Listener, moving: Callable[[], bool], attending: list[Attendant]
) -> Attendant:
    """Who was made is the last of `attending`."""
    from app.adapters.asking import open_asker
    from app.adapters.idle_time import open_idle_time
    from app.adapters.quiet import open_busy_look
    from app.run.attending import Attendant, Machine

    machine = Machine(clock, open_asker(icon), open_idle_time(), open_busy_look())
    attending.append(Attendant(machine, settings, listener, moving))
    return attending[-1]


def _open_scheduler() -> Scheduler:
    from app.adapters.scheduler.choosing import open_scheduler

    return open_scheduler()


def _save_settings(chosen: Settings) -> None:
    from app.storage.errors import StoreError
    from app.storage.settings_file import save_settings

    try:
        save_settings(folder(), chosen)
    except StoreError as error:
        raise RecordError(str(error)) from error


def _library_with(wanted: str) -> Library:
    """The library, with the routine that the window was opened on for as long as its file is sound."""
    try:
        return found(wanted)[1] if wanted else library()
    except RunError:
        return library()


def _tidy(history: CurrentHistory) -> None:
    """What can wait until the window stands: a backup a day, and shorter logs."""
    from app.storage.backup import back_up
    from app.storage.errors import StoreError

    with suppress(StoreError):  # the next start tries again
        back_up(folder(), SystemClock().now().date())
    history.compact()
