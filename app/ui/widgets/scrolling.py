"""Brings into sight what lies outside the window, by the keyboard's focus or its keys. Knows no screen."""

from kivy.metrics import dp
from kivy.uix.scrollview import ScrollView
from kivy.uix.widget import Widget

LINE = dp(64)
PAGE_SHARE = 0.85
"""A page down leaves the last lines of the page before in sight."""
TOP_MARGIN = dp(8)
MARGIN = dp(64)
"""What has the focus is shown with the words above it."""


def bring_into_sight(widget: Widget) -> None:
    """Scrolls the page that `widget` lies on, if it lies on one, no further than needed.

    Kivy's own scroll_to fails on a RecycleView.
    """
    page = _page_of(widget)
    if page is None:
        return
    margin = max(0.0, min(MARGIN, (page.height - widget.height) / 2))
    bottom = _bottom(widget, page)
    above = bottom + widget.height + margin - page.height
    below = margin - bottom
    _move(page, above if above > 0 else -below if below > 0 else 0)


def bring_to_top(widget: Widget) -> None:
    """Scrolls the page that `widget` lies on, if it lies on one, until it stands at the top, or as near as can be."""
    page = _page_of(widget)
    if page is not None:
        _move(page, _bottom(widget, page) + widget.height + TOP_MARGIN - page.height)


def scroll(screen: Widget, key: str) -> bool:
    """Moves the screen's page as the key says; False if the key says nothing or there is no page."""
    pages = (widget for widget in screen.walk(restrict=True) if isinstance(widget, ScrollView))
    page = next((page for page in pages if _hidden(page)), None)
    if page is None:
        return False
    steps = {
        "up": LINE,
        "down": -LINE,
        "pageup": page.height * PAGE_SHARE,
        "pagedown": -page.height * PAGE_SHARE,
        "home": _hidden(page),
        "end": -_hidden(page),
    }
    if key not in steps:
        return False
    _move(page, steps[key])
    return True


def _page_of(widget: Widget) -> ScrollView | None:
    """The page around it, if there is more on that than has room in sight."""
    page = widget.parent
    while page is not None and not isinstance(page, ScrollView):
        page = page.parent if isinstance(page, Widget) else None
    return page if page is not None and _hidden(page) else None


def _bottom(widget: Widget, page: ScrollView) -> float:
    """How far its lower edge lies above that of the page."""
    return float(widget.to_window(*widget.pos)[1] - page.to_window(*page.pos)[1])


def _hidden(page: ScrollView) -> float:
    """How much of what is on the page, in px of height, has no room in sight."""
    content = page.children[0] if page.children and page.width > 0 else page
    return float(max(0, content.height - page.height))


def _move(page: ScrollView, up: float) -> None:
    page.scroll_y = min(1.0, max(0.0, page.scroll_y + up / _hidden(page)))
