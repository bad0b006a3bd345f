"""The bar of parts above the player: each set on one side is a part. Knows no session."""

from kivy.graphics import Color, SmoothRoundedRectangle
from kivy.metrics import dp
from kivy.properties import ColorProperty, ListProperty
from kivy.uix.widget import Widget

GAP = dp(3)


class Segments(Widget):
    """`parts` are shares from 0 to 1, `weights` their lengths relative to each other."""

    parts = ListProperty()
    weights = ListProperty()
    ink = ColorProperty("#000000")
    track = ColorProperty("#cccccc")

    def __init__(self, **kwargs: object) -> None:
        super().__init__(**kwargs)
        self._bars: list[tuple[SmoothRoundedRectangle, SmoothRoundedRectangle]] = []
        for name in ("parts", "pos", "size"):
            self.fbind(name, self._place)
        for name in ("weights", "ink", "track"):
            self.fbind(name, self._draw)
        self._draw()

    def _draw(self, *_: object) -> None:
        self.canvas.clear()
        self._bars = []
        with self.canvas:
            for _ in self.weights:
                Color(*self.track)
                track = SmoothRoundedRectangle()
                Color(*self.ink)
                self._bars.append((track, SmoothRoundedRectangle()))
        self._place()

    def _place(self, *_: object) -> None:
        if not self._bars or len(self.parts) != len(self._bars):
            return
        room = self.width - GAP * (len(self._bars) - 1)
        total = sum(self.weights)
        x = self.x
        for (track, bar), share, weight in zip(self._bars, self.parts, self.weights, strict=True):
            width = room * weight / total
            track.pos = bar.pos = (x, self.y)
            track.size = (width, self.height)
            bar.size = (width * share, self.height)
            track.radius = [self.height / 2]
            bar.radius = [min(self.height, width * share) / 2]
            x += width + GAP
