"""What lies in the data folder, as the commands and the window ask for it. Knows no sound and no window."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from app.adapters.clock import SystemClock
from app.core.days import day_of
from app.core.ports import Clock, RecordError
from app.core.settings import Settings
from app.storage.bundle import assets_folder, routines_folder
from app.storage.paths import CACHE, ROUTINES, data_folder

if TYPE_CHECKING:
    from app.core.diary import Diary
    from app.core.library import Library
    from app.core.mistakes import Problem
    from app.core.programme.programme import Programmes
    from app.core.record import SessionRecord
    from app.core.routine import Routine
    from app.core.streak import Streak
    from app.storage.store import Store


class RunError(Exception):
    """What was asked for cannot be done. The message is one line that says why and what to do."""


@contextmanager
def told() -> Iterator[None]:
    """What cannot be done is told as the window understands it. Raises `RecordError`."""
    try:
        yield
    except RunError as error:
        raise RecordError(str(error)) from error


def folder() -> Path:
    return data_folder(os.environ)


def sounds_folder() -> Path:
    return assets_folder() / "sounds"


def sentences_folder() -> Path:
    """Where sentences lie that were made into sounds; it may be deleted at any time."""
    return folder() / CACHE / "voice"


def library() -> Library:
    from app.storage.library import read_library

    return read_library(routines_folder(), folder() / ROUTINES)


def programmes() -> Programmes:
    from app.storage.programme_files import read_programmes

    return read_programmes(routines_folder(), folder() / ROUTINES)


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
    from app.core.library import Entry
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
    from app.core.streak import streak_of

    chosen = settings()
    today = day_of(SystemClock().now(), chosen.day_start_h)
    with reading() as store:
        return streak_of(diary_in(store, today, chosen))


def diary_in(store: Store, today: date, chosen: Settings) -> Diary:
    """What the store remembers, seen from `today`, with what the programmes in it make due."""
    from app.core.diary import diary_of

    enrolments = store.enrolments()
    diary = diary_of(
        [session for session in store.sessions() if session.status != "running"],
        today,
        chosen,
        store.marks(),
        store.targets(),
        check_ins=store.check_ins(),
        self_tests=store.self_tests(),
        enrolments=enrolments,
    )
    if not enrolments:
        return diary
    from app.core.programme.course import enrolled

    return enrolled(diary, programmes().usable)


@contextmanager
def reading(*, sessions_since: int = 0) -> Iterator[Store]:
    """The history, for reading: needs no lock and writes nothing. Raises `RunError`.

    Sessions that were written before the year `sessions_since` may be left out, which takes less time.
    """
    from app.storage.errors import StoreError
    from app.storage.store import open_store

    try:
        now = SystemClock().now()
        with open_store(folder(), now=now, writable=False, sessions_since=sessions_since) as store:
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
