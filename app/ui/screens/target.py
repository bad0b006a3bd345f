"""The sheet in which it is set when a routine is due. Knows its view, and no history."""

from typing import Any

from kivy.properties import ListProperty, ObjectProperty
from kivy.uix.gridlayout import GridLayout

from app.ui.kv import load_kv
from app.ui.theme import theme
from app.ui.widgets import button, controls, notice, text  # noqa: F401  # the rules name their classes
from app.ui.widgets.pressable import Pressable
from app.ui.widgets.sheet import SheetContent
from app.views.targets import KINDS

load_kv(__file__)


class WeekdayButton(Pressable):
    """One weekday, on or off: `item` is a `WeekdayItem`."""

    item = ObjectProperty(None, rebind=True)


class WeekdayButtons(GridLayout):
    """Seven weekdays in one line or, in a narrow window, in two. Dispatches `on_toggle(weekday)`."""

    items = ListProperty()

    __events__ = ("on_toggle",)

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.fbind("items", self._fill)
        self.fbind("width", self._arrange)
        self._fill()

    def _fill(self, *_: object) -> None:
        if len(self.children) != len(self.items):
            self.clear_widgets()
            for item in self.items:
                self.add_widget(WeekdayButton(item=item, on_release=self._toggle))
        for child, item in zip(reversed(self.children), self.items, strict=True):
            child.item = item

    def _toggle(self, day: WeekdayButton) -> None:
        self.dispatch("on_toggle", day.item.weekday)

    def _arrange(self, *_: object) -> None:
        self.cols = 7 if self.width >= 7 * theme.touch else 4

    def on_toggle(self, weekday: int) -> None:
        pass


class TargetContent(SheetContent):
    """`view` is a `TargetView`.

    Dispatches `on_kind(index)`, `on_weekday(weekday)`, `on_gap(by)` and `on_times(by)`.
    """

    kinds = KINDS

    __events__ = ("on_kind", "on_weekday", "on_gap", "on_times")

    def on_kind(self, index: int) -> None:
        pass

    def on_weekday(self, weekday: int) -> None:
        pass

    def on_gap(self, by: int) -> None:
        pass

    def on_times(self, by: int) -> None:
        pass
