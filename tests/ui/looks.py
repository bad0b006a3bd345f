"""What a look at a screen finds wrong: what sticks out, is cut, lies on something else or is too small to hit."""

from collections.abc import Iterator
from itertools import combinations

from kivy.core.window import Window
from kivy.metrics import dp
from kivy.uix.behaviors.button import ButtonBehavior
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.gridlayout import GridLayout
from kivy.uix.label import Label
from kivy.uix.scrollview import ScrollView
from kivy.uix.stacklayout import StackLayout
from kivy.uix.textinput import TextInput
from kivy.uix.widget import Widget

from tests.ui.visit import is_shown

SLACK = 1.5
"""Pixels that rounding may take."""
LEAST_TARGET = dp(44)
LEAST_TYPE = 13

Box = tuple[float, float, float, float]
"""Left, bottom, right and top, in the window."""


def faults(shell: Widget) -> list[str]:
    """One line for each thing wrong with what can be seen now, or after scrolling."""
    shown = [widget for widget in shell.walk() if is_shown(widget) and widget.width > 0 and widget.height > 0]
    return [
        *(f"sticks out of the window: {_name(item)} {_box(item)}" for item in shown if _sticks_out(item)),
        *(f"is cut: {_name(item)} in {item.size}" for item in shown if _is_cut(item)),
        *(
            f"breaks the word {word!r}: {_name(item)} {item.size}"
            for item in shown
            for word in _broken_words(item)
        ),
        *(
            f"sticks out of its place: {_name(item)} of {_name(item.parent)}"
            for item in shown
            if _spills(item)
        ),
        *(f"is too small to read: {_name(item)} {item.font_size}" for item in shown if _is_tiny(item)),
        *(f"is hard to hit: {_name(item)} {item.size}" for item in shown if _is_small(item)),
        *(f"overlap: {_name(one)} and {_name(other)}" for one, other in _overlaps(shown)),
    ]


def _box(widget: Widget) -> Box:
    left, bottom = widget.to_window(widget.x, widget.y)
    return left, bottom, left + widget.width, bottom + widget.height


def _text_box(label: Label) -> Box:
    """Where its letters are, in the middle of the label unless it says otherwise."""
    left, bottom, right, top = _box(label)
    spare_x, spare_y = right - left - label.texture_size[0], top - bottom - label.texture_size[1]
    return left + spare_x / 2, bottom + spare_y / 2, right - spare_x / 2, top - spare_y / 2


def _sticks_out(widget: Widget) -> bool:
    left, bottom, right, top = _box(widget)
    beside = left < -SLACK or right > Window.width + SLACK
    return beside or (_page(widget) is None and (bottom < -SLACK or top > Window.height + SLACK))


def _is_cut(widget: Widget) -> bool:
    if isinstance(widget, TextInput) and not widget.multiline:
        room = widget.width - widget.padding[0] - widget.padding[2]
        return widget._get_text_width(widget.hint_text, 0, None) > room + SLACK
    if not isinstance(widget, Label) or not widget.text or widget.shorten:
        return False
    return any(drawn > room + SLACK for drawn, room in zip(widget.texture_size, widget.size, strict=True))


def _broken_words(widget: Widget) -> Iterator[str]:
    """Words wider than their label, which Kivy goes on with on the next line; paths and ids may be."""
    if isinstance(widget, Label) and widget.text_size[0] and not widget.shorten:
        for word in widget.text.split():
            if word.isalpha() and _width(widget, word) > widget.text_size[0]:
                yield word


def _width(label: Label, word: str) -> float:
    key = (word, label.font_size, label.bold, label.italic)
    if key not in _widths:
        _widths[key] = label._label.get_extents(word)[0]
    return _widths[key]


_widths: dict[tuple[str, float, bool, bool], float] = {}


def _spills(widget: Widget) -> bool:
    around = widget.parent
    if not isinstance(around, BoxLayout | GridLayout | StackLayout):
        return False
    inner, outer = _box(widget), _box(around)
    return any(inner[i] < outer[i] - SLACK or inner[i + 2] > outer[i + 2] + SLACK for i in (0, 1))


def _is_tiny(widget: Widget) -> bool:
    return isinstance(widget, Label) and bool(widget.text.strip()) and widget.font_size < LEAST_TYPE


def _is_small(widget: Widget) -> bool:
    return isinstance(widget, ButtonBehavior | TextInput) and min(widget.size) < LEAST_TARGET


def _overlaps(shown: list[Widget]) -> Iterator[tuple[Widget, Widget]]:
    """Neighbours in a layout that lie on each other, and any two texts that do."""
    for around in shown:
        if isinstance(around, BoxLayout | GridLayout | StackLayout):
            neighbours = [child for child in around.children if is_shown(child) and min(child.size) > 0]
            yield from (pair for pair in combinations(neighbours, 2) if _cross(_box(pair[0]), _box(pair[1])))
    labels = [widget for widget in shown if isinstance(widget, Label) and widget.text.strip()]
    for group in _by_page(labels).values():
        # From the bottom up: what begins above the top of a text cannot lie on it, nor can any after that.
        boxes = sorted(((_text_box(label), label) for label in group), key=lambda pair: pair[0][1])
        for number, (box, label) in enumerate(boxes):
            for other_box, other in boxes[number + 1 :]:
                if other_box[1] > box[3]:
                    break
                if _cross(box, other_box):
                    yield label, other


def _by_page(labels: list[Label]) -> dict[ScrollView | None, list[Label]]:
    pages: dict[ScrollView | None, list[Label]] = {}
    for label in labels:
        pages.setdefault(_page(label), []).append(label)
    return pages


def _cross(one: Box, other: Box) -> bool:
    return all(min(one[i + 2], other[i + 2]) - max(one[i], other[i]) > SLACK for i in (0, 1))


def _page(widget: Widget) -> ScrollView | None:
    """What scrolls it, if anything does."""
    around = widget.parent
    while isinstance(around, Widget):
        if isinstance(around, ScrollView):
            return around
        around = around.parent
    return None


def _name(widget: Widget) -> str:
    text = getattr(widget, "text", "")
    return f"{type(widget).__name__}({text[:40]!r})" if text else type(widget).__name__
