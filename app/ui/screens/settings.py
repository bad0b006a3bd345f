"""Settings: every choice, where the data lies, what works on this machine. Knows its view, and no file."""

from typing import Any

from kivy.properties import ObjectProperty
from kivy.uix.widget import Widget

from app.ui.kv import load_kv
from app.ui.screens import data  # noqa: F401  # the rules name its classes
from app.ui.screens.place import Place, place_of
from app.ui.widgets.card import Card, Column
from app.ui.widgets.controls import Choice, LevelSlider, Stepper, Toggle

load_kv(__file__)


class SettingLine(Column):
    """One setting: `item` is a `SettingRow`; its control is made once, by its kind."""

    item = ObjectProperty(None, rebind=True)

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._control: Widget | None = None
        self.on_item()

    def on_item(self, *_: object) -> None:
        if getattr(self, "_control", self) is self:
            return  # called by the constructor's own assignment, before there is a place for the control
        if self._control is None:
            self._control = self._make()
            beside = self.item.kind == "switch"
            (self.ids.beside if beside else self.ids.below).add_widget(self._control)
        self._bring_up_to_date(self._control)

    def _make(self) -> Widget:
        match self.item.kind:
            case "choice":
                return Choice(words=self.item.choices, on_choose=lambda _, index: self._say(index))
            case "switch":
                return Toggle(on_release=lambda _: self._say(0 if self.item.value else 1))
            case "slider":
                return LevelSlider(on_slide=lambda _, value: self._say(value))
            case _:
                return Stepper(on_step=lambda _, by: self._say(by))

    def _bring_up_to_date(self, control: Any) -> None:
        match self.item.kind:
            case "choice":
                control.chosen = self.item.value
            case "switch":
                control.active = bool(self.item.value)
                control.disabled = not self.item.enabled
            case "slider":
                control.value = self.item.value
                control.disabled = not self.item.enabled
            case _:
                control.text = self.item.text
                control.can_lower, control.can_raise = self.item.can_lower, self.item.can_raise

    def _say(self, value: int) -> None:
        place_of(self).dispatch("on_set", self.item.key, value)


class SectionCard(Card):
    """A group of settings: `item` is a `Section`."""

    item = ObjectProperty(None, rebind=True)


class PartLine(Column):
    """One part of the machine: `item` is a `PartRow`."""

    item = ObjectProperty(None, rebind=True)

    def test(self) -> None:
        place_of(self).dispatch("on_test", self.item.part)


class RemindingCard(Card):
    """The ways to the pages of reminders and of breaks."""


class SettingsScreen(Place):
    """Dispatches `on_set(key, value)`, `on_test(part)`, `on_page` with "reminders" or "breaks", and `on_data` with
    "open", "export", "import" or "backups".
    """

    __events__ = ("on_set", "on_test", "on_page", "on_data")

    def on_set(self, key: str, value: int) -> None:
        pass

    def on_test(self, part: str) -> None:
        pass

    def on_page(self, name: str) -> None:
        pass

    def on_data(self, wish: str) -> None:
        pass
