"""A month to choose a day from. Knows no session: days come in."""

from datetime import date
from typing import Any

from kivy.properties import ObjectProperty, StringProperty
from kivy.uix.boxlayout import BoxLayout

from app.ui.kv import load_kv
from app.ui.widgets import button, each, text  # noqa: F401  # the rules below name their classes
from app.ui.widgets.card import Card, Column
from app.ui.widgets.modal import Modal
from app.ui.widgets.pressable import Pressable
from app.views.month import MonthDay, MonthView, month_after, month_view

load_kv(__file__)

WAYS = {"left": -1, "right": 1, "up": -7, "down": 7}
NO_DAY = MonthDay(date.min, "", is_today=False, is_chosen=False, can_be_chosen=False)


class MonthCell(Pressable):
    """One day: `item` is a `MonthDay`. The arrow keys go from day to day."""

    answers = (*Pressable.answers, *WAYS)
    item = ObjectProperty(NO_DAY, rebind=True)

    def on_release(self) -> None:
        month_of(self).dispatch("on_pick", self.item.day)

    def keyboard_on_key_down(
        self, window: Any, keycode: tuple[int, str], letter: str, modifiers: list[str]
    ) -> bool:
        if keycode[1] in WAYS:
            month_of(self).walk_from(self, WAYS[keycode[1]])
            return True
        return bool(super().keyboard_on_key_down(window, keycode, letter, modifiers))


class MonthRow(BoxLayout):
    """One week: `item` are seven `MonthDay`s."""

    item = ObjectProperty(())


class MonthLetter(text.Text):
    """The weekday of a column: `item` is its letter."""

    item = StringProperty("")


class MonthPicker(Column):
    """`view` is a `MonthView`. Dispatches `on_pick(day)` and `on_turn(-1 or 1)` for the month before or after."""

    view = ObjectProperty(None, rebind=True)

    __events__ = ("on_pick", "on_turn")

    def walk_from(self, cell: MonthCell, by: int) -> None:
        """Takes the keyboard from one day to another of this month, if there is one to choose."""
        rows = reversed(self.ids.weeks.children)
        cells = [day for row in rows for day in reversed(row.ids.days.children)]
        place = cells.index(cell) + by
        if 0 <= place < len(cells) and not cells[place].disabled:
            cells[place].focus = True

    def on_pick(self, day: date) -> None:
        pass

    def on_turn(self, by: int) -> None:
        pass


def month_of(cell: Any) -> MonthPicker:
    while not isinstance(cell, MonthPicker):
        cell = cell.parent
    return cell


class MonthCard(Card):
    """A month under a title."""

    title = StringProperty("")
    view = ObjectProperty(None, rebind=True)

    __events__ = ("on_pick", "on_turn")

    def on_pick(self, day: date) -> None:
        pass

    def on_turn(self, by: int) -> None:
        pass


class MonthSheet(Modal):
    """Asks for a day up to `today`, in a month that comes up from the bottom of the window.

    Opens on the month of `chosen`. Is gone when it dispatches `on_pick(day)` or `on_cancel`.
    """

    __events__ = ("on_pick",)

    def __init__(self, *, title: str, chosen: date, today: date, first_weekday: int) -> None:
        self._month = chosen
        self._make: Any = lambda month: month_view(month, chosen, today, first_weekday)
        self.card = MonthCard(title=title, view=self._make(chosen))
        super().__init__(self.card, at_bottom=True)
        self.card.bind(on_pick=lambda _, day: self._pick(day), on_turn=lambda _, by: self._turn(by))

    @property
    def view(self) -> MonthView:
        """The month that is shown."""
        return self.card.view

    def press(self, key: str) -> bool:
        """Page Up and Page Down turn to the month before and after."""
        if key == "pageup" or (key == "pagedown" and self.view.can_go_on):
            self._turn(-1 if key == "pageup" else 1)
            return True
        return super().press(key)

    def _turn(self, by: int) -> None:
        self._month = month_after(self._month, by)
        self.card.view = self._make(self._month)

    def _pick(self, day: date) -> None:
        self.close()
        self.dispatch("on_pick", day)

    def on_pick(self, day: date) -> None:
        pass
