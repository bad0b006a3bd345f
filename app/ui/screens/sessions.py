"""All sessions, to filter and to open. Knows its view, and no history."""

from kivy.properties import BooleanProperty, NumericProperty, ObjectProperty, StringProperty

from app.ui.kv import load_kv
from app.ui.screens.place import Place
from app.ui.widgets import empty  # noqa: F401  # the rules name its class
from app.ui.widgets.long_list import LongLine, LongList
from app.ui.widgets.pressable import Pressable
from app.views.sessions import NO_ROW

load_kv(__file__)


class FilterButton(Pressable):
    """Says what the list is held down to, and opens the choice."""

    text = StringProperty("")
    active = BooleanProperty(False)


class SessionLine(LongLine):
    """One session: `row` is a `SessionRow`."""

    row = ObjectProperty(NO_ROW, rebind=True)
    narrow = BooleanProperty(False)
    """Too narrow, for the size of the type, for the length to stand beside the name: it stands below."""


class SessionList(LongList):
    """All that was found, below the headings of their months."""

    narrow = BooleanProperty(False)
    type_height = NumericProperty(0)


class SessionsScreen(Place):
    """Dispatches `on_open(session)`, `on_routine`, `on_month`, `on_all`, `on_add` and `on_leave`."""

    chosen = StringProperty("")
    """The session whose page stands beside the list."""

    __events__ = ("on_open", "on_routine", "on_month", "on_all", "on_add", "on_leave")

    def scroll_to_top(self) -> None:
        self.ids.list.scroll_y = 1

    def take_keyboard_back(self) -> None:
        """Gives the keyboard to the line from which a page was opened, if it was opened by a key."""
        self.ids.list.take_keyboard_back()

    def on_open(self, session: str) -> None:
        pass

    def on_routine(self) -> None:
        pass

    def on_month(self) -> None:
        pass

    def on_all(self) -> None:
        pass

    def on_add(self) -> None:
        pass

    def on_leave(self) -> None:
        pass
