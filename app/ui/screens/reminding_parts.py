"""What the pages of reminders and of breaks share: a time of day that can be changed. Knows its item alone."""

from kivy.properties import ObjectProperty

from app.ui.kv import load_kv
from app.ui.screens.place import place_of
from app.ui.widgets.row import ListRow

load_kv(__file__)


class HourRow(ListRow):
    """Asks the page for another time: `item` is a `TimeRow`."""

    item = ObjectProperty(None, rebind=True)

    def on_release(self) -> None:
        place_of(self).dispatch("on_time", self.item.key)
