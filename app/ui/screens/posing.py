"""A figure posed by hand, keyframe by keyframe. Knows its view, and no joint."""

from typing import Any

from kivy.clock import Clock

from app.ui.kv import load_kv
from app.ui.screens.place import Place
from app.ui.widgets import controls, pose_stage, several  # noqa: F401  # the rules name their classes

load_kv(__file__)

FPS = 24
CHORDS = {"ctrl+z": "on_undo", "ctrl+shift+z": "on_redo", "ctrl+y": "on_redo"}


class PosingScreen(Place):
    """Dispatches what the person wants of the figure.

    `on_point(name)` chooses a point, `on_drag(name, x, y)` drags it; `on_keyframe(index)`, `on_add`,
    `on_take_away` and `on_time(by)` are about keyframes, `on_stock` asks for a pose, `on_hold` holds the
    chosen limb or lets it go, `on_thing(index)` puts a thing there or away, `on_play` and `on_mirror` show it.
    It asks for its next picture by `on_tick` while it plays.
    """

    __events__ = (
        "on_point",
        "on_drag",
        "on_keyframe",
        "on_add",
        "on_take_away",
        "on_time",
        "on_stock",
        "on_hold",
        "on_thing",
        "on_play",
        "on_mirror",
        "on_undo",
        "on_redo",
        "on_tick",
        "on_leave",
    )

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._ticks = Clock.create_trigger(lambda _: self.dispatch("on_tick"), 1 / FPS, interval=True)
        self.fbind("parent", self._come_or_go)

    def play(self, *, on: bool) -> None:
        self._ticks.cancel()
        if on:
            self._ticks()

    def do_the_one_thing(self) -> None:
        self.dispatch("on_leave")

    def press_chord(self, chord: str) -> bool:
        if chord not in CHORDS:
            return False
        self.dispatch(CHORDS[chord])
        return True

    def press_key(self, key: str) -> bool:
        """The space bar plays and stops."""
        if key != "spacebar":
            return False
        self.dispatch("on_play")
        return True

    def _come_or_go(self, *_: object) -> None:
        if self.parent is None:
            self._ticks.cancel()

    def on_point(self, name: str) -> None:
        pass

    def on_drag(self, name: str, x: float, y: float) -> None:
        pass

    def on_keyframe(self, index: int) -> None:
        pass

    def on_add(self) -> None:
        pass

    def on_take_away(self) -> None:
        pass

    def on_time(self, by: int) -> None:
        pass

    def on_stock(self) -> None:
        pass

    def on_hold(self) -> None:
        pass

    def on_thing(self, index: int) -> None:
        pass

    def on_play(self) -> None:
        pass

    def on_mirror(self) -> None:
        pass

    def on_undo(self) -> None:
        pass

    def on_redo(self) -> None:
        pass

    def on_tick(self) -> None:
        pass

    def on_leave(self) -> None:
        pass
