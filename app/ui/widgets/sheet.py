"""What comes up from the bottom of the window: a few choices, or a small screen of its own. Knows none of them."""

from typing import Any

from kivy.properties import ListProperty, ObjectProperty, StringProperty
from kivy.uix.widget import Widget

from app.ui.kv import load_kv
from app.ui.widgets import text  # noqa: F401  # the rules below name its classes
from app.ui.widgets.card import Card
from app.ui.widgets.modal import Modal
from app.ui.widgets.row import ListRow

load_kv(__file__)


class SheetContent(Card):
    """A small screen: `view` is the frozen value that its kv file reads, and must be given when it is made.

    It is shown by `Modal(content, at_bottom=True)`. Dispatches `on_leave` when the person is done with it.
    """

    view = ObjectProperty(None, rebind=True)

    __events__ = ("on_leave",)

    def on_leave(self) -> None:
        pass


def content_of(widget: Widget) -> SheetContent:
    """The sheet that a widget is on, for lines of lists to say there what is wanted of them."""
    while not isinstance(widget, SheetContent):
        widget = widget.parent
    return widget


class BottomSheetRow(ListRow):
    """One choice, without an edge of its own."""


class BottomSheetCard(Card):
    """A title above a column of `choices`, each an icon, a word and what more there is to say of it, if anything.

    Dispatches `on_choose(index)`.
    """

    title = StringProperty("")
    choices = ListProperty()

    __events__ = ("on_choose",)

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.fbind("choices", self._fill)
        self._fill()

    def _fill(self, *_: object) -> None:
        self.ids.rows.clear_widgets()
        for number, (icon, word, *more) in enumerate(self.choices):
            row = BottomSheetRow(icon=icon, title=word, subtitle=" ".join(more))
            row.bind(on_release=lambda _, number=number: self.dispatch("on_choose", number))
            self.ids.rows.add_widget(row)

    def on_choose(self, index: int) -> None:
        pass


class BottomSheet(Modal):
    """Asks for one of several; is gone when it dispatches `on_choose(index)` or `on_cancel`."""

    __events__ = ("on_choose",)

    def __init__(self, **kwargs: Any) -> None:
        card = BottomSheetCard(**kwargs)
        super().__init__(card, at_bottom=True)
        card.bind(on_choose=lambda _, index: self._choose(index))

    def _choose(self, index: int) -> None:
        self.close()
        self.dispatch("on_choose", index)

    def on_choose(self, index: int) -> None:
        pass
