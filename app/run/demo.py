"""Fills a folder with an invented history, to look at. Touches no folder that is in use."""

from pathlib import Path

from app.adapters.clock import SystemClock
from app.core.demo_care import ENROLLED, PROGRAMME, demo_care
from app.core.demo_diary import demo_diary
from app.core.demo_programme import demo_programme, usual
from app.core.timeline import unfold
from app.run.home import RunError
from app.storage.bundle import routines_folder
from app.storage.demo_folder import fill_folder
from app.storage.errors import StoreError
from app.storage.library import read_library
from app.storage.programme_files import read_programmes

DAYS_OF_CARE = 120


def make_demo(place: str, years: float) -> int:
    """Makes the folder at `place`, if need be, and fills it; how many sessions. Raises `RunError`."""
    library = read_library(routines_folder(), None)
    every = [unfold(entry.routine, library.exercises) for entry in library.routines if entry.routine]
    now = SystemClock().now()
    assert now.tzinfo is not None  # noqa: S101 - the port says so
    diary = demo_diary(usual(every), now.date(), years, now.tzinfo)
    care = demo_care(diary.sessions, now.date(), DAYS_OF_CARE)
    programme = read_programmes(routines_folder(), None).usable(PROGRAMME)
    assert programme is not None  # noqa: S101 - it comes with Soleus
    followed = demo_programme(every, programme, now.date() - ENROLLED, now.date(), now.tzinfo)
    sessions = (*diary.sessions, *followed)
    try:
        fill_folder(Path(place).absolute(), sessions, diary.marks, diary.targets, care)
    except StoreError as error:
        raise RunError(str(error)) from error
    return len(sessions)
