"""A month as weeks of days to choose from. Knows no window and no clock."""

from datetime import date, timedelta

from msgspec import Struct

from app.core.days import week_of
from app.views import words

WEEKS = 6
"""Always as many, so that nothing jumps from one month to the next: the most that a month can touch."""
EARLIEST_YEAR = 1900


class MonthDay(Struct, frozen=True):
    """One day of the grid. `number` is "" outside the month; a day that has not come cannot be chosen."""

    day: date
    number: str
    is_today: bool
    is_chosen: bool
    can_be_chosen: bool


class MonthView(Struct, frozen=True):
    """`letters` are the weekdays of the columns, `weeks` six rows of seven days."""

    title: str
    letters: tuple[str, ...]
    weeks: tuple[tuple[MonthDay, ...], ...]
    can_go_on: bool


def month_view(month: date, chosen: date, today: date, first_weekday: int) -> MonthView:
    """The month that the day `month` lies in. `first_weekday` counts from Monday = 0 to Sunday = 6.

    November 2026 begins on a Sunday: with weeks from Monday on, its first row holds six empty places and the 1st.
    """
    first = month.replace(day=1)
    start = week_of(first, first_weekday)
    days = [_day(start + timedelta(days=number), first, chosen, today) for number in range(7 * WEEKS)]
    return MonthView(
        title=f"{words.MONTHS[first.month - 1]} {first.year}",
        letters=tuple(words.WEEKDAYS[(first_weekday + number) % 7][0] for number in range(7)),
        weeks=tuple(tuple(days[7 * number : 7 * number + 7]) for number in range(WEEKS)),
        can_go_on=first < today.replace(day=1),
    )


def month_after(month: date, by: int) -> date:
    """The first day of the month `by` months later, or earlier below 0; never before the year 1900."""
    months = max(EARLIEST_YEAR * 12, month.year * 12 + month.month - 1 + by)
    return date(months // 12, months % 12 + 1, 1)


def _day(day: date, first: date, chosen: date, today: date) -> MonthDay:
    inside = (day.year, day.month) == (first.year, first.month)
    return MonthDay(
        day=day,
        number=str(day.day) if inside else "",
        is_today=inside and day == today,
        is_chosen=inside and day == chosen,
        can_be_chosen=inside and day <= today,
    )
