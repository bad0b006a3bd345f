"""Choosing one exercise of the library, with search and figures. Knows no step."""

from collections.abc import Callable

from app.core.exercise import Exercise
from app.ui.screens.picker import PickerScreen
from app.ui.stage import Stage
from app.views.exercises import exercises_view, kind_at


class Picking:
    """Shows the library in the shell; `on_pick` is told the exercise after `on_done` has shown what was before."""

    def __init__(
        self, shell: Stage, title: str, on_pick: Callable[[Exercise], None], on_done: Callable[[], None]
    ) -> None:
        self._shell = shell
        self._library = shell.books.library
        self._on_pick = on_pick
        self._on_done = on_done
        self._kind = ""
        self.screen = PickerScreen(view=exercises_view(self._library), title=title)
        self.screen.bind(
            on_open=lambda _, exercise: self._pick(exercise),
            on_kind=lambda _, index: self._look_for(kind_at(self._library, index), self.screen.view.search),
            on_search=lambda _, text: self._look_for(self._kind, text),
            on_all=lambda _: self._look_for("", ""),
            on_leave=lambda _: self._on_done(),
        )

    def open(self) -> None:
        self._shell.show(self.screen, alone=True)

    def _look_for(self, kind: str, search: str) -> None:
        self._kind = kind
        self.screen.view = exercises_view(self._library, kind, search)

    def _pick(self, exercise: str) -> None:
        self._on_done()
        self._on_pick(self._library.exercises[exercise])
