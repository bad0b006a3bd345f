"""Lights up a whole screen with one large word, for those who cannot hear. Knows no session."""

from typing import Any

from kivy.animation import Animation
from kivy.clock import Clock
from kivy.properties import ColorProperty, ObjectProperty
from kivy.uix.boxlayout import BoxLayout

from app.ui.kv import load_kv
from app.ui.theme import theme
from app.ui.widgets import text  # noqa: F401  # the rule below names its classes
from app.views.seen import Flash

load_kv(__file__)

STANDING_S = 0.45
FADING_S = 0.4


class FlashCover(BoxLayout):
    """Lies over `screen` without taking its touches: it is drawn after it, and is no child of it.

    A flash stands and fades; with reduced motion it stands as long and is gone.
    """

    flash = ObjectProperty(Flash(), rebind=True)
    ink = ColorProperty("#ffffff")

    def __init__(self, screen: Any, **kwargs: Any) -> None:
        super().__init__(opacity=0, **kwargs)
        self._end = Clock.create_trigger(self._go, STANDING_S)
        screen.canvas.after.add(self.canvas)
        screen.fbind("size", self._cover)
        screen.fbind("pos", self._cover)
        self._cover(screen)

    def show(self, flash: Flash) -> None:
        """Lights up if this is another flash than the last."""
        if flash.number == self.flash.number:
            return
        self.flash = flash
        Animation.cancel_all(self, "opacity")
        self.opacity = 1
        self._end.cancel()
        self._end.timeout = STANDING_S + (FADING_S if theme.still else 0)
        self._end()

    def stay(self) -> None:
        """Stays lit, for a picture of it."""
        self._end.cancel()
        Animation.cancel_all(self, "opacity")
        self.opacity = 1

    def _go(self, *_: object) -> None:
        if theme.still:
            self.opacity = 0
        else:
            Animation(opacity=0, duration=FADING_S).start(self)

    def _cover(self, screen: Any, *_: object) -> None:
        self.pos, self.size = screen.pos, screen.size
