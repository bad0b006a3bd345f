"""The backups of a data folder and how long each is kept. Knows names and bytes, no content."""

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from io import BytesIO
from pathlib import Path
from typing import Literal
from zipfile import ZIP_DEFLATED, ZipFile

from msgspec import Struct

from app.storage.errors import StoreError, unreadable, unwritable
from app.storage.files import REAL, Files, replace_file
from app.storage.paths import BACKUPS, DEVICE, LOGS, ROUTINES, SETTINGS

Reason = Literal["daily", "by-hand", "before-import", "before-restore"]
DAILY, WEEKLY, MONTHLY = 7, 4, 12
BEFORE = 10
"""How many are kept of those made before an import or a restore. What was made by hand stays."""

_NAME = re.compile(r"(\d{4}-\d{2}-\d{2})\.zip")
_NAMED = re.compile(r"(\d{4}-\d{2}-\d{2}T\d{6})-(by-hand|before-import|before-restore)\.zip")


class Backup(Struct, frozen=True):
    """One backup of a folder. `at` is when in the day it was made, as far as its name tells."""

    path: Path
    day: date
    reason: Reason
    bytes: int
    at: time | None = None

    @property
    def name(self) -> str:
        """What `soleus restore` calls it: the file without `.zip`."""
        return self.path.stem


def backups(folder: Path, files: Files = REAL) -> tuple[Backup, ...]:
    """All there are, the newest first. Raises `StoreError` if their folder cannot be looked into."""
    place = folder / BACKUPS
    try:
        found = [backup for name in files.names(place) if (backup := _backup(place / name, files))]
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise StoreError(unreadable(place, error)) from error
    return tuple(
        sorted(found, key=lambda backup: (backup.day, backup.at or time(), backup.name), reverse=True)
    )


def back_up_now(folder: Path, moment: datetime, reason: Reason, files: Files = REAL) -> Path | None:
    """Makes one whatever there is already, such as `2026-11-22T181005-before-import.zip`.

    Returns None if there is nothing to back up. Raises `StoreError` if it could not be made.
    """
    place = folder / BACKUPS
    try:
        sources = list(_sources(folder))
        if not sources:
            return None
        files.make_folder(place)
        made = _free_name(place, moment, reason, set(files.names(place)))
        replace_file(files, made, _zipped(folder, sources, files))
    except OSError as error:
        raise StoreError(unwritable(place, error)) from error
    before = [backup for backup in backups(folder, files) if backup.reason.startswith("before")]
    for backup in before[BEFORE:]:
        with suppress(OSError):
            files.remove(backup.path)
    return made


def packed(folder: Path, files: Files = REAL) -> bytes:
    """All that a backup holds, as a zip. Raises `StoreError`."""
    try:
        return _zipped(folder, _sources(folder), files)
    except OSError as error:
        raise StoreError(unreadable(folder, error)) from error


def back_up(folder: Path, today: date, files: Files = REAL) -> Path | None:
    """Makes the backup of `today` unless there is one, then removes those past their time.

    Returns the new file, None if nothing was to be done. Takes a while with a long history: call it when
    idle. Raises `StoreError` if the backup could not be made; the older ones are all there then.
    """
    made = folder / BACKUPS / f"{today.isoformat()}.zip"
    try:
        files.make_folder(made.parent)
        days = _days(files.names(made.parent))
        sources = list(_sources(folder))
        if today in days or not sources:
            return None
        replace_file(files, made, _zipped(folder, sources, files))
    except OSError as error:
        raise StoreError(unwritable(made, error)) from error
    for day in days - kept_days({*days, today}):
        with suppress(OSError):
            files.remove(made.with_name(f"{day.isoformat()}.zip"))
    return made


def kept_days(days: Iterable[date]) -> set[date]:
    """Which to keep: the newest 7, and the newest of each of the last 4 weeks and 12 months that have one.

    With one on every day from 1 January to Tuesday 31 March 2026 these are 25 to 31 March; of the weeks 31
    and 29 March, which are among those, and the Sundays 22 and 15 March; of the months 31 March again,
    28 February and 31 January.
    """
    newest_first = sorted(set(days), reverse=True)
    weeks = _newest_of_each(newest_first, lambda day: day.isocalendar()[:2])
    months = _newest_of_each(newest_first, lambda day: (day.year, day.month))
    return {*newest_first[:DAILY], *weeks[:WEEKLY], *months[:MONTHLY]}


def _newest_of_each(newest_first: list[date], period: Callable[[date], tuple[int, int]]) -> list[date]:
    first: dict[tuple[int, int], date] = {}
    for day in newest_first:
        first.setdefault(period(day), day)
    return list(first.values())


def _free_name(place: Path, moment: datetime, reason: Reason, taken: set[str]) -> Path:
    """Two of one second are a second apart in name, so that none takes another's place."""
    while (name := f"{moment:%Y-%m-%dT%H%M%S}-{reason}.zip") in taken:
        moment += timedelta(seconds=1)
    return place / name


def _backup(path: Path, files: Files) -> Backup | None:
    """None if the name is no backup's."""
    with suppress(ValueError):
        if daily := _NAME.fullmatch(path.name):
            return Backup(path, date.fromisoformat(daily[1]), "daily", files.length(path))
        if named := _NAMED.fullmatch(path.name):
            moment = datetime.strptime(named[1], "%Y-%m-%dT%H%M%S")  # noqa: DTZ007 - the clock of its place
            reason: Reason = named[2]  # type: ignore[assignment]  # the pattern has no other
            return Backup(path, moment.date(), reason, files.length(path), moment.time())
    return None


def _days(names: Iterable[str]) -> set[date]:
    days = set()
    for match in filter(None, map(_NAME.fullmatch, names)):
        with suppress(ValueError):
            days.add(date.fromisoformat(match[1]))
    return days


def _sources(folder: Path) -> Iterator[Path]:
    for name in (DEVICE, SETTINGS):
        if (folder / name).is_file():
            yield folder / name
    for name in (LOGS, ROUTINES):
        yield from sorted(path for path in (folder / name).rglob("*") if path.is_file())


def _zipped(folder: Path, sources: Iterable[Path], files: Files) -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for path in sources:
            archive.writestr(path.relative_to(folder).as_posix(), files.read(path))
    return buffer.getvalue()
