"""A small programme and what happened around it, for tests of where somebody stands."""

from datetime import date, timedelta

from app.core.programme.enrolment import Enrolment
from app.core.programme.programme import On, Programme, Week
from app.core.programme.standing import Happened, Standing, standing

START = date(2026, 3, 2)
"""A Monday."""
DAY = timedelta(days=1)
STRETCH, RAISE, BOTH = "calf-stretch", "calf-raise", "calf-and-back"
PROGRAMME = Programme(
    1,
    "three-weeks",
    "Three weeks",
    (
        Week("Ease", 3, (On(STRETCH, (0, 1, 3, 4)),)),
        Week("Strength", 2, (On(RAISE, (0, 2, 4)), On(STRETCH, (5,)))),
        Week("Keep", 2, (On(BOTH, (0, 3, 5)),)),
    ),
)
ENROLMENT = Enrolment(PROGRAMME.id, START)
EVERY = (STRETCH, RAISE, BOTH)


def day(number: int) -> date:
    """So many days after the start; day 7 is the first of the second round."""
    return START + DAY * number


def ordinals(*numbers: int) -> frozenset[int]:
    return frozenset(day(number).toordinal() for number in numbers)


def past(*done: int, flares: tuple[int, ...] = (), unwell=(), paused=()) -> Happened:
    """On the days `done` all routines were done, so that it does not matter which week it was."""
    days = {day(each) for each in done}
    excused = {day(each): "unwell" for each in unwell} | {day(each): "paused" for each in paused}
    return Happened(
        dict.fromkeys(EVERY, ordinals(*done)),
        frozenset(map(day, flares)),
        {each: mark for each, mark in excused.items() if each not in days},
    )


def stands(today: int, happened: Happened, enrolment: Enrolment = ENROLMENT) -> Standing:
    return standing(PROGRAMME, enrolment, happened, day(today))
