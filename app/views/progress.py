"""What Progress shows: streak, score, days, weeks, left and right, totals, notes. Knows no window and no clock."""

from collections.abc import Mapping
from datetime import date

from msgspec import Struct, structs

from app.core.diary import Diary
from app.core.exercise import Exercise
from app.core.streak import Streak
from app.views import words
from app.views.heatmap import HeatmapView, heatmap_view
from app.views.ledger import LedgerView, ledger_view
from app.views.score import ScoreView, score_view
from app.views.sessions import SessionRow, SessionRows
from app.views.totals import NoteRow, TotalsView, notes_of, totals_view
from app.views.week import WeekView, week_view
from app.views.weeks import BarsView, bars_view

NARROW_WEEKS, WIDE_WEEKS = 26, 53
"""How many weeks of days have room on a phone's width, and in a wide window."""
BARS = {NARROW_WEEKS: 12, WIDE_WEEKS: 26}
LATEST = 5

EMPTY = "Your days, minutes and sides will be told here. Follow a routine from Today to begin."


class ProgressView(Struct, frozen=True):
    """`headline` and `lede` are the streak; `week` tells the minutes of this week in its place."""

    headline: str
    lede: str
    week: WeekView
    score: ScoreView
    heatmap: HeatmapView
    bars: BarsView
    ledger: LedgerView
    totals: TotalsView
    notes: tuple[NoteRow, ...]
    latest: tuple[SessionRow, ...]
    empty: str
    trouble: str


def progress_view(
    diary: Diary,
    streak: Streak,
    exercises: Mapping[str, Exercise],
    *,
    weeks: int = NARROW_WEEKS,
    ledger_week: date | None = None,
    trouble: str = "",
) -> ProgressView:
    """All that is remembered, over the last `weeks` weeks (26 or 53), and the sides in `ledger_week`."""
    bars = bars_view(diary, BARS[weeks])
    return ProgressView(
        headline=_headline(streak),
        lede=_lede(streak),
        week=structs.replace(week_view(streak, diary), streak=_minutes(bars)),
        score=score_view(diary, streak),
        heatmap=heatmap_view(diary, weeks),
        bars=bars,
        ledger=ledger_view(diary, exercises, ledger_week),
        totals=totals_view(diary),
        notes=notes_of(diary),
        latest=tuple(SessionRows(diary.sessions[:LATEST], diary.today)),
        empty="" if diary.sessions else EMPTY,
        trouble=trouble,
    )


def _headline(streak: Streak) -> str:
    if streak.current_weeks:
        return f"{words.count(streak.current_weeks, 'week')} in a row"
    return "A fresh start" if streak.longest_weeks else "Your first week"


def _lede(streak: Streak) -> str:
    if streak.current_weeks and streak.current_weeks == streak.longest_weeks:
        return "Your longest streak so far." if streak.current_weeks > 1 else ""
    return (
        f"Your longest streak: {words.count(streak.longest_weeks, 'week')}." if streak.longest_weeks else ""
    )


def _minutes(bars: BarsView) -> str:
    minutes = bars.bars[-1].minutes if bars.bars else 0
    return f"{words.count(minutes, 'minute')} of work so far" if minutes else ""
