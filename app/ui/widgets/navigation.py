"""The places to go to, at the bottom of the window or at its side. Knows no screen: names and icons come in."""

from typing import Any

from kivy.metrics import dp
from kivy.properties import BooleanProperty, ListProperty, StringProperty
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.widget import Widget

from app.ui.kv import load_kv
from app.ui.widgets import text  # noqa: F401  # the rules below name its classes
from app.ui.widgets.pressable import Pressable

load_kv(__file__)

RAIL_WIDTH, BAR_HEIGHT = dp(96), dp(66)


class NavigationItem(Pressable):
    name = StringProperty("")
    label = StringProperty("")
    here = BooleanProperty(False)
    rail = BooleanProperty(False)


class Navigation(BoxLayout):
    """`places` are (name, label) pairs; dispatches `on_go(name)`."""

    places = ListProperty()
    here = StringProperty("")
    rail = BooleanProperty(False)
    """At the side of a wide window instead of at the bottom."""

    __events__ = ("on_go",)

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.fbind("places", self._fill)
        self.fbind("here", self._mark)
        self.fbind("rail", self._turn)
        self._turn()

    def _fill(self, *_: object) -> None:
        self.clear_widgets()
        for name, label in self.places:
            item = NavigationItem(
                name=name,
                label=label,
                rail=self.rail,
                on_release=lambda item: self.dispatch("on_go", item.name),
            )
            self.add_widget(item)
        if self.rail:
            self.add_widget(Widget())
        self._mark()

    def _turn(self, *_: object) -> None:
        self.orientation = "vertical" if self.rail else "horizontal"
        self.size_hint = (None, 1) if self.rail else (1, None)
        self.size = (RAIL_WIDTH, 100) if self.rail else (100, BAR_HEIGHT)
        self._fill()

    def _mark(self, *_: object) -> None:
        for item in self.children:
            if isinstance(item, NavigationItem):
                item.here = item.name == self.here

    def on_go(self, name: str) -> None:
        pass
