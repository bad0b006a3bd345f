"""Where the keyboard is. Knows no screen."""

from kivy.uix.behaviors.focus import FocusBehavior
from kivy.uix.widget import Widget


def focused() -> FocusBehavior | None:
    """The widget that has the keyboard's focus."""
    return next((widget for widget in FocusBehavior._keyboards.values() if widget is not None), None)


def is_writing() -> bool:
    """Whether keys go into a text field just now."""
    return hasattr(focused(), "insert_text")


def focus_first(screen: Widget) -> bool:
    """Gives the focus to the first widget of the screen that takes it; False if none does."""
    for widget in screen.walk():
        if isinstance(widget, FocusBehavior) and widget.is_focusable and not widget.disabled:
            widget.focus = True
            return True
    return False
