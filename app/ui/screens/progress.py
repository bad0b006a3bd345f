"""Progress: all that was done, on one page. Knows its view, and no history."""

from collections.abc import Callable
from datetime import date
from typing import Any

from kivy.clock import Clock
from kivy.properties import BooleanProperty, ListProperty, ObjectProperty, StringProperty
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.widget import Widget

from app.ui.kv import load_kv
from app.ui.screens.place import Place, place_of
from app.ui.widgets import empty  # noqa: F401  # the rules name its class
from app.ui.widgets.balance import LedgerCard
from app.ui.widgets.bars import BarsCard
from app.ui.widgets.card import Column
from app.ui.widgets.heatmap import HeatmapCard
from app.ui.widgets.pressable import Pressable
from app.ui.widgets.score import ScoreCard
from app.ui.widgets.week import WeekCard
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


class LatestSessions(Section):
    """The latest sessions and the way to all: `rows` are `SessionRow`s. Dispatches `on_sessions` and `on_add`."""

    rows = ListProperty()
    __events__ = ("on_sessions", "on_add")

    def on_sessions(self) -> None:
        pass

    def on_add(self) -> None:
        pass


WIDE = {"top": ("days",), "left": ("week", "score", "weeks", "sum"), "right": ("sides", "latest")}
NARROW = {"left": ("week", "score", "days", "weeks", "sides", "sum", "latest")}
"""Which part stands in which column, from its top down."""


class ProgressScreen(Place):
    """Dispatches what is to be opened: `on_day` with a date, `on_session` with an id, `on_week` with -1 or 1.

    `on_begin` comes where there is nothing yet to look back on. What most windows show only after scrolling is
    made in the frames after the first.
    """

    __events__ = ("on_begin", "on_day", "on_session", "on_sessions", "on_add", "on_week")

    def __init__(self, **kwargs: Any) -> None:
        self._parts: dict[str, Widget] = {}
        self._unmade = self._makers()
        super().__init__(**kwargs)
        self._make_next = Clock.create_trigger(self._make)
        self.fbind("view", self._fill)
        self.fbind("wide", self._arrange)
        self._make()

    def _makers(self) -> list[dict[str, Callable[[], Widget]]]:
        """How each part is made, in the order of frames."""
        return [
            {
                "week": WeekCard,
                "score": ScoreCard,
                "days": lambda: HeatmapCard(on_day=lambda _, day: self.dispatch("on_day", day)),
            },
            {},  # until the first frame is drawn
            {
                "weeks": BarsCard,
                "sides": lambda: LedgerCard(on_week=lambda _, weeks: self.dispatch("on_week", weeks)),
            },
            {
                "sum": SumOfAll,
                "latest": lambda: LatestSessions(
                    on_sessions=lambda _: self.dispatch("on_sessions"),
                    on_add=lambda _: self.dispatch("on_add"),
                ),
            },
        ]

    def _make(self, *_: object) -> None:
        self._parts |= {name: make() for name, make in self._unmade.pop(0).items()}
        self._fill()
        self._arrange()
        if self._unmade:
            self._make_next()

    def _fill(self, *_: object) -> None:
        view = self.view
        given: dict[str, dict[str, object]] = {
            "week": {"week": view.week},
            "score": {"chart": view.score},
            "days": {"chart": view.heatmap},
            "weeks": {"chart": view.bars},
            "sides": {"chart": view.ledger},
            "sum": {"totals": view.totals, "notes": view.notes},
            "latest": {"rows": view.latest},
        }
        for name, part in self._parts.items():
            for key, value in given[name].items():
                setattr(part, key, value)

    def _arrange(self, *_: object) -> None:
        for place, names in (WIDE if self.wide else NARROW).items():
            column = self.ids[place]
            wanted = [self._parts[name] for name in names if name in self._parts]
            if wanted != column.children[::-1]:
                for part in wanted:
                    if part.parent is not None:
                        part.parent.remove_widget(part)
                for part in wanted:
                    column.add_widget(part)

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
