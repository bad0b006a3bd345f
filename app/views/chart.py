"""What all charts have in common: the words around them and the labels along them. Knows no chart and no window."""

from collections.abc import Sequence
from datetime import date, timedelta

from msgspec import Struct

from app.views.words import MONTHS

DAY = timedelta(days=1)
SHORT_MONTH = 3
"""Letters of a month's short name."""
DAYS_OF_WEEK = 7


class Chart(Struct, frozen=True):
    """`summary` is what someone should take away, `spoken` the whole chart in words for those who do not see it.

    Where there is nothing to show yet, `empty` says how that comes about; else it is "".
    """

    title: str
    unit: str
    summary: str
    spoken: str
    empty: str


class Label(Struct, frozen=True):
    """A word along an axis. `at` is its place: a column's number, or a share of the axis from 0 to 1."""

    at: float
    text: str


NO_CHART = Chart("", "", "", "", "")
"""Before there is a history to look at."""


def month_labels(weeks: Sequence[date]) -> tuple[Label, ...]:
    """The months by the weeks, given by their first days, in which they begin: the columns of a chart.

    The week of Monday 26 October 2026 holds 1 November, so "Nov" stands at its column.
    """
    labels = []
    for column, first in enumerate(weeks):
        last = first + (DAYS_OF_WEEK - 1) * DAY
        if last.day <= DAYS_OF_WEEK:
            labels.append(Label(column, MONTHS[last.month - 1][:SHORT_MONTH]))
    return tuple(labels)


def placed(
    labels: Sequence[Label], widths: Sequence[float], pitch: float, room: float, gap: float
) -> list[tuple[Label, float]]:
    """Those of the labels that have room beside each other, each with its left edge, all in px.

    A label begins where its column does, `pitch` px from the one before, and what would stick out of the `room`
    at the right is moved to the left. Every n-th label stays, with the smallest n that keeps `gap` px between
    them: with columns of 9 px, months 39 px apart and labels 40 px wide every second month is named.
    """
    found = [
        (label, max(0.0, min(label.at * pitch, room - width)), width)
        for label, width in zip(labels, widths, strict=True)
    ]
    for step in range(1, len(found) + 1):
        kept = found[(len(found) - 1) % step :: step]
        ends = [left + width + gap for _, left, width in kept]
        if all(end <= left for end, (_, left, _) in zip(ends, kept[1:], strict=False)):
            return [(label, left) for label, left, _ in kept]
    return []


def flowed(widths: Sequence[float], room: float, gap: float) -> list[tuple[int, float]]:
    """Line and left edge of each of a row of things that goes on in the next line where there is no more room.

    Widths of 50, 60 and 40 px with gaps of 10 in a room of 125: 50 and 60 in the first line, at 0 and 60; 40 would
    end at 170 and so begins the second.
    """
    spots = []
    line, left = 0, 0.0
    for width in widths:
        if left and left + width > room:
            line, left = line + 1, 0.0
        spots.append((line, left))
        left += width + gap
    return spots
