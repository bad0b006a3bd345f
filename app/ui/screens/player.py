"""The player: one exercise, one side, one number, read from two metres. Knows its view, and no session."""

from typing import Any

from kivy.clock import Clock
from kivy.metrics import dp
from kivy.properties import BooleanProperty, NumericProperty

from app.ui.kv import load_kv
from app.ui.screens.place import Place
from app.ui.widgets import badge, figure, flash, ring, segments, still  # noqa: F401  # the rules name their classes

load_kv(__file__)

RIGID = ("top", "trouble", "title", "dial", "controls")
GIVING_WAY = ("said", "cue", "next", "place", "how")
"""What is left out where it has no room, the last first."""


class PlayerPart(still.Still):
    """Words and buttons that change seldom, as high as they need."""


class PlayerScreen(Place):
    """Dispatches what the person wants of the session.

    In a small window with large type the number, the name, the side and the controls stay.
    """

    ring_size = NumericProperty(160)
    wide = BooleanProperty(False)
    least_stage = NumericProperty(dp(120))

    __events__ = ("on_toggle", "on_skip", "on_back", "on_add", "on_mute", "on_stop", "on_done", "on_wrong")

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.cover = flash.FlashCover(self)
        self.cover.flash = self.view.flash  # what was before this screen does not flash
        self.fbind("view", lambda *_: self.cover.show(self.view.flash))
        make_room = Clock.create_trigger(self._make_room, -1)
        self.fbind("size", make_room)
        for name in RIGID:
            self.ids[name].fbind("height", make_room)
        for name in GIVING_WAY:
            self.ids[name].fbind("minimum_height", make_room)
        self.fbind("view", make_room)
        self._make_room()

    def _make_room(self, *_: object) -> None:
        """Shows as much as leaves the picture its least height."""
        ids = self.ids
        words = ids.words
        rigid = sum(ids[name].height for name in RIGID if not (self.wide and name == "title"))
        room = self.height - rigid - words.padding[1] - words.padding[3] - 4 * words.spacing
        room -= 0 if self.wide else self.least_stage
        for name in GIVING_WAY:
            part = ids[name]
            part.shown = bool(part.minimum_height and part.minimum_height <= room)
            room -= part.minimum_height + words.spacing if part.shown else 0

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

    def on_wrong(self) -> None:
        pass
