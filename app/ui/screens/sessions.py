"""All sessions, to filter and to open. Knows its view, and no history."""

from typing import Any

from kivy.properties import BooleanProperty, NumericProperty, ObjectProperty, StringProperty

from app.ui.kv import load_kv
from app.ui.screens.place import Place, place_of
from app.ui.widgets import empty, filter_button  # noqa: F401  # the rules name their classes
from app.ui.widgets.card import Column
from app.ui.widgets.long_list import LongLine, LongList
from app.views.sessions import NO_ROW, NO_SESSIONS

load_kv(__file__)

MOST_ABOVE = 0.45
"""The share of the screen's height that is left to what stands above the list."""


class SessionLine(LongLine):
    """One session: `row` is a `SessionRow`."""

    row = ObjectProperty(NO_ROW, rebind=True)
    narrow = BooleanProperty(False)
    """Too narrow, for the size of the type, for the length to stand beside the name: it stands below."""


class SessionList(LongList):
    """All that was found, below the headings of their months."""

    narrow = BooleanProperty(False)
    type_height = NumericProperty(0)


class SessionsTop(Column):
    """What stands above the list: `view` is a `SessionsView`."""

    view = ObjectProperty(NO_SESSIONS, rebind=True)

    def wish(self, event: str) -> None:
        place_of(self).dispatch(event)


class SessionsScreen(Place):
    """Dispatches `on_open(session)`, `on_routine`, `on_month`, `on_all`, `on_add` and `on_leave`."""

    chosen = StringProperty("")
    """The session whose page stands beside the list."""

    __events__ = ("on_open", "on_routine", "on_month", "on_all", "on_add", "on_leave")

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.fbind("height", self._find_room)
        self.ids.top.fbind("height", self._find_room)

    def on_parent(self, _: object, parent: object) -> None:
        if parent is None:
            self.ids.list.rest()
        else:
            self.ids.list.come_back()

    def _find_room(self, *_: object) -> None:
        """Where it would leave too little room for the list, what stands above it scrolls with it."""
        top, head = self.ids.top, self.ids.list.ids.head
        place = head if top.height > MOST_ABOVE * self.height else self
        if top.parent is not place:
            top.parent.remove_widget(top)
            place.add_widget(top, index=len(place.children))

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
