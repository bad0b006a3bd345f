"""One exercise: how it is done, what it does, when to stop. Knows its view, and no file."""

from typing import Any

from kivy.clock import Clock
from kivy.properties import ObjectProperty, StringProperty

from app.ui.kv import load_kv
from app.ui.screens.place import Place, place_of
from app.ui.theme import theme
from app.ui.widgets import figure  # noqa: F401  # the rules name its classes
from app.ui.widgets.button import QuietButton
from app.ui.widgets.text import Words
from app.views.picture import NO_PICTURE

load_kv(__file__)

FPS = 24


class PlainLine(Words):
    """One line of a list: `item` is its text."""

    item = StringProperty("")


class LinkButton(QuietButton):
    """The way to an easier or harder exercise: `item` is a `Link`."""

    item = ObjectProperty(None, rebind=True)

    def on_release(self) -> None:
        place_of(self).dispatch("on_open", self.item.id)


class ExerciseScreen(Place):
    """Dispatches `on_open(exercise)`, `on_signs`, `on_more` and `on_leave`.

    It asks for its next picture by `on_frame` while it is shown.
    """

    picture = ObjectProperty(NO_PICTURE)

    __events__ = ("on_open", "on_signs", "on_more", "on_leave", "on_frame")

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.picture = self.view.picture
        self._frames: Any = None
        self.fbind("parent", self._come_or_go)

    def _come_or_go(self, *_: object) -> None:
        """A screen that is not shown keeps its Clock events (and here would move unseen)."""
        if self.parent is not None and self.picture.figure and not theme.still:
            self._frames = Clock.schedule_interval(lambda _: self.dispatch("on_frame"), 1 / FPS)
        elif self._frames is not None:
            self._frames.cancel()

    def on_open(self, exercise: str) -> None:
        pass

    def on_signs(self) -> None:
        pass

    def on_more(self) -> None:
        pass

    def on_leave(self) -> None:
        pass

    def on_frame(self) -> None:
        pass
