"""An invented history as a data folder. Knows the log; what is invented comes in."""

import secrets
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from app.core.care.kept import CareRecord
from app.core.day_mark import DayMark
from app.core.programme.enrolment import Enrolment
from app.core.record import SessionRecord
from app.core.settings import Settings
from app.core.target import Target
from app.storage.device import device_id
from app.storage.errors import StoreError, unwritable
from app.storage.files import REAL, Files
from app.storage.journal import Journal
from app.storage.kinds import DAYS, SESSIONS, TARGETS, kind_of
from app.storage.lines import Entry
from app.storage.paths import LOGS, log_path
from app.storage.settings_file import save_settings


def fill_folder(
    folder: Path,
    sessions: Iterable[SessionRecord],
    marks: Iterable[DayMark] = (),
    targets: Iterable[Target] = (),
    care: Iterable[CareRecord] = (),
    files: Files = REAL,
) -> None:
    """Makes `folder` the data folder of someone who did all this: a log a year, each written in one go.

    Raises `StoreError` if there is anything in the folder already, and touches nothing of it then.
    """
    _refuse_if_used(folder, files)
    by_year: dict[int, list[Entry]] = {}
    for day, entry in _dated(sessions, marks, targets, care):
        by_year.setdefault(day.year, []).append(entry)
    try:
        files.make_folder(folder / LOGS)
        device = device_id(folder, files, lambda: secrets.token_hex(4))
        for year, entries in sorted(by_year.items()):
            Journal(log_path(folder, year, device), device, year, files).append(entries)
    except OSError as error:
        raise StoreError(unwritable(folder, error)) from error
    save_settings(folder, Settings(welcomed=True), files)


def _refuse_if_used(folder: Path, files: Files) -> None:
    try:
        names = files.names(folder)
    except FileNotFoundError:
        return
    except OSError as error:
        raise StoreError(unwritable(folder, error)) from error
    if names:
        raise StoreError(f"{folder}: not empty; name a new folder, and nothing of yours is touched.")


def _dated(
    sessions: Iterable[SessionRecord],
    marks: Iterable[DayMark],
    targets: Iterable[Target],
    care: Iterable[CareRecord],
) -> Iterator[tuple[date, Entry]]:
    """Every entry and the day it would have been written on."""
    yield from ((session.day, SESSIONS.entry(session)) for session in sorted(sessions, key=SESSIONS.order))
    yield from ((mark.day, DAYS.entry(mark)) for mark in sorted(marks, key=DAYS.order))
    yield from ((target.start, TARGETS.entry(target)) for target in sorted(targets, key=TARGETS.order))
    yield from ((_day_of(record), kind_of(record).entry(record)) for record in care)


def _day_of(record: CareRecord) -> date:
    return record.start if isinstance(record, Enrolment) else record.day
