"""The habit score and its line over the last half year. Knows no colour and no window."""

from datetime import date, timedelta

from app.core.diary import Diary
from app.core.streak import Streak, score_line
from app.views import words
from app.views.chart import Chart, Label

WEEKS = 26
LEVELS = (Label(0.0, "0"), Label(0.5, "50"), Label(1.0, "100"))
STEADY = 3
"""Points that say nothing."""
LEAST_WEEKS = 4
"""Of a shorter history no trend is told."""

TITLE = "Habit score"
UNIT = "from 0 to 100"
ABOUT = "It rises with every day that you do something. A missed day dents it a little and never empties it."
EMPTY = "How firm the habit is, from 0 to 100. It begins with your first session."


class ScoreView(Chart, frozen=True):
    """`points` are shares of the height from 0 to 1, a week apart, the oldest first, beginning with the history."""

    number: str = ""
    points: tuple[float, ...] = ()
    levels: tuple[Label, ...] = LEVELS
    begin: str = ""
    end: str = ""
    about: str = ""


NO_SCORE = ScoreView("", "", "", "", "")


def score_view(diary: Diary, streak: Streak) -> ScoreView:
    if not diary.sessions:
        return ScoreView(TITLE, UNIT, "", EMPTY, EMPTY)
    began = min(diary.totals, default=diary.today)
    weeks = min(WEEKS, max(2, (diary.today - began).days // 7 + 2))
    line = score_line(diary, weeks)
    since = diary.today - timedelta(weeks=weeks - 1)
    number = f"{streak.score:.0f}"
    summary = _summary(line, since)
    return ScoreView(
        title=TITLE,
        unit=UNIT,
        summary=summary,
        spoken=f"Habit score {number} of 100. {summary}",
        empty="",
        number=number,
        points=tuple(value / 100 for value in line),
        begin=_month(since),
        end="Today",
        about=ABOUT,
    )


def _summary(line: tuple[float, ...], since: date) -> str:
    change = round(line[-1]) - round(line[0])
    if len(line) <= LEAST_WEEKS:
        return "A beginning. It takes some weeks to rise."
    if abs(change) < STEADY:
        return f"As firm as in {_month(since)}."
    return f"{'Up' if change > 0 else 'Down'} {words.count(abs(change), 'point')} since {_month(since)}."


def _month(day: date) -> str:
    return words.MONTHS[day.month - 1]
