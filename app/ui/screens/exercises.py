"""The library of exercises, each with its picture. Knows its view, and no file."""

from typing import Any

from kivy.properties import NumericProperty, ObjectProperty, StringProperty
from kivy.uix.recycleview import RecycleView
from kivy.uix.recycleview.views import RecycleDataViewBehavior

from app.ui.kv import load_kv
from app.ui.screens.place import Place, place_of
from app.ui.widgets import empty, search  # noqa: F401  # the rules name their classes
from app.ui.widgets.row import ListRow
from app.views.exercises import ExerciseRow

load_kv(__file__)


class ExerciseLine(RecycleDataViewBehavior, ListRow):
    """One exercise. The list uses its lines again for others, so all they show lies in properties."""

    id_ = StringProperty("")

    def on_release(self) -> None:
        place_of(self).dispatch("on_open", self.id_)


class ExerciseList(RecycleView):
    """Only the lines in sight exist."""

    exercises = ObjectProperty(None)
    line_height = NumericProperty(96)

    def on_exercises(self, *_: object) -> None:
        self.data = [_line(row, self.line_height) for row in self.exercises.rows]

    def on_line_height(self, *_: object) -> None:
        if self.exercises is not None:
            self.on_exercises()


def _line(row: ExerciseRow, height: float) -> dict[str, Any]:
    said = {"title": row.name, "subtitle": row.facts, "picture": row.picture}
    return {"id_": row.id, "least_height": height, **said}


class ExercisesScreen(Place):
    """Dispatches `on_open(exercise)`, `on_kind(index)`, `on_search(text)`, `on_shelf(index)` and `on_all`."""

    __events__ = ("on_open", "on_kind", "on_search", "on_shelf", "on_all")

    def on_open(self, exercise: str) -> None:
        pass

    def on_kind(self, index: int) -> None:
        pass

    def on_search(self, text: str) -> None:
        pass

    def on_shelf(self, index: int) -> None:
        pass

    def on_all(self) -> None:
        pass
