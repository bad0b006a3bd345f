"""What the editor's page is put together from: a step's row, and what the routine gives. Knows views, and no draft."""

from kivy.properties import BooleanProperty, NumericProperty, ObjectProperty, StringProperty

from app.ui.kv import load_kv
from app.ui.screens.place import place_of
from app.ui.widgets import balance, figure  # noqa: F401  # the rules name their classes
from app.ui.widgets.card import Card, Row
from app.ui.widgets.sortable import SortableRow

load_kv(__file__)


class StepItem(SortableRow):
    """One step of the list: `item` is an `EditorStep`."""

    label = StringProperty("")
    narrow = BooleanProperty(False)
    """A long word would have no room: the picture is small."""
    picture_size = NumericProperty(0)

    def on_release(self) -> None:
        place_of(self).dispatch("on_step", self.item.key)


class AdviceLine(Row):
    """One thing to think of: `item` is an `AdviceRow`."""

    item = ObjectProperty(None, rebind=True)

    def go_to_step(self) -> None:
        editor = place_of(self)
        editor.dispatch("on_step", editor.view.steps[self.item.steps[0]].key)


class GivesCard(Card):
    """Minutes and repetitions by muscle and side, below what to think of: `editor` is an `EditorView`."""

    editor = ObjectProperty(None, rebind=True)
