"""The daily backup of a data folder and how long each is kept. Knows names and bytes, no content."""

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from app.storage.errors import StoreError, unwritable
from app.storage.files import REAL, Files, replace_file
from app.storage.paths import BACKUPS, DEVICE, LOGS, ROUTINES, SETTINGS

DAILY, WEEKLY, MONTHLY = 7, 4, 12

_NAME = re.compile(r"(\d{4}-\d{2}-\d{2})\.zip")


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
