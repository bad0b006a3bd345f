"""The four places at the bottom of the window. Knows no screen: names and icons come in."""

from typing import Any

from kivy.properties import BooleanProperty, ListProperty, StringProperty
from kivy.uix.boxlayout import BoxLayout

from app.ui.kv import load_kv
from app.ui.widgets import text  # noqa: F401  # the rules below name its classes
from app.ui.widgets.pressable import Pressable

load_kv(__file__)


class NavigationItem(Pressable):
    name = StringProperty("")
    label = StringProperty("")
    here = BooleanProperty(False)


class Navigation(BoxLayout):
    """`places` are (name, label) pairs; dispatches `on_go(name)`."""

    places = ListProperty()
    here = StringProperty("")

    __events__ = ("on_go",)

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.fbind("places", self._fill)
        self.fbind("here", self._mark)
        self._fill()

    def _fill(self, *_: object) -> None:
        self.clear_widgets()
        for name, label in self.places:
            item = NavigationItem(
                name=name, label=label, on_release=lambda item: self.dispatch("on_go", item.name)
            )
            self.add_widget(item)
        self._mark()

    def _mark(self, *_: object) -> None:
        for item in self.children:
            item.here = item.name == self.here

    def on_go(self, name: str) -> None:
        pass
