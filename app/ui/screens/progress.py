"""Progress: this week, the streak, every session. Knows its view, and no history."""

from datetime import date
from typing import Any

from kivy.properties import BooleanProperty, NumericProperty, ObjectProperty, StringProperty
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.recycleview import RecycleView

from app.ui.kv import load_kv
from app.ui.screens.place import Place, place_of
from app.ui.theme import theme
from app.ui.widgets import empty, week  # noqa: F401  # the rules name their classes
from app.views.progress import SessionRow

load_kv(__file__)


class FigureBox(BoxLayout):
    """A number with what it counts: `item` is a `Figure`."""

    item = ObjectProperty(None, rebind=True)


class SessionLine(BoxLayout):
    """One session. The list uses its lines again for others, so all they show lies in these properties."""

    heading = StringProperty("")
    name = StringProperty("")
    when = StringProperty("")
    length = StringProperty("")
    partial = BooleanProperty(False)
    narrow = BooleanProperty(False)
    """Too narrow, for the size of the type, for the length to stand beside the name: it stands below."""
    heading_height = NumericProperty(0)


class ProgressTop(BoxLayout):
    """What stands above the list and scrolls with it: `progress` is a `ProgressView`."""

    progress = ObjectProperty(None, allownone=True, rebind=True)

    def begin(self) -> None:
        place_of(self).dispatch("on_begin")


class SessionList(RecycleView):
    """The sessions below the week; only the lines in sight exist."""

    progress = ObjectProperty(None, rebind=True)
    whole = BooleanProperty(True)
    """With what stands above the list; else that stands beside it."""
    narrow = BooleanProperty(False)
    type_size = NumericProperty(0)

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        for name in ("progress", "whole", "narrow", "type_size"):
            self.fbind(name, self._fill)
        self._fill()

    def _fill(self, *_: object) -> None:
        if self.progress is not None:
            top = [{"kind": "ProgressTop", "progress": self.progress}] if self.whole else []
            self.data = [*top, *(_line(row, self.narrow) for row in self.progress.rows)]


def _line(row: SessionRow, narrow: bool) -> dict[str, object]:
    """What a line shows, with its height: known beforehand, so that no line in sight has to be measured."""
    heading_height = theme.type_heading * 1.4 + theme.space_l
    type_height = theme.type_body + theme.type_small * (2 if narrow else 1)
    height = type_height * 1.45 + theme.space_m * 2 + theme.space_s
    return {
        "kind": "SessionLine",
        "box": (None, height + (heading_height if row.heading else 0)),
        "heading_height": heading_height,
        "heading": row.heading,
        "name": row.name,
        "when": row.when,
        "length": row.length,
        "partial": row.partial,
        "narrow": narrow,
    }


class ProgressScreen(Place):
    """Dispatches what is to be opened: `on_day` with a date, `on_session` with an id, `on_week` with -1 or 1.

    `on_begin` comes where there is nothing yet to look back on.
    """

    __events__ = ("on_begin", "on_day", "on_session", "on_sessions", "on_add", "on_week")

    def on_begin(self) -> None:
        pass

    def on_day(self, day: date) -> None:
        pass

    def on_session(self, session_id: str) -> None:
        pass

    def on_sessions(self) -> None:
        pass

    def on_add(self) -> None:
        pass

    def on_week(self, weeks: int) -> None:
        pass
