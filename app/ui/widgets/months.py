"""The months of a year to choose one from, or all. Knows no session: counts come in."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from kivy.properties import ObjectProperty, StringProperty
from kivy.uix.boxlayout import BoxLayout

from app.ui.kv import load_kv
from app.ui.widgets import button, each, text  # noqa: F401  # the rules below name their classes
from app.ui.widgets.card import Card
from app.ui.widgets.modal import Modal
from app.ui.widgets.pressable import Pressable
from app.views.months import MonthChoice, year_view

load_kv(__file__)

NO_MONTH = MonthChoice(date.min, "", "", is_chosen=False, can_be_chosen=False)


class MonthTile(Pressable):
    """One month: `item` is a `MonthChoice`."""

    item = ObjectProperty(NO_MONTH, rebind=True)

    def on_release(self) -> None:
        card: Any = self.parent
        while not isinstance(card, MonthsCard):
            card = card.parent
        card.dispatch("on_pick", self.item.month)


class QuarterRow(BoxLayout):
    """Three months: `item` are their `MonthChoice`s."""

    item = ObjectProperty(())


class MonthsCard(Card):
    """`view` is a `YearView`. Dispatches `on_pick(month)`, with None for all, and `on_year(year)`."""

    title = StringProperty("")
    every = StringProperty("")
    view = ObjectProperty(None, rebind=True)

    __events__ = ("on_pick", "on_year")

    def on_pick(self, month: date | None) -> None:
        pass

    def on_year(self, year: int) -> None:
        pass


class MonthsSheet(Modal):
    """Asks for a month that has something in it, year by year. `counts`, of which there is one at least, are by
    the first day of each month.

    Is gone when it dispatches `on_pick(month)`, with None for all, or `on_cancel`.
    """

    __events__ = ("on_pick",)

    def __init__(self, *, title: str, every: str, counts: Mapping[date, int], chosen: date | None) -> None:
        self._make: Any = lambda year: year_view(year, counts, chosen)
        year = (chosen or max(counts)).year
        self.card = MonthsCard(title=title, every=every, view=self._make(year))
        super().__init__(self.card, at_bottom=True)
        self.card.bind(on_pick=lambda _, month: self._pick(month), on_year=lambda _, year: self._turn(year))

    def _turn(self, year: int) -> None:
        self.card.view = self._make(year)

    def _pick(self, month: date | None) -> None:
        self.close()
        self.dispatch("on_pick", month)

    def on_pick(self, month: date | None) -> None:
        pass
