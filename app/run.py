"""The one place that knows the real clock, the store and the machine, and puts them together."""

from __future__ import annotations

import os
import sys
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from app.adapters.clock import SystemClock
from app.core.days import day_of
from app.core.guide import Hearing
from app.core.library import Entry, Library
from app.core.ports import Chime, Clock, Health, RecordError, Speaker
from app.core.settings import Settings, Theme
from app.core.streak import Streak
from app.storage.bundle import assets_folder, routines_folder
from app.storage.paths import ROUTINES, data_folder

if TYPE_CHECKING:
    from app.core.mistakes import Problem
    from app.core.record import SessionRecord
    from app.core.routine import Routine
    from app.storage.store import Store
    from app.ui.house import House

CALM_SPEED = 2.0
"""Faster than this, a session is silent: nobody could follow its voice."""
LAST_WORDS = 4.0
"""Seconds that the voice has to say that all is done, after it is."""


class RunError(Exception):
    """What was asked for cannot be done. The message is one line that says why and what to do."""


def folder() -> Path:
    return data_folder(os.environ)


def library() -> Library:
    from app.storage.library import read_library

    return read_library(routines_folder(), folder() / ROUTINES)


def settings() -> Settings:
    from app.storage.settings_file import load_settings

    return load_settings(folder())[0]


def check(files: list[str]) -> tuple[Problem, ...]:
    from app.storage.library import check_files

    return check_files(files, routines_folder(), folder() / ROUTINES)


def found(wanted: str) -> tuple[Routine, Library]:
    """The routine with the id, or in the file, that a command named, and a library that has it.

    Raises `RunError`.
    """
    shelf = library()
    if not (wanted.lower().endswith(".toml") or os.sep in wanted):
        return _playable(wanted, shelf), shelf
    from app.storage.library import read_routine, with_exercises_beside
    from app.views.commands import first_mistake

    shelf = with_exercises_beside(wanted, shelf, routines_folder(), folder() / ROUTINES)
    routine = read_routine(wanted, shelf)
    if isinstance(routine, tuple):
        raise RunError(first_mistake(routine, wanted))
    if any(entry.routine == routine for entry in shelf.routines):
        return routine, shelf
    return routine, shelf.with_guest(Entry(routine.id, routine.name, "own", wanted, routine))


def _playable(wanted: str, shelf: Library) -> Routine:
    from app.views.commands import first_mistake, no_such_routine

    entry = shelf.find(wanted)
    if entry is None:
        raise RunError(no_such_routine(wanted, shelf.nearest(wanted)))
    if entry.routine is None:
        raise RunError(first_mistake(entry.problems, entry.file))
    return entry.routine


def sessions(since: date | None) -> tuple[tuple[SessionRecord, ...], tuple[str, ...]]:
    """The sessions, newest first, and what is wrong with the log, a line each."""
    with reading() as store:
        found = store.sessions()
        return tuple(item for item in found if since is None or item.day >= since), store.problems


def streak_now() -> Streak:
    from app.core.streak import days_done, streak

    chosen = settings()
    today = day_of(SystemClock().now(), chosen.day_start_h)
    with reading() as store:
        return streak(days_done(store.sessions()), today, chosen.weekly_target, chosen.first_weekday)


@contextmanager
def reading() -> Iterator[Store]:
    """The history, for reading: needs no lock and writes nothing. Raises `RunError`."""
    from app.storage.errors import StoreError
    from app.storage.store import open_store

    try:
        with open_store(folder(), now=SystemClock().now(), writable=False) as store:
            yield store
    except StoreError as error:
        raise RunError(str(error)) from error


@contextmanager
def writing(clock: Clock, *, or_looking: bool = False) -> Iterator[Store]:
    """The history, for writing; one at a time. Raises `RunError`.

    With `or_looking` a history that may only be read, as a newer Soleus left it, is good enough.
    """
    from app.storage.errors import StoreError
    from app.storage.store import open_store

    try:
        store = open_store(folder(), now=clock.now(), writable=True)
    except StoreError as error:
        raise RunError(str(error)) from error
    with store:
        if store.read_only and not or_looking:
            raise RunError(store.refusal)
        yield store


def follow_in_terminal(
    wanted: str, *, auto: bool, speed: float, print_line: Callable[[str], None]
) -> tuple[SessionRecord, str]:
    """Follows a routine here and now; what was done, and why it could not be recorded ("" if it was).

    An output that nobody reads any more ends the session, as a closed terminal does.
    """
    from app.adapters.clock import FastClock
    from app.adapters.keyboard import has_keyboard, open_keyboard
    from app.core.guide import Guide
    from app.core.recording import begun
    from app.core.session import Session
    from app.core.timeline import closed, unfold
    from app.terminal import Narrator, follow
    from app.views import terminal as view
    from app.views.spoken import sentence

    (routine, shelf), chosen = found(wanted), settings()
    timeline = unfold(routine, shelf.exercises, prepare_s=chosen.prepare_s, rest_s=chosen.rest_s)
    hands_free = auto or not has_keyboard()
    clock: Clock = SystemClock()
    with writing(clock) as store, _interrupts() as interrupts:
        say = interrupts.unless_unread(print_line)
        say(view.opening(timeline))
        if timeline.estimated and hands_free and not auto:
            say(view.NO_KEYBOARD)
        if has_keyboard():
            say(view.KEYS)
        _keep_cut_off(store, say)
        plan = closed(timeline) if hands_free else timeline
        record = begun(plan, str(uuid.uuid4()), clock.now(), chosen.day_start_h)
        if speed != 1:
            clock = FastClock(clock, speed)
        with _terminal_machine(quiet=speed > CALM_SPEED) as (chime, speaker):
            narrator = Narrator(say, lambda cues: sentence(cues, shelf.exercises))
            session = narrator.session = Session(plan, clock)
            guide = Guide(
                session,
                record,
                shelf.exercises,
                recorder=store,
                chime=chime,
                speaker=speaker,
                wording=narrator,
                hearing=hearing(chosen),
            )
            with open_keyboard() as keyboard:
                follow(guide, keyboard.read, interrupts.heard, say, hands_free=hands_free)
        return guide.record, guide.trouble


def _keep_cut_off(store: Store, say: Callable[[str], None]) -> None:
    """Keeps as partial what a crash or a power cut ended; what cannot be kept now is so the next time."""
    from app.core.recording import kept_as_partial
    from app.views import terminal as view

    for record in store.running():
        try:
            store.put(kept_as_partial(record))
        except RecordError as error:
            say(str(error))
        else:
            say(view.cut_off_before(record))


def open_window(*, routine: str = "", first_frame: bool = False) -> int:
    """Opens the window and stays until it is closed; the exit code. Raises `RunError`."""
    from app.adapters.clock import seconds_since_process_start
    from app.adapters.probes import display_health
    from app.environment import prepare_environment
    from app.views.commands import NO_DISPLAY

    if not display_health().works and os.environ.get("SDL_VIDEODRIVER") != "offscreen":
        raise RunError(NO_DISPLAY)  # SDL would run invisibly for ever
    clock = SystemClock()
    shown = found(routine)[0].id if routine else ""
    with writing(clock, or_looking=True) as store:
        prepare_environment(folder())
        from app.ui.config import configure

        configure()
        window = _furnish(clock, store, routine)
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
    return 0


def draw_screen(
    screen: str, file: str, *, theme: Theme, size: tuple[int, int], text_scale: float, still: bool = False
) -> None:
    """Draws one screen on demo data into a PNG, without a display. Raises `RunError`."""
    from app.demo import DemoClock, demo_house
    from app.environment import prepare_drawing

    prepare_drawing(folder())
    from app.ui.config import configure

    configure(size)
    from app.ui import shots

    if screen not in shots.SCREENS:
        from app.views.commands import no_such_screen

        raise RunError(no_such_screen(screen, shots.SCREENS))
    clock = DemoClock()
    chosen = Settings(theme=theme, text_scale=text_scale, reduced_motion=still)
    house = demo_house(screen, clock=clock, settings=chosen)
    shots.show(screen, shots.open_shell(house), clock.advance)
    beside = Path(file).with_name(f".{Path(file).stem}.new.png")
    try:
        shots.save_picture(beside)
        beside.replace(file)  # Kivy says that it has written where it has not
    except OSError as error:
        remedy = "see that its folder is there and can be written to"
        raise RunError(f"{file}: the picture could not be written; {remedy}.") from error


def _furnish(clock: Clock, store: Store, wanted: str) -> House:
    """The house of the window; `wanted` is the id or the file of the routine to open it on, if any.

    The chimes are loaded here, before the window is imported (kivy#9023).
    """
    from app import __version__
    from app.adapters.appearance import ask_prefers_dark
    from app.adapters.chime import open_window_chime
    from app.adapters.keep_awake import WindowKeepAwake
    from app.adapters.notify import open_notifier
    from app.adapters.speech import open_speaker
    from app.storage.bundle import icon_font
    from app.storage.settings_file import load_settings
    from app.ui.house import House

    icon = assets_folder() / "icon.png"
    chime, notifier, speaker = open_window_chime(sounds_folder()), open_notifier(icon), open_speaker()
    return House(
        clock=clock,
        history=store,
        read_library=lambda: _library_with(wanted),
        load_settings=settings,
        save_settings=_save_settings,
        chime=chime,
        speaker=speaker,
        notifier=notifier,
        make_keep_awake=WindowKeepAwake,
        hearing=hearing,
        health=lambda: [part.health() for part in (chime, speaker, notifier)] + data_health(),
        ask_prefers_dark=ask_prefers_dark,
        new_id=lambda: str(uuid.uuid4()),
        tidy=lambda: _tidy(store),
        folder=folder(),
        icon=icon,
        icon_font=icon_font(),
        version=__version__,
        trouble="\n".join(load_settings(folder())[1]),
    )


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


def _tidy(store: Store) -> None:
    """What can wait until the window stands: a backup a day, and shorter logs."""
    from app.storage.backup import back_up
    from app.storage.errors import StoreError

    with suppress(StoreError):  # the next start tries again
        back_up(folder(), SystemClock().now().date())
    store.compact()


def doctor() -> list[Health]:
    """What works on this machine, part by part, without opening a window."""
    from app.adapters.chime import open_terminal_chime
    from app.adapters.keep_awake import open_terminal_keep_awake
    from app.adapters.notify import open_notifier
    from app.adapters.probes import display_health, opengl_health, scheduler_health
    from app.adapters.speech import open_speaker

    found = [display_health(), opengl_health()]
    for part in (
        open_terminal_chime(sounds_folder()),
        open_notifier(),
        open_speaker(),
        open_terminal_keep_awake(),
    ):
        found.append(part.health())
        if hasattr(part, "close"):
            part.close()
    return [*found, scheduler_health(), *data_health()]


def data_health() -> list[Health]:
    """The data folder, its lock and the integrity of the log."""
    from app.storage.lock import lock_free
    from app.storage.store import check_log

    where = folder()
    damage = check_log(where)
    free = lock_free(where)
    return [
        _folder_health(where),
        Health("lock", free, by="free", why="" if free else f"{where / 'lock'} is held by another Soleus"),
        Health("log", not damage, by="every line is sound", why="; ".join(damage)),
    ]


def sounds_folder() -> Path:
    return assets_folder() / "sounds"


def _folder_health(where: Path) -> Health:
    nearest = where
    while not nearest.exists() and nearest != nearest.parent:
        nearest = nearest.parent
    works = nearest.is_dir() and os.access(nearest, os.W_OK)
    return Health("data", works, by=str(where), why=f"{where} cannot be written to")


def hearing(chosen: Settings) -> Hearing:
    return Hearing(
        voice=chosen.voice,
        chimes=chosen.sounds,
        voice_volume=chosen.voice_volume / 100,
        chime_volume=chosen.volume / 100,
        lead_ms=chosen.cue_lead_ms,
    )


@contextmanager
def _terminal_machine(*, quiet: bool) -> Iterator[tuple[Chime, Speaker]]:
    """Sound, voice and a screen that stays awake, until the block ends; silence if `quiet`."""
    from app.adapters.chime import SilentChime, open_terminal_chime
    from app.adapters.keep_awake import open_terminal_keep_awake
    from app.adapters.speech import SilentSpeaker, open_speaker

    if quiet:
        yield SilentChime(), SilentSpeaker()
        return
    chime, awake = open_terminal_chime(sounds_folder()), open_terminal_keep_awake()
    speaker = open_speaker(last_words=LAST_WORDS)
    awake.hold()
    try:
        yield chime, speaker
    finally:
        awake.release()
        speaker.close()
        chime.close()


class _Interrupts:
    """Whether anything has asked the session to end."""

    def __init__(self) -> None:
        self._heard = False

    def heard(self) -> bool:
        return self._heard

    def hear(self, *_: object) -> None:
        self._heard = True

    def unless_unread(self, print_line: Callable[[str], None]) -> Callable[[str], None]:
        """Prints as `print_line` does; when nobody reads it any more, that is an interrupt and no error."""

        def print_or_hear(line: str) -> None:
            try:
                print_line(line)
            except OSError:
                self.hear()

        return print_or_hear


@contextmanager
def _interrupts() -> Iterator[_Interrupts]:
    """Turns Ctrl-C and the signals that end a program into a question that is asked between two ticks.

    So a segment that is being written is written to its end.
    """
    import signal

    interrupts = _Interrupts()
    wanted = [signal.SIGINT, signal.SIGTERM]
    if sys.platform != "win32":
        wanted.append(signal.SIGHUP)
    before = {number: signal.signal(number, interrupts.hear) for number in wanted}
    try:
        yield interrupts
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
