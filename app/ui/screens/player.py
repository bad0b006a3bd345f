"""The player: one exercise, one side, one number, read from two metres. Knows its view, and no session."""

from typing import Any

from kivy.clock import Clock
from kivy.metrics import dp
from kivy.properties import NumericProperty, StringProperty
from kivy.uix.boxlayout import BoxLayout

from app.ui.kv import load_kv
from app.ui.screens.place import Place
from app.ui.widgets import ring, segments  # noqa: F401  # the rules name their classes
from app.ui.widgets.button import IconButton
from app.ui.widgets.pressable import Pressable

load_kv(__file__)

RIGID = ("top", "trouble", "title", "controls")
GIVING_WAY = ("cue", "next", "place", "how")
"""What is left out where it has no room, the last first."""


class SideBadge(BoxLayout):
    """LEFT or RIGHT: a word, an arrow and a colour; no room where there is no side."""

    side = StringProperty("")
    word = StringProperty("")


class RoundButton(IconButton):
    """The large button in the middle: pause and go on, or done."""


class PlusButton(Pressable):
    """Ten seconds more."""

    label = StringProperty("Ten seconds more")


class PlayerScreen(Place):
    """Dispatches what the person wants of the session.

    In a small window with large type the number, the name, the side and the controls stay.
    """

    ring_size = NumericProperty(300)
    least_ring = NumericProperty(dp(140))

    __events__ = ("on_toggle", "on_skip", "on_back", "on_add", "on_mute", "on_stop", "on_done")

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        make_room = Clock.create_trigger(self._make_room, -1)
        self.fbind("size", make_room)
        for name in RIGID:
            self.ids[name].fbind("height", make_room)
        for name in ("badge", *GIVING_WAY):
            self.ids[name].fbind("minimum_height", make_room)
        self.fbind("view", make_room)
        self._make_room()

    def _make_room(self, *_: object) -> None:
        """Shows as much as leaves the ring its least size; a badge with no side on it only keeps a place."""
        ids = self.ids
        frames = (ids.heading, ids.words)
        rigid = sum(ids[name].height for name in RIGID) + sum(
            frame.padding[1] + frame.padding[3] for frame in frames
        )
        room = self.height - rigid - self.least_ring
        for name in ("badge", *GIVING_WAY) if self.view.side else (*GIVING_WAY, "badge"):
            part = ids[name]
            needed = part.minimum_height + ids.words.spacing
            must = name == "badge" and self.view.side
            part.shown = bool(part.minimum_height and (must or needed <= room))
            room -= needed if part.shown else 0

    def on_toggle(self) -> None:
        pass

    def on_skip(self) -> None:
        pass

    def on_back(self) -> None:
        pass

    def on_add(self) -> None:
        pass

    def on_mute(self) -> None:
        pass

    def on_stop(self) -> None:
        pass

    def on_done(self) -> None:
        pass
