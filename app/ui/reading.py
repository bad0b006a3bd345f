"""Finds the words of what is on the screen, to be read aloud. Knows no screen and no voice.

Kivy tells no screen reader what it shows: this is what there is instead.
"""

from typing import Any

from kivy.uix.label import Label
from kivy.uix.widget import Widget

from app.ui.focus import focused
from app.ui.widgets.controls import ChoiceItem, LevelSlider, Toggle
from app.ui.widgets.row import ListRow
from app.ui.widgets.text import Icon
from app.views import aloud

AROUND = 200
"""Characters of what lies around a control: more than its row is more than anyone asked for."""


def read_aloud(screen: Widget) -> str:
    """The control that has the keyboard or, where none has, all of the screen."""
    control = focused()
    if isinstance(control, Widget):
        return _control(control)
    return aloud.sentences(texts(screen))


def texts(widget: Widget) -> list[str]:
    """All that can be read in it, from the top down, icons left out."""
    return [
        label.text
        for label in widget.walk(restrict=True)
        if isinstance(label, Label) and not isinstance(label, Icon) and label.text and _is_shown(label)
    ]


def _control(control: Any) -> str:
    if hasattr(control, "insert_text"):
        return aloud.control(
            [control.hint_text] if control.hint_text else [], [], control.text or aloud.EMPTY
        )
    own = [control.label] if getattr(control, "label", "") else texts(control)
    around, state = _around(control, own), _state(control)
    if isinstance(control, LevelSlider) and not own and any(state in text for text in around):
        state = ""  # its row says it already
    return aloud.control(own, around, state, disabled=control.disabled)


def _around(control: Widget, own: list[str]) -> list[str]:
    """The words of the nearest box around it that has some besides its own."""
    box = control.parent
    while isinstance(box, Widget):
        found = [text for text in texts(box) if text not in own]
        if found:
            return found if sum(map(len, found)) <= AROUND else found[:1]
        box = box.parent
    return []


def _state(control: Widget) -> str:
    match control:
        case Toggle():
            return aloud.ON if control.active else aloud.OFF
        case ChoiceItem():
            return aloud.CHOSEN if control.item[2] else ""
        case LevelSlider():
            return f"{round(control.value)}" if control.value >= 0 else aloud.EMPTY
        case ListRow():
            return aloud.CHOSEN if getattr(getattr(control, "item", None), "chosen", False) else ""
    return ""


def _is_shown(widget: Any) -> bool:
    while isinstance(widget, Widget):
        if widget.opacity == 0 or min(widget.size) <= 0:
            return False
        widget = widget.parent
    return True
