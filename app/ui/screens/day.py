"""The sheet of one day: what was done, what the day was, a note. Knows its view, and no history."""

from kivy.properties import ObjectProperty

from app.ui.kv import load_kv
from app.ui.widgets import button, controls, each, field, notice, text  # noqa: F401  # the rules name their classes
from app.ui.widgets.modal import Modal
from app.ui.widgets.row import ListRow
from app.ui.widgets.sheet import SheetContent, content_of
from app.views.day import MARK_WORDS

load_kv(__file__)


class DaySessionLine(ListRow):
    """One session of the day: `item` is a `DaySession`."""

    item = ObjectProperty(None, rebind=True)

    def on_release(self) -> None:
        content_of(self).dispatch("on_session", self.item.id)


class DayContent(SheetContent):
    """`view` is a `DayView`.

    Dispatches `on_turn(days)` to another day, `on_session(id)`, `on_add`, `on_mark(index)`, `on_span(by)` to make
    the mark hold a day more or less, and `on_note(text)`.
    """

    marks = MARK_WORDS

    __events__ = ("on_turn", "on_session", "on_add", "on_mark", "on_span", "on_note")

    def on_turn(self, days: int) -> None:
        pass

    def on_session(self, session_id: str) -> None:
        pass

    def on_add(self) -> None:
        pass

    def on_mark(self, index: int) -> None:
        pass

    def on_span(self, by: int) -> None:
        pass

    def on_note(self, note: str) -> None:
        pass


class DaySheet(Modal):
    """Holds a `DayContent`; the arrow keys at the left and right turn to the days beside it."""

    def __init__(self, content: DayContent) -> None:
        super().__init__(content, at_bottom=True)
        self._content = content
        content.bind(on_leave=lambda _: self.cancel())

    def press(self, key: str) -> bool:
        days = {"left": -1, "right": 1}.get(key)
        if days is None:
            return super().press(key)
        self._content.dispatch("on_turn", days)
        return True
