"""The library of exercises, each with its picture. Knows its view, and no file."""

from typing import Any

from kivy.metrics import dp
from kivy.properties import NumericProperty, ObjectProperty, StringProperty
from kivy.uix.recycleboxlayout import RecycleBoxLayout
from kivy.uix.recycleview import RecycleView
from kivy.uix.recycleview.views import RecycleDataViewBehavior

from app.ui.kv import load_kv
from app.ui.screens.place import Place, place_of
from app.ui.theme import theme
from app.ui.widgets import empty, search  # noqa: F401  # the rules name their classes
from app.ui.widgets.row import ListRow
from app.ui.widgets.text import lines
from app.views.exercises import ExerciseRow

load_kv(__file__)


class ExerciseLine(RecycleDataViewBehavior, ListRow):
    """One exercise. The list uses its lines again for others, so all they show lies in properties."""

    id_ = StringProperty("")

    def on_release(self) -> None:
        place_of(self).dispatch("on_open", self.id_)

    def on_id_(self, *_: object) -> None:
        """The keyboard does not follow the line to another exercise."""
        self.focus = False


class ExerciseLines(RecycleBoxLayout):
    """The lines in sight, in the order of the list: Tab goes through them in the order of the children."""

    def set_visible_views(self, *args: Any) -> None:
        super().set_visible_views(*args)
        in_order = sorted(self.children, key=self.view_indices.__getitem__, reverse=True)
        if in_order != self.children:
            self.children = in_order


class ExerciseList(RecycleView):
    """Only the lines in sight exist, so the height of each is worked out from its words."""

    exercises = ObjectProperty(None)
    row_width = NumericProperty(0)
    type_size = NumericProperty(0)

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        for name in ("exercises", "row_width", "type_size"):
            self.fbind(name, self._fill)
        self._fill()

    def _fill(self, *_: object) -> None:
        if self.exercises is not None and self.row_width > 0:
            self.data = [_line(row, self.row_width) for row in self.exercises.rows]


def _line(row: ExerciseRow, width: float) -> dict[str, Any]:
    height = max(dp(96), _words_height(row, width) + theme.space_m * 2)
    said = {"title": row.name, "subtitle": row.facts, "picture": row.picture}
    return {"id_": row.id, "least_height": height, "box": (None, height), **said}


def _words_height(row: ExerciseRow, width: float) -> float:
    """What its two texts take beside the picture and, in a row that is not narrow, the chevron (row.kv)."""
    narrow = width < theme.type_heading * 14
    beside = dp(60) if narrow else dp(84) + theme.type_icon * 1.2
    room = width - beside - theme.space_m * 2 - theme.space_s * 4
    title = lines(row.name, theme.type_body, room) * theme.type_body
    return 1.2 * (title + lines(row.facts, theme.type_small, room) * theme.type_small) + dp(2)


class ExercisesScreen(Place):
    """Dispatches `on_open(exercise)`, `on_kind(index)`, `on_search(text)`, `on_shelf(index)`, `on_all`, `on_new`."""

    __events__ = ("on_open", "on_kind", "on_search", "on_shelf", "on_all", "on_new")

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

    def on_new(self) -> None:
        pass
