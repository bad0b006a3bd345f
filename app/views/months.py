"""The months of a year to choose one from. Knows no window and no clock."""

from collections.abc import Mapping
from datetime import date

from msgspec import Struct

from app.views import words


class MonthChoice(Struct, frozen=True):
    """One month; one without a session cannot be chosen."""

    month: date
    name: str
    count: str
    is_chosen: bool
    can_be_chosen: bool


class YearView(Struct, frozen=True):
    """The months of a year, three by three, and the years before and after it that have any session."""

    title: str
    quarters: tuple[tuple[MonthChoice, ...], ...]
    before: int | None
    after: int | None


def year_view(year: int, counts: Mapping[date, int], chosen: date | None = None) -> YearView:
    """`counts` are sessions by the first day of their month; months that have none are not in it."""
    years = {month.year for month in counts}
    return YearView(
        title=str(year),
        quarters=tuple(
            tuple(_choice(date(year, number, 1), counts, chosen) for number in range(first, first + 3))
            for first in (1, 4, 7, 10)
        ),
        before=max((each for each in years if each < year), default=None),
        after=min((each for each in years if each > year), default=None),
    )


def _choice(month: date, counts: Mapping[date, int], chosen: date | None) -> MonthChoice:
    count = counts.get(month, 0)
    return MonthChoice(
        month=month,
        name=words.MONTHS[month.month - 1][:3],
        count=f"{count:,}" if count else "",
        is_chosen=month == chosen,
        can_be_chosen=bool(count),
    )
