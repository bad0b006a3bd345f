"""A screen with a figure that moves for as long as it is shown. Knows no screen."""

from typing import Any

from kivy.clock import Clock
from kivy.properties import ObjectProperty

from app.ui.screens.place import Place
from app.ui.theme import theme
from app.ui.widgets import figure  # noqa: F401  # the rules name its classes
from app.views.picture import NO_PICTURE

FPS = 24


class MovingPlace(Place):
    """Its view has a `picture`; it asks for its next one by `on_frame` while it is shown."""

    picture = ObjectProperty(NO_PICTURE)

    __events__ = ("on_frame",)

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

    def on_frame(self) -> None:
        pass
