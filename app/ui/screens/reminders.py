"""The page of all reminders, and the sheet of one. Knows its views; no clock and no scheduler."""

from kivy.properties import ObjectProperty

from app.ui.kv import load_kv
from app.ui.screens import (  # noqa: F401  # the rules name their classes
    reminding_parts,
    settings,
    target,
)
from app.ui.screens.place import Place, place_of
from app.ui.widgets.card import Row
from app.ui.widgets.row import ListRow
from app.ui.widgets.sheet import SheetContent, content_of

load_kv(__file__)


class ReminderRowButton(ListRow):
    """What a reminder is, and the way to change it."""


class ReminderLine(Row):
    """One reminder with its switch: `item` is a `ReminderRow`."""

    item = ObjectProperty(None, rebind=True)

    def open(self) -> None:
        place_of(self).dispatch("on_reminder", self.item.id)

    def switch(self) -> None:
        place_of(self).dispatch("on_switch", self.item.id)


class ReminderTime(Row):
    """One time of a reminder: `item` is a `TimeItem`."""

    item = ObjectProperty(None, rebind=True)

    def change(self) -> None:
        content_of(self).dispatch("on_time", self.item.at)

    def remove(self) -> None:
        content_of(self).dispatch("on_remove", self.item.at)


class ReminderContent(SheetContent):
    """`view` is a `ReminderView`.

    Dispatches `on_time(at)` to change one, with None for another; `on_remove(at)`, `on_weekday(weekday)`,
    `on_routine` and `on_delete`.
    """

    __events__ = ("on_time", "on_remove", "on_weekday", "on_routine", "on_delete")

    def on_time(self, at: object) -> None:
        pass

    def on_remove(self, at: object) -> None:
        pass

    def on_weekday(self, weekday: int) -> None:
        pass

    def on_routine(self) -> None:
        pass

    def on_delete(self) -> None:
        pass


class RemindersScreen(Place):
    """Dispatches `on_add`, `on_reminder(id)`, `on_switch(id)`, `on_set(key, value)`, `on_time(key)`, `on_leave`."""

    __events__ = ("on_add", "on_reminder", "on_switch", "on_set", "on_time", "on_leave")

    def on_add(self) -> None:
        pass

    def on_reminder(self, reminder: str) -> None:
        pass

    def on_switch(self, reminder: str) -> None:
        pass

    def on_set(self, key: str, value: int) -> None:
        pass

    def on_time(self, key: str) -> None:
        pass

    def on_leave(self) -> None:
        pass
