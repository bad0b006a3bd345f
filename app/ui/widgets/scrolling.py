"""Brings into sight what lies outside the window, by the keyboard's focus or its keys. Knows no screen."""

from kivy.metrics import dp
from kivy.uix.scrollview import ScrollView
from kivy.uix.widget import Widget

LINE = dp(64)
PAGE_SHARE = 0.85
"""A page down leaves the last lines of the page before in sight."""
MARGIN = dp(64)
"""What has the focus is shown with the words above it."""


def bring_into_sight(widget: Widget) -> None:
    """Scrolls the page that `widget` lies on, if it lies on one, no further than needed."""
    around = widget.parent
    while isinstance(around, Widget):
        if isinstance(around, ScrollView):
            if _hidden(around):  # a page that fits is all in sight, and Kivy would push it to the bottom
                around.scroll_to(widget, padding=MARGIN, animate=False)
            return
        around = around.parent


def scroll(screen: Widget, key: str) -> bool:
    """Moves the screen's page as the key says; False if the key says nothing or there is no page."""
    page = next((widget for widget in screen.walk(restrict=True) if isinstance(widget, ScrollView)), None)
    if page is None or page.children == []:
        return False
    hidden = _hidden(page)
    steps = {
        "up": LINE,
        "down": -LINE,
        "pageup": page.height * PAGE_SHARE,
        "pagedown": -page.height * PAGE_SHARE,
        "home": hidden,
        "end": -hidden,
    }
    if key not in steps:
        return False
    if hidden:
        page.scroll_y = min(1.0, max(0.0, page.scroll_y + steps[key] / hidden))
    return True


def _hidden(page: ScrollView) -> float:
    """How much higher the content is than the window on it."""
    return max(0.0, page.children[0].height - page.height) if page.children else 0.0
