"""What each muscle got, left and right of a spine. Knows no history."""

from typing import Any

from kivy.graphics import Color, Rectangle, SmoothRoundedRectangle
from kivy.metrics import dp
from kivy.properties import BooleanProperty, ColorProperty, ObjectProperty, StringProperty
from kivy.uix.widget import Widget

from app.ui.kv import load_kv
from app.ui.theme import theme
from app.ui.widgets import button, each, text  # noqa: F401  # the rules below name their classes
from app.ui.widgets.card import Column, Row
from app.ui.widgets.chart import ChartCard
from app.views.ledger import NO_LEDGER, NO_ROW

load_kv(__file__)

SPINE = dp(2)
MARK = dp(2)
GAP = dp(2)
PALE = 0.38


class PairedBars(Widget):
    """Two bars that grow from the spine in the middle: `balance` is a `BalanceRow`."""

    balance = ObjectProperty(NO_ROW, rebind=True)
    label = StringProperty("")

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        for name in ("pos", "size", "balance"):
            self.fbind(name, self._draw)
        theme.bind(scheme=self._draw)
        self._draw()

    def _draw(self, *_: object) -> None:
        row, room = self.balance, (self.width - SPINE) / 2 - GAP
        if room <= 0:
            return
        self.canvas.clear()
        with self.canvas:
            self._bar(row.left_share, row.left_useful, theme.left, room, -1)
            self._bar(row.right_share, row.right_useful, theme.right, room, 1)
            Color(*theme.edge)
            Rectangle(pos=(self._middle() - SPINE / 2, self.y - dp(3)), size=(SPINE, self.height + dp(6)))
            if row.mark:
                self._mark(room * row.mark)

    def _bar(self, share: float, useful: float, colour: Any, room: float, way: int) -> None:
        for length, alpha in ((share, PALE), (useful, 1.0)):
            if length and (alpha == 1 or share > useful):
                width = max(length * room, dp(2))
                begin = self._middle() + way * (SPINE / 2 + GAP)
                radius = min(self.height / 3, width / 2)
                corners = (0, radius, radius, 0) if way > 0 else (radius, 0, 0, radius)
                Color(*colour[:3], alpha)
                SmoothRoundedRectangle(
                    pos=(begin if way > 0 else begin - width, self.y),
                    size=(width, self.height),
                    radius=corners,
                )

    def _mark(self, away: float) -> None:
        Color(*theme.ink)
        for way in (-1, 1):
            x = self._middle() + way * (SPINE / 2 + GAP + away) - MARK / 2
            Rectangle(pos=(round(x), self.y - dp(3)), size=(MARK, self.height + dp(6)))

    def _middle(self) -> float:
        """Not center_x, which Kivy renews only after it has told of the new pos."""
        return round(self.x + self.width / 2)


class BalanceLine(Column):
    """One muscle: `item` is a `BalanceRow`. Its name stands between the sides or, where `narrow`, above them."""

    item = ObjectProperty(NO_ROW, rebind=True)
    narrow = BooleanProperty(False)


class BalanceTable(Column):
    """The rows that are measured alike: `item` is a `BalanceGroup`."""

    item = ObjectProperty(None, rebind=True)
    narrow = BooleanProperty(False)


class Swatch(Widget):
    """A spot of a colour, for a legend."""

    ink = ColorProperty("#000000")


class MarkSign(Widget):
    """The mark at which there is enough, for a legend."""


class WeekTurner(Row):
    """The week that is shown, with a way to the one before and the one after. Dispatches `on_turn(-1 or 1)`."""

    ledger = ObjectProperty(NO_LEDGER, rebind=True)
    __events__ = ("on_turn",)

    def on_turn(self, weeks: int) -> None:
        pass


class LedgerCard(ChartCard):
    """A week's ledger: `chart` is a `LedgerView`. Dispatches `on_week` with -1 for the week before, or 1."""

    chart = ObjectProperty(NO_LEDGER, rebind=True)
    __events__ = ("on_week",)

    def on_week(self, weeks: int) -> None:
        pass
