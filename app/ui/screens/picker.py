"""The library of exercises to choose one from, for a step. Knows its view, and no file."""

from kivy.properties import StringProperty

from app.ui.kv import load_kv
from app.ui.screens import exercises  # noqa: F401  # the rule names its list
from app.ui.screens.place import Place

load_kv(__file__)


class PickerScreen(Place):
    """Its `view` is an `ExercisesView`.

    Dispatches `on_open(exercise)`, `on_kind(index)`, `on_search(text)` and `on_all`.
    """

    title = StringProperty("")

    __events__ = ("on_open", "on_kind", "on_search", "on_all", "on_leave")

    def on_open(self, exercise: str) -> None:
        pass

    def on_kind(self, index: int) -> None:
        pass

    def on_search(self, text: str) -> None:
        pass

    def on_all(self) -> None:
        pass

    def on_leave(self) -> None:
        pass
