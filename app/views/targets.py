"""When a routine is due, in words, and the sheet in which that is set. Knows no window and no clock."""

from collections.abc import Collection

from msgspec import Struct

from app.core.ladder import Ladder
from app.core.target import EveryDay, EveryNthDay, InProgramme, OnWeekdays, Rhythm, Target
from app.views import words

KINDS = ("Not set", "Every day", "On weekdays", "Every few days")
GAPS = Ladder(tuple(range(2, 15)))
TIMES = Ladder(tuple(range(1, 13)))
FIRST_WEEKDAYS = OnWeekdays((0, 2, 4))
"""Where the choice of weekdays begins: Monday, Wednesday and Friday."""
ABOUT: dict[type[object], str] = {
    type(None): "Today will not ask for it. It can be done at any time all the same.",
    EveryDay: "Today lists it as due. What was due before today stays as it was.",
    OnWeekdays: "Today lists it as due on these days. What was due before today stays as it was.",
    EveryNthDay: "Counted from the day on which it was last done. What was due before today stays as it was.",
    InProgramme: 'Due on the days that your programme names. "Not set" ends that from today on.',
}


_BESIDE = "They are not changed here; what you set is due besides."


class WeekdayItem(Struct, frozen=True):
    """One weekday, Monday = 0, with whether the routine is due on it."""

    weekday: int
    word: str
    name: str
    on: bool


class TargetView(Struct, frozen=True):
    """`kind` is the index in `KINDS`, -1 in a programme; `weekdays`, `gap` and `times` are empty where they mean
    nothing."""

    name: str
    due: str
    kind: int
    weekdays: tuple[WeekdayItem, ...]
    gap: str
    can_narrow: bool
    can_widen: bool
    times: str
    can_lower: bool
    can_raise: bool
    about: str
    trouble: str


def target_view(
    name: str, target: Target | None, first_weekday: int, *, programme: str = "", trouble: str = ""
) -> TargetView:
    """The sheet for the routine called `name`, with the person's own target that holds.

    `programme` is the name of one that makes it due on days of its own, which are not changed here.
    """
    rhythm = target.rhythm if target else None
    times = target.times if target else 1
    gap = rhythm.days if isinstance(rhythm, EveryNthDay) else 0
    return TargetView(
        name=name,
        due=due_text(target, first_weekday),
        kind=_kind(rhythm),
        weekdays=weekday_items(rhythm.weekdays, first_weekday) if isinstance(rhythm, OnWeekdays) else (),
        gap=_gap(gap) if gap else "",
        can_narrow=GAPS.moved(gap, -1) != gap,
        can_widen=GAPS.moved(gap, 1) != gap,
        times=_times_a_day(times) if _kind(rhythm) > 0 else "",
        can_lower=TIMES.moved(times, -1) != times,
        can_raise=TIMES.moved(times, 1) != times,
        about=f"Your programme “{programme}” has days of its own for it. {_BESIDE}"
        if programme
        else ABOUT[type(rhythm)],
        trouble=trouble,
    )


def rhythm_of_kind(kind: int) -> Rhythm | None:
    """What the choice number `kind` begins with."""
    return (None, EveryDay(), FIRST_WEEKDAYS, EveryNthDay(GAPS.values[0]))[kind]


def due_text(target: Target | None, first_weekday: int) -> str:
    """One line: "Every day, 3 times", "Monday to Friday", "Every third day", "Not set"."""
    if target is None:
        return KINDS[0]
    match target.rhythm:
        case OnWeekdays(weekdays):
            text = weekdays_text(weekdays, first_weekday)
        case EveryNthDay(days):
            text = _gap(days)
        case InProgramme():
            text = "In a programme"
        case _:
            text = KINDS[1]
    return f"{text}, {_times(target.times)}" if target.times > 1 else text


def and_in_a_programme(due: str) -> str:
    """Of a routine that has a target of its own as well: "Every day, and in a programme"."""
    return f"{due}, and in a programme"


def kept_text(name: str, target: Target | None, first_weekday: int) -> str:
    """What was just set, in one line."""
    if target is None:
        return f"{name} is no longer due."
    due = due_text(target, first_weekday)
    return f"{name} is due: {due if isinstance(target.rhythm, OnWeekdays) else due[:1].lower() + due[1:]}."


def _kind(rhythm: Rhythm | None) -> int:
    kinds = (type(None), EveryDay, OnWeekdays, EveryNthDay)
    return kinds.index(type(rhythm)) if type(rhythm) in kinds else -1


def weekday_items(chosen: Collection[int], first_weekday: int) -> tuple[WeekdayItem, ...]:
    """The seven in the order of the person's week."""
    days = [(first_weekday + number) % 7 for number in range(7)]
    return tuple(
        WeekdayItem(day, words.WEEKDAYS[day][:2], words.WEEKDAYS[day], day in chosen) for day in days
    )


def weekdays_text(weekdays: tuple[int, ...], first_weekday: int) -> str:
    """In the order of the person's week; three or more in a row by the first and the last of them."""
    if len(set(weekdays)) == 7:
        return KINDS[1]
    places = sorted((day - first_weekday) % 7 for day in set(weekdays))
    names = [words.WEEKDAYS[(first_weekday + place) % 7] for place in places]
    in_a_row = places[-1] - places[0] == len(places) - 1
    return f"{names[0]} to {names[-1]}" if in_a_row and len(names) > 2 else words.listing(names)


def _gap(days: int) -> str:
    return {2: "Every second day", 3: "Every third day"}.get(days, f"Every {days} days")


def _times(times: int) -> str:
    return {1: "once", 2: "twice"}.get(times, f"{times} times")


def _times_a_day(times: int) -> str:
    return words.sentence_case(f"{_times(times)} a day")
