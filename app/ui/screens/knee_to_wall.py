"""Taking knee-to-wall: one try at a time, read from two metres. Knows its view, and no test."""

from kivy.properties import StringProperty

from app.ui.kv import load_kv
from app.ui.screens.moving import MovingPlace
from app.ui.widgets import badge, controls, segments  # noqa: F401  # the rules name their classes
from app.ui.widgets.text import Words

load_kv(__file__)

KEYS = {
    "+": ("on_step", 1),
    "=": ("on_step", 1),
    "numpadadd": ("on_step", 1),
    "right": ("on_step", 1),
    "-": ("on_step", -1),
    "numpadsubstract": ("on_step", -1),
    "left": ("on_step", -1),
    "spacebar": ("on_keep",),
}
"""What keys that no focused widget wants do. The misspelling is Kivy's."""


class LargeStep(Words):
    """One thing to do: `item` says it."""

    item = StringProperty("")


class KneeToWallScreen(MovingPlace):
    """Dispatches `on_step(-1 or 1)`, `on_keep`, `on_skip`, `on_back` and `on_leave`."""

    __events__ = ("on_step", "on_keep", "on_skip", "on_back", "on_leave")

    def press_key(self, key: str) -> bool:
        wish = KEYS.get(key)
        if wish is not None:
            self.dispatch(*wish)
        return wish is not None

    def do_the_one_thing(self) -> None:
        self.dispatch("on_keep")

    def on_step(self, by: int) -> None:
        pass

    def on_keep(self) -> None:
        pass

    def on_skip(self) -> None:
        pass

    def on_back(self) -> None:
        pass

    def on_leave(self) -> None:
        pass
