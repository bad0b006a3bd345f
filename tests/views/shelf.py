"""A small library and sessions for tests of what screens show."""

from datetime import UTC, date, datetime, timedelta

from app.core.diary import Diary, diary_of
from app.core.library import Entry, Library
from app.core.mistakes import Problem
from app.core.record import SessionRecord, Work
from app.core.routine import Routine, Step
from app.core.settings import Settings
from tests.core.routines import EXERCISES, calf_stretch

TODAY = date(2026, 11, 22)
"""A Sunday."""


def routine(id_: str, *steps: Step, goal: str = "ease", about: str = "") -> Routine:
    return Routine(1, id_, id_.replace("-", " ").capitalize(), steps, goal=goal, about=about)


CALF_RESET = routine("calf-reset", calf_stretch(30, 2), about="A gentle place to begin.")
"""148 s."""
STRONG = routine(
    "calf-strength",
    Step(exercise="calf-raise", reps=12, tempo=(2, 1, 2, 0), sets=3, rest=30),
    goal="strength",
)
"""248 s."""
OWN_PACE = routine(
    "own-pace", Step(wait="Fetch the band."), Step(exercise="band-plantarflexion", reps=12, sides="none")
)
"""8 + 8 + 36 = 52 s, estimated."""
ON_THE_FLOOR = routine("on-the-floor", Step(exercise="night-calf-stretch", hold=10, reps=3), goal="recovery")
"""8 + 3 × 10 + 2 × 5 = 48 s."""

PROBLEMS = (
    Problem("after-the-run.toml", 7, 'unknown key "hodl"; did you mean "hold"?', 1, "wall-calf-stretch"),
    Problem("after-the-run.toml", 11, '"reps" must be a whole number from 1 to 200, not "eight"', 2),
)
BROKEN = Entry("after-the-run", "After the run", "own", "/home/me/after-the-run.toml", problems=PROBLEMS)
LIBRARY = Library(
    EXERCISES,
    (
        Entry("calf-reset", "Calf reset", "bundled", "calf-reset.toml", CALF_RESET),
        Entry("calf-strength", "Calf strength", "edited", "calf-strength.toml", STRONG),
        Entry("own-pace", "Own pace", "own", "own-pace.toml", OWN_PACE),
        Entry("on-the-floor", "On the floor", "bundled", "on-the-floor.toml", ON_THE_FLOOR),
        BROKEN,
    ),
)


def session(days_back: int = 0, routine: str = "calf-reset", **changes) -> SessionRecord:
    """Two minutes of calf stretches, finished at 09:05 so many days ago."""
    day = TODAY - timedelta(days=days_back)
    given = {
        "id": f"{routine}-{days_back}",
        "routine": routine,
        "name": routine.replace("-", " ").capitalize(),
        "started_at": datetime(day.year, day.month, day.day, 9, 5, tzinfo=UTC),
        "day": day,
        "status": "finished",
        "planned_ms": 120_000,
        "done_ms": 120_000,
        "work": (Work("wall-calf-stretch", "left", 60_000), Work("wall-calf-stretch", "right", 60_000)),
    }
    return SessionRecord(**(given | changes))


def diary(sessions=(), *, target: int = 3, today: date = TODAY, marks=(), targets=(), **settings) -> Diary:
    """What is remembered on `today` by someone who wants `target` days a week."""
    chosen = Settings(weekly_target=target, **settings)
    return diary_of(tuple(sessions), today, chosen, marks, targets)
