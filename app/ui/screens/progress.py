"""Progress: all that was done, on one page. Knows its view, and no history."""

from datetime import date
from typing import Any

from kivy.properties import BooleanProperty, ListProperty, ObjectProperty, StringProperty
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.widget import Widget

from app.ui.kv import load_kv
from app.ui.screens.place import Place, place_of
from app.ui.widgets import balance, bars, empty, score, week  # noqa: F401  # the rules name their classes
from app.ui.widgets.card import Column
from app.ui.widgets.heatmap import HeatmapCard
from app.ui.widgets.pressable import Pressable
from app.views.totals import NO_TOTALS

load_kv(__file__)


class FigureBox(BoxLayout):
    """A number with what it counts: `item` is a `Figure`."""

    item = ObjectProperty(None, rebind=True)


class EntryLine(Pressable):
    """An icon, what it is, when it was, and a trailing word. A list row with less in it: there are many on one page."""

    icon = StringProperty("")
    title = StringProperty("")
    subtitle = StringProperty("")
    trailing = StringProperty("")
    plain = BooleanProperty(False)
    """A sentence, not a name."""
    narrow = BooleanProperty(False)
    """Too narrow, for the size of the type, for the trailing word to stand beside the title: it stands below."""


class NoteLine(EntryLine):
    """A note of a session or a day: `item` is a `NoteRow`."""

    item = ObjectProperty(None, rebind=True)

    def on_release(self) -> None:
        place = place_of(self)
        if self.item.session:
            place.dispatch("on_session", self.item.session)
        else:
            place.dispatch("on_day", self.item.day)


class LatestLine(EntryLine):
    """One of the latest sessions: `item` is a `SessionRow`."""

    item = ObjectProperty(None, rebind=True)

    def on_release(self) -> None:
        place_of(self).dispatch("on_session", self.item.id)


class Section(Column):
    """A heading with what stands below it."""


class SumOfAll(Column):
    """What all sessions came to, with the latest notes: `totals` is a `TotalsView`, `notes` are `NoteRow`s."""

    totals = ObjectProperty(NO_TOTALS, rebind=True)
    notes = ListProperty()


class ProgressScreen(Place):
    """Dispatches what is to be opened: `on_day` with a date, `on_session` with an id, `on_week` with -1 or 1.

    `on_begin` comes where there is nothing yet to look back on. In a wide window the days stand at the top, over
    the whole width, and the sum of all below the weeks; in a narrow one below the score and below the sides.
    """

    __events__ = ("on_begin", "on_day", "on_session", "on_sessions", "on_add", "on_week")

    def __init__(self, **kwargs: Any) -> None:
        self._days = HeatmapCard(on_day=lambda _, day: self.dispatch("on_day", day))
        self._sum = SumOfAll()
        super().__init__(**kwargs)
        self.fbind("view", self._fill)
        self.fbind("wide", self._arrange)
        self._fill()
        self._arrange()

    def _fill(self, *_: object) -> None:
        self._days.chart = self.view.heatmap
        self._sum.totals, self._sum.notes = self.view.totals, self.view.notes

    def _arrange(self, *_: object) -> None:
        ids = self.ids
        _move(self._days, ids.days_wide if self.wide else ids.days_narrow)
        _move(self._sum, ids.sum_wide if self.wide else ids.sum_narrow)

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


def _move(widget: Widget, place: Widget) -> None:
    if widget.parent is not place:
        if widget.parent is not None:
            widget.parent.remove_widget(widget)
        place.add_widget(widget)
