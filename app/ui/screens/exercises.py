"""The library of exercises, each with its picture. Knows its view, and no file."""

from typing import Any

from kivy.properties import NumericProperty, ObjectProperty, StringProperty
from kivy.uix.recycleview import RecycleView
from kivy.uix.recycleview.views import RecycleDataViewBehavior

from app.ui.kv import load_kv
from app.ui.screens.place import Place, place_of
from app.ui.widgets import figure, field  # noqa: F401  # the rules name their classes
from app.ui.widgets.pressable import Pressable
from app.views.exercises import ExerciseRow
from app.views.picture import NO_PICTURE

load_kv(__file__)


class ExerciseLine(RecycleDataViewBehavior, Pressable):
    """One exercise. The list uses its lines again for others, so all they show lies in these properties."""

    id_ = StringProperty("")
    name = StringProperty("")
    facts = StringProperty("")
    picture = ObjectProperty(NO_PICTURE)

    def on_release(self) -> None:
        place_of(self).dispatch("on_open", self.id_)


class ExerciseList(RecycleView):
    """Only the lines in sight exist."""

    exercises = ObjectProperty(None)
    line_height = NumericProperty(96)

    def on_exercises(self, *_: object) -> None:
        self.data = [_line(row) for row in self.exercises.rows]


def _line(row: ExerciseRow) -> dict[str, Any]:
    return {"id_": row.id, "name": row.name, "facts": row.facts, "picture": row.picture}


class ExercisesScreen(Place):
    """Dispatches `on_open(exercise)`, `on_kind(index)`, `on_search(text)` and `on_shelf(index)`."""

    __events__ = ("on_open", "on_kind", "on_search", "on_shelf")

    def on_open(self, exercise: str) -> None:
        pass

    def on_kind(self, index: int) -> None:
        pass

    def on_search(self, text: str) -> None:
        pass

    def on_shelf(self, index: int) -> None:
        pass


