"""The charts on the sheet of all components. Knows no data of the user's."""

from datetime import date
from typing import Any

from app.core.day_states import DayState
from app.ui.widgets.balance import LedgerCard
from app.ui.widgets.bars import BarsCard
from app.ui.widgets.heatmap import HeatmapCard
from app.ui.widgets.score import ScoreCard
from app.views.chart import Label
from app.views.day_shapes import KINDS
from app.views.heatmap import HeatmapView
from app.views.ledger import BalanceGroup, BalanceRow, LedgerView
from app.views.score import ScoreView
from app.views.weeks import Bar, BarsView

LONG = "Up to 4 min in a session and 10 min in a week help a muscle. What is paler goes beyond that."
DAYS = HeatmapView(
    title="Your days",
    unit="a shape a day",
    summary="Every state of a day, many times over.",
    spoken="Days",
    empty="",
    first=date(2026, 6, 1),
    today=date(2026, 11, 22),
    days=tuple(DayState(KINDS[number * 3 % 7 if number % 5 else 0]) for number in range(175)),
    weekdays="MTWTFSS",
    months=tuple(Label(column, name) for column, name in ((0, "Jun"), (8, "Aug"), (17, "Oct"))),
)
WEEKS = BarsView(
    title="Minutes by week",
    unit="min",
    summary="From nothing to an hour.",
    spoken="Weeks",
    empty="",
    bars=tuple(Bar(minutes, minutes / 60) for minutes in (0, 1, 10, 20, 60, 40)),
    lines=tuple(Label(share / 3, f"{20 * share} min") for share in (1, 2, 3)),
    months=(Label(1, "Oct"), Label(5, "Nov")),
)
NO_WEEKS = BarsView(WEEKS.title, WEEKS.unit, summary="", spoken=LONG, empty=LONG)
SCORE = ScoreView(
    title="Habit score",
    unit="from 0 to 100",
    summary="Up 80 points since May.",
    spoken="Score",
    empty="",
    number="80",
    points=(0.0, 0.2, 0.5, 0.45, 0.6, 0.8),
    begin="May",
    end="Today",
    about="It rises with every day that you do something.",
)


def _row(name: str, left: tuple[str, float, float], right: tuple[str, float, float], note: str) -> BalanceRow:
    (left_text, left_all, left_useful), (right_text, right_all, right_useful) = left, right
    return BalanceRow(
        muscle=name,
        left=left_text,
        right=right_text,
        left_share=left_all,
        left_useful=left_useful,
        right_share=right_all,
        right_useful=right_useful,
        note=note,
        enough=note.startswith("Enough"),
        mark=0.8,
        spoken=name,
    )


SIDES = LedgerView(
    title="Left and right",
    unit="by muscle",
    summary="Less on the right: front of the thigh.",
    spoken="Sides",
    empty="",
    week="Last week",
    can_earlier=True,
    groups=(
        BalanceGroup(
            "Time under stretch",
            (
                _row("Upper calf", ("15 min", 1.0, 0.8), ("10 min", 0.8, 0.8), "Enough: more will not help"),
                _row("Front of the thigh", ("5 min", 0.4, 0.32), ("1 min", 0.08, 0.08), "Less on the right"),
                _row("Neck", ("0 s", 0.0, 0.0), ("20 s", 0.03, 0.03), ""),
            ),
            "10 min: enough for a week",
            LONG,
        ),
    ),
)


def days() -> tuple[tuple[str, HeatmapCard], ...]:
    """All states, with the keyboard's cursor on one of them."""
    card: Any = HeatmapCard(chart=DAYS)
    heatmap = card.ids.map
    heatmap.keyboard_mode = "managed"
    heatmap.focus = True
    heatmap.cursor = 109
    return (("every state, the cursor on one", card),)


def weeks() -> tuple[tuple[str, BarsCard], ...]:
    return (
        ("weeks", BarsCard(chart=WEEKS)),
        ("nothing yet", BarsCard(chart=NO_WEEKS)),
    )


def sides() -> tuple[tuple[str, LedgerCard | ScoreCard], ...]:
    return (
        ("enough, the weaker side, a little", LedgerCard(chart=SIDES)),
        ("score", ScoreCard(chart=SCORE)),
    )
