"""The programme that is followed: the week, what is due, and ways to change it. Knows its view, and no programme."""

from app.ui.kv import load_kv
from app.ui.screens import programme  # noqa: F401  # the rules name its classes
from app.ui.screens.place import Place
from app.ui.widgets import due, week  # noqa: F401  # the rules name their classes

load_kv(__file__)


class CourseScreen(Place):
    """Dispatches `on_start(routine)`, `on_open(routine)`, `on_turn(weeks)` by so many weeks from this one, `on_others`,
    `on_end` and `on_leave`.
    """

    __events__ = ("on_start", "on_open", "on_turn", "on_others", "on_end", "on_leave")

    def do_the_one_thing(self) -> None:
        if self.view.start:
            self.dispatch("on_start", self.view.start)

    def turn(self, weeks: int) -> None:
        """What stands above the button grows or shrinks with the week, and beside it nothing does."""
        if not self.wide:
            self.ids.page.hold_end()
        self.dispatch("on_turn", weeks)

    def on_start(self, routine: str) -> None:
        pass

    def on_open(self, routine: str) -> None:
        pass

    def on_turn(self, weeks: int) -> None:
        pass

    def on_others(self) -> None:
        pass

    def on_end(self) -> None:
        pass

    def on_leave(self) -> None:
        pass
