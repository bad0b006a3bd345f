"""A time of day, asked for in a sheet that comes up from the bottom of the window. Knows no session."""

from kivy.properties import NumericProperty, StringProperty

from app.ui.kv import load_kv
from app.ui.widgets import button, text, time_picker  # noqa: F401  # the rule below names their classes
from app.ui.widgets.card import Card
from app.ui.widgets.modal import Modal

load_kv(__file__)


class TimeCard(Card):
    """A time picker under a title. Dispatches `on_done`."""

    title = StringProperty("")
    hour = NumericProperty(0)
    minute = NumericProperty(0)

    __events__ = ("on_done",)

    def on_done(self) -> None:
        pass


class TimeSheet(Modal):
    """Asks for a time of day; is gone when it dispatches `on_pick(hour, minute)` or `on_cancel`."""

    __events__ = ("on_pick",)

    def __init__(self, *, title: str, hour: int, minute: int) -> None:
        self._card = TimeCard(title=title, hour=hour, minute=minute)
        super().__init__(self._card, at_bottom=True)
        self._card.bind(on_done=lambda _: self.do_the_one_thing())

    def do_the_one_thing(self) -> None:
        self.close()
        self.dispatch("on_pick", int(self._card.hour), int(self._card.minute))

    def on_pick(self, hour: int, minute: int) -> None:
        pass
