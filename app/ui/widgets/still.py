"""Keeps a drawn copy of what rarely changes, so that a frame need not draw it again. Knows no content."""

from typing import Any

from kivy.graphics import (
    Canvas,
    ClearBuffers,
    ClearColor,
    Color,
    Fbo,
    PopMatrix,
    PushMatrix,
    Rectangle,
    Translate,
)
from kivy.properties import ColorProperty
from kivy.uix.boxlayout import BoxLayout


class Still(BoxLayout):
    """A box whose content is drawn into a texture, anew only when something in it has changed.

    On software GL a draw call costs more than the pixels that it fills: a copy of the player's words and
    buttons takes next to nothing where they themselves take some milliseconds. The copy stands on `ground`,
    the colour behind it, for smooth edges that were laid on nothing would come out too thin.
    """

    ground = ColorProperty("#000000")

    def __init__(self, **kwargs: Any) -> None:
        self.canvas = Canvas()
        with self.canvas:
            self._fbo = Fbo(size=(1, 1))
            Color(1, 1, 1, 1)
            self._copy = Rectangle()
        with self._fbo:
            self._clear = ClearColor(0, 0, 0, 1)
            ClearBuffers()
        with self._fbo.before:
            PushMatrix()
            self._origin = Translate()
        with self._fbo.after:
            PopMatrix()
        super().__init__(**kwargs)
        for name in ("pos", "size", "ground"):
            self.fbind(name, self._cover)
        self._cover()

    def add_widget(self, *args: Any, **kwargs: Any) -> None:
        """As always, but into the copy."""
        canvas, self.canvas = self.canvas, self._fbo
        super().add_widget(*args, **kwargs)
        self.canvas = canvas

    def remove_widget(self, *args: Any, **kwargs: Any) -> None:
        canvas, self.canvas = self.canvas, self._fbo
        super().remove_widget(*args, **kwargs)
        self.canvas = canvas

    def _cover(self, *_: object) -> None:
        size = (max(1, round(self.width)), max(1, round(self.height)))
        if tuple(self._fbo.size) != size:
            self._fbo.size = size
        x, y = round(self.x), round(self.y)
        self._origin.xy = (-x, -y)
        self._clear.rgba = (*self.ground[:3], 1)
        self._copy.texture = self._fbo.texture
        self._copy.pos, self._copy.size = (x, y), size
