"""The rules of programmes that types cannot say, and their words. Knows neither text nor files.

As those of routines, they look at plain data before it is typed, and make harmless what they object to.
"""

from collections.abc import Iterator
from typing import Any

from app.core.file_rules import Known, Table
from app.core.mending import HARMLESS_TEXT, Mistake
from app.core.mistakes import shown
from app.core.programme.programme import MOST_WEEKS, WEEK_DAYS, Programme
from app.core.toml_lines import Path

_NO_WEEKS = "a programme needs at least one week; add [[week]] and below it what is due"
_NOTHING_DUE = "a week needs something to do; add [[week.on]] and below it a routine and its days"
_NO_REST = "a week needs a day of rest; leave at least one of the days 0 to 6 free"
_HARMLESS_ON: Table = {"routine": HARMLESS_TEXT, "days": [0]}
_HARMLESS_WEEK: Table = {"name": HARMLESS_TEXT, "needs": 1, "on": [_HARMLESS_ON]}


def check_weeks(data: Table, known: Known) -> Iterator[Mistake]:
    """What is wrong with the weeks of a programme, beyond what each value has to be."""
    if "week" not in data:
        return
    yield from _check_list(data["week"], ("week",), "week", _NO_WEEKS)
    weeks = _tables(data["week"])
    data["week"] = weeks or [_HARMLESS_WEEK]
    for index, week in enumerate(weeks):
        if isinstance(week, dict) and "on" in week:
            yield from _check_week(("week", index), week, known)


def check_whole(programme: Programme) -> Iterator[Mistake]:
    """What is wrong with a programme of which each week is right."""
    number = len(programme.weeks)
    if number > MOST_WEEKS:
        yield Mistake(("week",), f"a programme has at most {MOST_WEEKS} weeks; this one has {number}")


def _check_list(value: Any, path: Path, called: str, empty: str) -> Iterator[Mistake]:
    if value == []:
        yield Mistake(path, empty)
    elif not isinstance(value, list):
        written = f"[{called}]" if isinstance(value, dict) else shown(value)
        yield Mistake(path, f'"{path[-1]}" must be written [[{called}]], in double brackets, not {written}')


def _tables(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value] if isinstance(value, dict) else []


def _check_week(path: Path, week: Table, known: Known) -> Iterator[Mistake]:
    yield from _check_list(week["on"], (*path, "on"), "week.on", _NOTHING_DUE)
    items = _tables(week["on"])
    week["on"] = items or [_HARMLESS_ON]
    if items and all(map(_has_days, items)):
        yield from _check_days(path, week, items)
    for index, item in enumerate(items):
        routine = item.get("routine") if isinstance(item, dict) else None
        complaint = known.complaint(routine) if isinstance(routine, str) else None
        if complaint:
            yield Mistake((*path, "on", index, "routine"), complaint)
            item["routine"] = HARMLESS_TEXT


def _has_days(item: Any) -> bool:
    """Whether it names days as it should; if not, the types say so."""
    days = item.get("days") if isinstance(item, dict) else None
    return isinstance(days, list) and bool(days) and all(type(day) is int for day in days)


def _check_days(path: Path, week: Table, items: list[Table]) -> Iterator[Mistake]:
    number = len({day for item in items for day in item["days"]} & set(range(WEEK_DAYS)))
    if number == WEEK_DAYS:
        yield Mistake(path, _NO_REST)
    needs = week.get("needs")
    if type(needs) is int and number < needs <= WEEK_DAYS:
        something = "1 day has" if number == 1 else f"{number} days have"
        yield Mistake((*path, "needs"), f'"needs" is {needs}, but only {something} something due')
    seen: set[tuple[str, int]] = set()
    for index, item in enumerate(items):
        named = {(str(item.get("routine")), day) for day in item["days"]}
        if twice := sorted(day for _, day in named & seen):
            already = f"this routine is already due on day {twice[0]}"
            yield Mistake((*path, "on", index), f'{already}; for more than once a day, write "times"')
        seen |= named
