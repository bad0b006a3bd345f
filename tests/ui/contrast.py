"""How well a colour stands out from another, and what lies behind a text in the window."""

from collections.abc import Iterator, Sequence

from kivy.core.window import Window
from kivy.graphics import Color, Ellipse, Rectangle, RoundedRectangle
from kivy.uix.label import Label
from kivy.uix.scrollview import ScrollView
from kivy.uix.textinput import TextInput
from kivy.uix.widget import Widget
from kivy.utils import get_color_from_hex

from app.ui.palette import SCHEMES
from app.ui.widgets.still import Still

LARGE_PX, LARGE_BOLD_PX = 24.0, 18.66
"""From 18 pt, or 14 pt in bold, type counts as large (WCAG 2.2, 1.4.3)."""

Rgba = Sequence[float]


def contrast(one: Rgba, other: Rgba) -> float:
    """From 1 (the same) to 21 (black on white), by WCAG 2.2.

    The channels c from 0 to 1 are made linear, c / 12.92 up to 0.04045, else ((c + 0.055) / 1.055) ** 2.4, and
    weighed: L = 0.2126 R + 0.7152 G + 0.0722 B. #767676 has c = 0.4627 and so L = 0.1812; on white that is
    (1 + 0.05) / (0.1812 + 0.05) = 4.54.
    """
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def between(scheme: str, one: str, other: str) -> float:
    """The contrast of two roles of a scheme."""
    return contrast(*(get_color_from_hex(SCHEMES[scheme][role]) for role in (one, other)))


def is_large(label: Label) -> bool:
    return bool(label.font_size >= (LARGE_BOLD_PX if label.bold else LARGE_PX))


def inks(shown: Iterator[Widget]) -> Iterator[tuple[str, Rgba, Rgba, bool]]:
    """What is written, in which colour, on which, and whether it is large; what cannot be used is left out."""
    for widget in shown:
        if isinstance(widget, TextInput):
            for ink in (widget.hint_text_color, widget.foreground_color):
                yield widget.hint_text, ink, ground(widget), False
        elif isinstance(widget, Label) and widget.text.strip() and not widget.disabled:
            yield widget.text, widget.color, ground(widget), is_large(widget)


def ground(widget: Widget) -> Rgba:
    """The colour behind the middle of the widget: of the nearest filled shape under it."""
    x, y = widget.to_window(*widget.center)
    layers: list[Rgba] = []
    around = widget
    while isinstance(around, Widget):
        if isinstance(around, ScrollView):
            x, y = around.to_window(*around.center)  # where it would be once it is scrolled into sight
        if isinstance(around, Still):
            layers.append(tuple(around.ground))  # its canvas holds only the copy of what is inside
            break
        drawn = [*around.canvas.before.children, *(around.canvas.children if around is not widget else ())]
        layers += reversed([colour for colour in _fills(around, drawn, x, y) if colour[3] > 0])
        around = around.parent
    return _mixed([*layers, tuple(Window.clearcolor)])


def _luminance(colour: Rgba) -> float:
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour[:3])
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _fills(widget: Widget, drawn: Sequence[object], x: float, y: float) -> Iterator[Rgba]:
    """The colours of the shapes of one canvas that lie under the point, the lowest first."""
    colour: Rgba | None = None  # a shape before any colour is a stencil
    for item in drawn:
        if isinstance(item, Color):
            colour = item.rgba
        elif colour is not None and isinstance(item, Rectangle | RoundedRectangle | Ellipse):
            left, bottom = widget.to_window(*item.pos)
            if left <= x <= left + item.size[0] and bottom <= y <= bottom + item.size[1]:
                yield colour


def _mixed(layers: list[Rgba]) -> Rgba:
    """The layers seen from above, the nearest first, down to the first that lets nothing through."""
    lowest = next(number for number, layer in enumerate(layers) if layer[3] == 1)
    seen = list(layers[lowest][:3])
    for red, green, blue, alpha in reversed(layers[:lowest]):
        seen = [alpha * new + (1 - alpha) * old for new, old in zip((red, green, blue), seen, strict=True)]
    return (*seen, 1.0)
