"""The rules of programmes that types cannot say, and their words. Knows neither text nor files.

As those of routines, they look at plain data before it is typed, and make harmless what they object to.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from app.core.file_rules import Known, Table
from app.core.mending import HARMLESS_TEXT, Mistake
from app.core.mistakes import shown
from app.core.programme.programme import MOST_WEEKS, WEEK_DAYS, On, Programme, Week
from app.core.toml_lines import Path

_NO_WEEKS = "a programme needs at least one week; add [[week]] and below it what is due"
_NO_REST = "a week needs a day of rest; leave at least one of the days 0 to 6 free"


def check_weeks(data: Table, known: Known) -> Iterator[Mistake]:
    """What is wrong with the weeks as a list, and with the routines that they name."""
    if "week" not in data:
        return
    yield from _check_list(data, ("week",), "week", _NO_WEEKS)
    for index, week in enumerate(data["week"]):
        if isinstance(week, dict) and "on" in week:
            yield from _check_week(("week", index), week, known)


def check_whole(programme: Programme) -> Iterator[Mistake]:
    """What is wrong with weeks of which each part is right."""
    number = len(programme.weeks)
    if number > MOST_WEEKS:
        yield Mistake(("week",), f"a programme has at most {MOST_WEEKS} weeks; this one has {number}")
    for index, week in enumerate(programme.week):
        yield from _check_days(("week", index), week)


def _check_week(path: Path, week: Table, known: Known) -> Iterator[Mistake]:
    no_routine = "a week needs something to do; add [[week.on]] and below it a routine and its days"
    yield from _check_list(week, (*path, "on"), "week.on", no_routine)
    for index, item in enumerate(week["on"]):
        routine = item.get("routine") if isinstance(item, dict) else None
        complaint = known.complaint(routine) if isinstance(routine, str) else None
        if complaint:
            yield Mistake((*path, "on", index, "routine"), complaint)
            item["routine"] = HARMLESS_TEXT


def _check_list(table: Table, path: Path, called: str, empty: str) -> Iterator[Mistake]:
    """Leaves the table with a list of at least one table at its key, the last of `path`."""
    key = str(path[-1])
    value: Any = table[key]
    if isinstance(value, list) and value:
        return
    if value == []:
        yield Mistake(path, empty)
    else:
        written = f"[{called}]" if isinstance(value, dict) else shown(value)
        yield Mistake(path, f'"{key}" must be written [[{called}]], in double brackets, not {written}')
    table[key] = [value if isinstance(value, dict) else _harmless(key)]


def _harmless(key: str) -> Table:
    on = {"routine": HARMLESS_TEXT, "days": [0]}
    return on if key == "on" else {"name": HARMLESS_TEXT, "needs": 1, "on": [on]}


def _check_days(path: Path, week: Week) -> Iterator[Mistake]:
    days = len(week.days)
    if days == WEEK_DAYS:
        yield Mistake(path, _NO_REST)
    if week.needs > days:
        something = "1 day has" if days == 1 else f"{days} days have"
        yield Mistake((*path, "needs"), f'"needs" is {week.needs}, but only {something} something due')
    seen: Counter[tuple[str, int]] = Counter()
    for index, item in enumerate(week.on):
        seen.update((item.routine, day) for day in set(item.days))
        if any(seen[item.routine, day] > 1 for day in item.days):
            yield Mistake((*path, "on", index), _twice(item, seen))


def _twice(item: On, seen: Counter[tuple[str, int]]) -> str:
    day = next(day for day in item.days if seen[item.routine, day] > 1)
    return f'this routine is already due on day {day}; for more than once a day, write "times"'
