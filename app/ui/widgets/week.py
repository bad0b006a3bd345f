"""The week: a ring with the days done, seven dots, the streak. Knows no date."""

from typing import ClassVar

from kivy.properties import ObjectProperty
from kivy.uix.boxlayout import BoxLayout

from app.ui.kv import load_kv
from app.ui.widgets import each, ring, text  # noqa: F401  # the rules below name their classes
from app.ui.widgets.card import Card
from app.views.week import NO_WEEK

load_kv(__file__)


class DayDotMark(BoxLayout):
    """One day: a filled mark with a tick if it is done, so that colour is not alone in saying it.

    A day off has the shape it has among all days: a dot for rest, a cross for unwell, two bars for paused.
    """

    ICONS: ClassVar = {"done": "done", "rest": "rest", "unwell": "unwell", "paused": "pause"}
    item = ObjectProperty(None, rebind=True)


class WeekCard(Card):
    """`week` is a `WeekView`."""

    week = ObjectProperty(NO_WEEK, rebind=True)
