"""Before the heel-rise test: how it is done, and when not to. Knows its view, and no session."""

from app.ui.kv import load_kv
from app.ui.screens import exercise, knee_to_wall  # noqa: F401  # the rules name their classes
from app.ui.screens.moving import MovingPlace
from app.ui.widgets import notice  # noqa: F401  # as above

load_kv(__file__)


class HeelRiseScreen(MovingPlace):
    """Dispatches `on_start` and `on_leave`."""

    __events__ = ("on_start", "on_leave")

    def press_key(self, key: str) -> bool:
        if key != "spacebar":
            return False
        self.dispatch("on_start")
        return True

    def do_the_one_thing(self) -> None:
        self.dispatch("on_start")

    def on_start(self) -> None:
        pass

    def on_leave(self) -> None:
        pass
