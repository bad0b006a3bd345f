"""A word about what was done, with a way to take it back, or to see it, for some seconds. Knows no deed."""

from typing import Any

from kivy.animation import Animation
from kivy.clock import Clock
from kivy.properties import BooleanProperty, NumericProperty, StringProperty
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.widget import Widget

from app.ui.kv import load_kv
from app.ui.theme import theme
from app.ui.widgets import button, text  # noqa: F401  # the rules below names their classes
from app.views import labels

load_kv(__file__)

LASTING_S = 8.0
"""Long enough to read a line, think, and reach the button by keyboard."""


class Snackbar(BoxLayout):
    """Says what was done. Dispatches, once and for good, `on_act` or `on_gone`; without an `action` the latter."""

    text = StringProperty("")
    action = StringProperty(labels.Snackbar.UNDO)
    icon = StringProperty("undo")
    lasting = BooleanProperty(False)
    """It has no time that runs out: it stays until it is answered, or another comes."""
    reached = BooleanProperty(False)
    """The keyboard is on its button: then its time does not run out."""

    __events__ = ("on_act", "on_gone")

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._end: Any = Clock.create_trigger(lambda _: self.leave("on_gone"), LASTING_S)

    def start(self) -> None:
        """Begins to count its time, if it has one."""
        if not self.lasting:
            self._end()

    def on_reached(self, *_: object) -> None:
        self._end.cancel()
        if not self.reached and self.parent is not None:
            self.start()

    def leave(self, event: str) -> None:
        """Is gone, by `on_act` or `on_gone`; a second time it does nothing."""
        if self.parent is not None:
            self.parent.remove_widget(self)
            self._end.cancel()
            self.dispatch(event)

    def on_act(self) -> None:
        pass

    def on_gone(self) -> None:
        pass


class SnackbarPlace(Widget):
    """Where the one snackbar stands: at the lower edge of what it is put into, above what comes after it.

    It takes no room and is part of the screen's own tree, so Tab comes to its button and it needs no focus.
    """

    room = NumericProperty(0)
    middle = NumericProperty(0)

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        for name in ("room", "middle", "y"):
            self.fbind(name, self._lay_out)

    def show(self, bar: Snackbar) -> None:
        """Shows it in the place of the one before, which is gone."""
        for old in list(self.children):
            old.leave("on_gone")
        self.add_widget(bar)
        self._lay_out()
        bar.start()
        if not theme.still:
            bar.opacity = 0.0
            Animation(opacity=1.0, duration=theme.motion_s, t="out_quad").start(bar)

    def take_back(self) -> bool:
        """Undoes what is told; False where nothing is, or where it offers something else."""
        for bar in self.children:
            if bar.action == labels.Snackbar.UNDO:
                bar.leave("on_act")
                return True
        return False

    def _lay_out(self, *_: object) -> None:
        for bar in self.children:
            bar.width = max(0, min(theme.page, self.room - 2 * theme.space_l))
            bar.pos = (self.middle - bar.width / 2, self.y + theme.space_s)
