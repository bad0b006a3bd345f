"""What a programme of ten years costs whoever looks back: `make bench`. Nothing is asserted."""

import gc
from collections.abc import Callable
from datetime import date, timedelta
from statistics import median
from time import process_time

from app.core.care.check_in import CheckIn
from app.core.day_mark import DayMark
from app.core.day_states import day_states
from app.core.diary import Diary, diary_of
from app.core.programme.course import enrolled, happened
from app.core.programme.enrolment import Enrolment
from app.core.programme.programme import Programmes
from app.core.programme.standing import standing
from app.core.settings import Settings
from app.core.streak import streak_of
from app.storage.bundle import routines_folder
from app.storage.programme_files import read_programmes
from tests.views.shelf import TODAY, session

DAYS = 3650
ENROLMENT = Enrolment("four-weeks", TODAY - timedelta(days=DAYS))
TIMES = 9


def bench_programme() -> None:
    programmes = read_programmes(routines_folder(), None)
    diary = _ten_years(programmes)
    programme = programmes.usable(ENROLMENT.programme)
    assert programme is not None
    _tell("read the files", _ms(lambda: read_programmes(routines_folder(), None)), "5")
    passed = happened(diary, programme, ENROLMENT)
    _tell(f"gather {len(diary.sessions):,} sessions", _ms(lambda: happened(diary, programme, ENROLMENT)), "5")
    _tell("replay ten years", _ms(lambda: standing(programme, ENROLMENT, passed, TODAY)), "5")
    with_targets = enrolled(diary, programmes.usable)
    _tell(
        f"all of it, {len(with_targets.targets):,} targets",
        _ms(lambda: enrolled(diary, programmes.usable)),
        "5",
    )
    _tell("the streak without", _ms(lambda: streak_of(_anew(diary))), "as before")
    _tell("the streak with them", _ms(lambda: streak_of(_anew(with_targets))), "twice that")
    year = TODAY - timedelta(days=365)
    _tell("a year of days without", _ms(lambda: day_states(_anew(diary), year, TODAY)), "as before")
    _tell("a year of days with them", _ms(lambda: day_states(_anew(with_targets), year, TODAY)), "twice that")


def _anew(diary: Diary) -> Diary:
    """Without what was worked out already."""
    from msgspec import structs

    return structs.replace(diary)


def _ten_years(programmes: Programmes) -> Diary:
    """5 or 6 sessions a day, two of them of the programme, in weeks of every kind."""
    programme = programmes.usable(ENROLMENT.programme)
    assert programme is not None
    routines = programme.routines
    sessions = [
        session(
            back,
            routines[(back // 3 + number) % len(routines)] if number < 2 else "desk",
            id=f"{back}-{number}",
        )
        for back in range(DAYS)
        for number in range(5 + (back % 2))
    ]
    hurt = [_worse(TODAY - timedelta(days=back)) for back in range(20, DAYS, 45)]
    marks = [DayMark(TODAY - timedelta(days=back), "unwell") for back in range(30, DAYS, 97)]
    return diary_of(sessions, TODAY, Settings(), marks, check_ins=hurt, enrolments=(ENROLMENT,))


def _worse(day: date) -> CheckIn:
    return CheckIn(day.isoformat(), "morning", day, morning="worse")


def _ms(deed: Callable[[], object]) -> float:
    costs = []
    for _ in range(TIMES):
        gc.collect()
        begun = process_time()
        deed()
        costs.append((process_time() - begun) * 1000)
    return median(costs)


def _tell(what: str, ms: float, target: str) -> None:
    print(f"\n{what:32} {ms:.1f} ms; target {target}", end="")
