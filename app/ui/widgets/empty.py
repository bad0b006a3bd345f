"""What stands where there is nothing yet: why, and the way on. Knows no list."""

from kivy.properties import StringProperty

from app.ui.kv import load_kv
from app.ui.widgets import button, text  # noqa: F401  # the rule below names their classes
from app.ui.widgets.card import Column

load_kv(__file__)


class EmptyState(Column):
    """An icon, a text and one button; takes no room while there is no text. Dispatches `on_act`."""

    icon = StringProperty("")
    text = StringProperty("")
    action = StringProperty("")

    __events__ = ("on_act",)

    def on_act(self) -> None:
        pass
