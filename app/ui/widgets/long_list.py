"""A list of any length under headings, of which only the lines in sight exist. Knows no line: rows come in.

Kivy's RecycleBoxLayout looks at every line whenever it is laid out, and again at each frame that scrolls: with
20,000 lines that is some 100 ms and 2 ms. Here all lines are alike and so are all headings, so where one lies is
worked out from its number alone.
"""

from bisect import bisect_right
from collections.abc import Sequence
from typing import Any

from kivy.factory import Factory
from kivy.properties import BooleanProperty, ListProperty, NumericProperty, ObjectProperty, StringProperty
from kivy.uix.behaviors.focus import FocusBehavior
from kivy.uix.label import Label
from kivy.uix.recycleview import RecycleView
from kivy.uix.recycleview.layout import RecycleLayoutManagerBehavior
from kivy.uix.recycleview.views import RecycleDataViewBehavior
from kivy.uix.widget import Widget

from app.ui.kv import load_kv
from app.ui.widgets import text  # noqa: F401  # the rules below name its classes
from app.ui.widgets.pressable import PRESS_KEYS, Pressable
from app.ui.widgets.scrolling import PAGE_SHARE

load_kv(__file__)

WAYS = ("up", "down", "pageup", "pagedown", "home", "end")


class LongLine(RecycleDataViewBehavior, Pressable):
    """One line. The list uses it again for other rows, so that all it shows lies in `row`.

    Tab leaves the list from any line; the arrows, Page Up and Down, Home and End go from line to line.
    """

    answers = ("tab", *PRESS_KEYS, *WAYS)
    row = ObjectProperty(None, rebind=True)
    is_open = BooleanProperty(False)
    """Whether the row's page stands beside the list."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.index = 0
        self.list: LongList | None = None

    def refresh_view_attrs(self, rv: "LongList", index: int, data: dict[str, Any]) -> None:
        """The keyboard does not follow the line to another row."""
        self.focus = False
        self.list, self.index = rv, index
        self.row = rv.row_at(index)
        self.mark(rv.chosen)

    def mark(self, chosen: str) -> None:
        self.is_open = bool(chosen) and self.row.id == chosen

    def on_release(self) -> None:
        if self.list is not None:
            self.list.left_at = self.index if self.focus else None
            self.list.dispatch("on_open", self.row.id)

    def keyboard_on_key_down(
        self, window: Any, keycode: tuple[int, str], letter: str, modifiers: list[str]
    ) -> bool:
        if keycode[1] in WAYS and self.list is not None:
            self.list.go(self.index, keycode[1])
            return True
        return bool(super().keyboard_on_key_down(window, keycode, letter, modifiers))

    def get_focus_next(self) -> FocusBehavior | None:
        return super(LongLine, self._end(0)).get_focus_next()

    def get_focus_previous(self) -> FocusBehavior | None:
        return super(LongLine, self._end(-1)).get_focus_previous()

    def _end(self, place: int) -> "LongLine":
        """The last line in sight (0) or the first (-1)."""
        lines = [child for child in self.parent.children if isinstance(child, LongLine)]
        return lines[place]


class LongHeading(RecycleDataViewBehavior, Label):
    """What stands above the lines that belong together."""

    def refresh_view_attrs(self, rv: "LongList", index: int, data: dict[str, Any]) -> None:
        self.text = rv.heading_at(index)


class LongColumn(RecycleLayoutManagerBehavior, Widget):
    """Places the lines of a `LongList`, and knows which are in sight."""

    line_height = NumericProperty(100)
    heading_height = NumericProperty(100)
    gap = NumericProperty(0)
    side = NumericProperty(0)
    bottom = NumericProperty(0)

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._count = 0
        for name in ("y", "width", "line_height", "heading_height", "gap", "side", "bottom"):
            self.fbind(name, self._lay_out_again)

    def top_of(self, index: int) -> float:
        """How far below the top of the list an item begins, in px."""
        headings = bisect_right(self.recycleview.heading_items, index - 1)
        return headings * self.heading_height + (index - headings) * self.line_room

    def height_of(self, index: int) -> float:
        return self.line_height if self.recycleview.is_line(index) else self.heading_height

    @property
    def line_room(self) -> float:
        return float(self.line_height + self.gap)

    def _lay_out_again(self, *_: object) -> None:
        if self.recycleview is not None:
            self.recycleview.refresh_from_layout()

    def compute_sizes_from_data(self, data: Sequence[object], flags: object) -> None:
        self.clear_layout()
        self._count = len(data)

    def compute_layout(self, data: Sequence[object], flags: object) -> None:
        self.height = self.top_of(self._count) + self.bottom
        for index, view in self.recycleview.view_adapter.views.items():
            self._place(index, view)

    def get_view_index_at(self, pos: tuple[float, float]) -> int:
        return self._item_below(self.height - pos[1])

    def compute_visible_views(
        self, data: object, viewport: tuple[float, float, float, float]
    ) -> Sequence[int]:
        _, bottom, _, height = viewport
        if not self._count or height <= 0:
            return ()
        first = self._item_below(self.height - bottom - height)
        return range(first, self._item_below(self.height - bottom) + 1)

    def set_visible_views(
        self, indices: Sequence[int], data: Sequence[dict[str, Any]], viewport: object
    ) -> None:
        new, _, old = self.recycleview.view_adapter.set_visible_views(indices, data, _Classes(data))
        for _, view in old:
            if getattr(view, "focus", False):
                view.focus = False
            self.remove_widget(view)
        for index, view in new:
            self._place(index, view)
            if view.parent is None:
                self.add_widget(view)
        self._put_in_order()

    def clear_layout(self) -> None:
        """Gives all lines back to Kivy, which hands them to the next list of their kind."""
        for view in self.children:
            if isinstance(view, LongLine):
                view.focus, view.list = False, None
        super().clear_layout()
        self.clear_widgets()

    def _item_below(self, y: float) -> int:
        """The number of the item at `y` px below the top."""
        low, high = 0, self._count - 1
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (middle, high) if self.top_of(middle) <= y else (low, middle - 1)
        return low

    def _place(self, index: int, view: Widget) -> None:
        height = self.height_of(index)
        view.size = self.width - 2 * self.side, height
        view.pos = self.x + self.side, self.y + self.height - self.top_of(index) - height

    def _put_in_order(self) -> None:
        """Tab goes through the children in their order."""
        views = self.recycleview.view_adapter.views
        in_order = [views[index] for index in sorted(views, reverse=True)]
        if in_order != self.children:
            self.children = in_order


class _Classes:
    """The class of each item's widget, as Kivy asks for it."""

    def __init__(self, data: Sequence[dict[str, Any]]) -> None:
        self._data = data

    def __getitem__(self, index: int) -> dict[str, Any]:
        return {"viewclass": getattr(Factory, self._data[index]["kind"])}


class LongList(RecycleView):
    """`content` has `rows`, each with an `id`, and `headings`: the number of the first row below each, its words.

    `kind` names the class of the lines. What is put into `ids.head` stands above all and scrolls with them.
    Dispatches `on_open(id)`.
    """

    content = ObjectProperty(None)
    kind = StringProperty("LongLine")
    chosen = StringProperty("")
    line_height = NumericProperty(100)
    side = NumericProperty(0)
    """The room left free at both sides."""
    heading_items = ListProperty()

    __events__ = ("on_open",)

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.left_at: int | None = None
        for name in ("content", "kind"):
            self.fbind(name, self._fill)
        self.fbind("chosen", self._mark)
        self._fill()

    def on_kv_post(self, _: object) -> None:
        self.layout_manager = self.ids.column
        # Kivy looks again when the list scrolls or changes its size, but not when what it holds grows.
        self.children[0].fbind("height", self.refresh_from_viewport)

    @property
    def hidden(self) -> float:
        """How much of all has no room in sight, in px."""
        return max(0.0, float(self.children[0].height - self.height))

    def get_viewport(self) -> tuple[float, float, float, float]:
        """What of the column is in sight; Kivy's own takes the column for all that scrolls."""
        column = self.ids.column
        bottom = self.hidden * min(1, max(0, self.scroll_y))
        return 0, bottom - column.y, column.width, self.height

    def rest(self) -> None:
        """Gives its lines away while it is not shown: to make new ones takes most of opening a list."""
        self.ids.column.clear_layout()

    def come_back(self) -> None:
        """Takes lines again, and stands where it stood."""
        self.refresh_from_viewport()

    def is_line(self, index: int) -> bool:
        place = bisect_right(self.heading_items, index)
        return not (place and self.heading_items[place - 1] == index)

    def row_at(self, index: int) -> Any:
        return self.content.rows[index - bisect_right(self.heading_items, index)]

    def heading_at(self, index: int) -> str:
        return str(self.content.headings[bisect_right(self.heading_items, index) - 1][1])

    def go(self, index: int, way: str) -> None:
        """Takes the keyboard from the line number `index` to another."""
        if way in ("pageup", "pagedown"):
            page = max(1, int(self.height * PAGE_SHARE / self.ids.column.line_room))
            to = index + (page if way == "pagedown" else -page)
        else:
            to = {"up": index - 1, "down": index + 1, "home": 0, "end": len(self.data) - 1}[way]
        by = -1 if to < index else 1
        to = min(len(self.data) - 1, max(0, to))
        if not self.is_line(to):
            to += by if 0 <= to + by < len(self.data) else -by
        self.reach(to)

    def reach(self, index: int) -> None:
        """Brings a line into sight, with what stands above it, and gives it the keyboard."""
        self.bring_into_sight(index)
        line = self.view_adapter.get_visible_view(index)
        if line is not None:
            line.focus = True

    def take_keyboard_back(self) -> None:
        """Gives the keyboard to the line that was last opened by a key."""
        if self.left_at is not None and self.data:
            index, self.left_at = min(self.left_at, len(self.data) - 1), None
            self.reach(index if self.is_line(index) else index - 1)

    def bring_into_sight(self, index: int) -> None:
        """Scrolls no further than needed; the lines are there at once, and not after the next frame."""
        column, hidden = self.ids.column, self.hidden
        if hidden:
            above = self.ids.head.height
            top = above + column.top_of(index - 1 if index and not self.is_line(index - 1) else index)
            bottom = above + column.top_of(index) + column.height_of(index) + column.gap
            now = (1 - self.scroll_y) * hidden
            to = min(top, max(now, bottom - self.height))
            if index == len(self.data) - 1:
                to = hidden
            elif index <= 1:
                to = 0
            self.effect_y.value = 0
            self.scroll_y = min(1.0, max(0.0, 1 - to / hidden))
        self.refresh_views()

    def _fill(self, *_: object) -> None:
        """Lines are all the same to Kivy, so that a long list is made in an instant; each finds its own row."""
        if self.content is None:
            return
        starts = [first for first, _ in self.content.headings]
        ends = [*starts[1:], len(self.content.rows)]
        self.heading_items = [first + number for number, first in enumerate(starts)]
        line, heading = {"kind": self.kind}, {"kind": "LongHeading"}
        data = [line] * (starts[0] if starts else ends[0])
        for first, after in zip(starts, ends, strict=False):
            data += [heading, *[line] * (after - first)]
        self.data = data
        self.refresh_from_data()

    def _mark(self, *_: object) -> None:
        for view in self.view_adapter.views.values():
            if isinstance(view, LongLine):
                view.mark(self.chosen)

    def on_open(self, id_: str) -> None:
        pass
