"""How each place feels, by two sliders for each. Knows no session: rows come in."""

from kivy.properties import BooleanProperty, ObjectProperty

from app.ui.kv import load_kv
from app.ui.screens.place import place_of
from app.ui.widgets import controls, text  # noqa: F401  # the rules below name their classes
from app.ui.widgets.card import Column
from app.views.check_in import NO_SCALE, SaidRow

load_kv(__file__)


class ScaleValue(text.Words):
    """The value of a slider, in words: `item` is its `ScaleRow`."""

    item = ObjectProperty(NO_SCALE, rebind=True)


class ScaleLine(Column):
    """One slider with its name and its value beside it or, in a narrow card, above it: `item` is a `ScaleRow`.

    The screen around it dispatches `on_felt(place, scale, value)`.
    """

    item = ObjectProperty(NO_SCALE, rebind=True)
    narrow = BooleanProperty(False)

    def say(self, value: int) -> None:
        place_of(self).dispatch("on_felt", self.item.place, self.item.scale, value)


class PlaceLine(Column):
    """One place with its sliders: `item` is a `PlaceRow`."""

    item = ObjectProperty(None, rebind=True)


class SaidLine(Column):
    """What was said at one moment: `item` is a `SaidRow`."""

    item = ObjectProperty(SaidRow("", ()), rebind=True)


class SaidWords(text.Words):
    """One line of it: `item` says it."""

    item = ObjectProperty("")
