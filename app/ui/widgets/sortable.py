"""A column whose rows can be dragged into another order by a handle. Knows no row: its class comes in by name."""

from typing import Any

from kivy.animation import Animation
from kivy.clock import Clock
from kivy.factory import Factory
from kivy.metrics import dp
from kivy.properties import BooleanProperty, ListProperty, NumericProperty, ObjectProperty, StringProperty
from kivy.uix.layout import Layout

from app.ui.kv import load_kv
from app.ui.theme import theme
from app.ui.widgets import text  # noqa: F401  # the rules below name its classes
from app.ui.widgets.card import Page
from app.ui.widgets.pressable import Pressable

load_kv(__file__)

EDGE = dp(72)
"""A row that is held this near to an edge of the page makes the page scroll."""
FASTEST = dp(14)
"""How far the page scrolls in a frame while the row is held at its very edge."""
FRAME_S = 1 / 60


class SortableRow(Pressable):
    """One row: `item` has a `key`, and `grip` is the part by which a finger takes it. `lifted` while it is held."""

    item = ObjectProperty(None, rebind=True)
    grip = ObjectProperty(None)
    lifted = BooleanProperty(False)


class Sortable(Layout):
    """Shows `items` by rows of the class named `kind`, below each other. Dispatches `on_move(key, to)`.

    A row keeps to its item's key wherever that goes, and so does the keyboard's focus. While a row is held it
    follows the finger and the others give way; nothing is moved until it is let go. `to` counts from 0.
    """

    items = ListProperty()
    kind = StringProperty("")
    spacing = NumericProperty(0)

    __events__ = ("on_move",)

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._rows: list[SortableRow] = []
        self._held: SortableRow | None = None
        self._gripped_at = 0.0
        self._finger = (0.0, 0.0)
        self._tick: Any = None
        for name in ("items", "kind"):
            self.fbind(name, self._fill)
        for name in ("pos", "width", "spacing", "children"):
            self.fbind(name, self._trigger_layout)
        self._fill()

    def row_of(self, key: int) -> SortableRow | None:
        return next((row for row in self._rows if row.item.key == key), None)

    def catch(self, touch: Any) -> bool:
        """Takes the row whose handle lies under the finger; `touch` is in the coordinates of the window."""
        x, y = self.to_widget(*touch.pos)
        for row in self._rows:
            if row.grip is not None and row.grip.collide_point(x, y):
                touch.grab(self)
                self._take(row, (touch.x, touch.y), y)
                return True
        return False

    def on_touch_move(self, touch: Any) -> bool:
        if touch.grab_current is not self:
            return bool(super().on_touch_move(touch))
        self._finger = self.to_window(*touch.pos)
        self._follow()
        return True

    def on_touch_up(self, touch: Any) -> bool:
        if touch.grab_current is not self:
            return bool(super().on_touch_up(touch))
        touch.ungrab(self)
        self._drop()
        return True

    def do_layout(self, *_: object) -> None:
        top = self.top
        for row in self._rows:
            row.width = self.width
            if row is not self._held:
                self._put(row, top - row.height)
            top -= row.height + self.spacing
        rows = len(self._rows)
        self.height = sum(row.height for row in self._rows) + self.spacing * max(0, rows - 1)

    def on_move(self, key: int, to: int) -> None:
        pass

    def _fill(self, *_: object) -> None:
        if not self.kind:
            return
        self._let_go()
        known = {row.item.key: row for row in self._rows}
        rows = [known.pop(item.key, None) or self._made(item) for item in self.items]
        for row in known.values():
            self.remove_widget(row)
        for row, item in zip(rows, self.items, strict=True):
            row.item = item
        self._rows = rows
        if self.children != rows[::-1]:
            self.children = rows[::-1]  # Tab goes through them in this order
        self._trigger_layout()

    def _made(self, item: Any) -> SortableRow:
        row: SortableRow = Factory.get(self.kind)(item=item, size_hint=(None, None))
        self.add_widget(row)
        return row

    def _put(self, row: SortableRow, y: float) -> None:
        """At once, unless a row is held: then the others slide out of its way."""
        row.x = self.x
        if self._held is None or theme.still:
            Animation.cancel_all(row, "y")
            row.y = y
        elif abs(getattr(row, "going_to", row.y) - y) > 1:
            row.going_to = y
            Animation.cancel_all(row, "y")
            Animation(y=y, duration=theme.motion_s / 2, t="out_quad").start(row)

    def _take(self, row: SortableRow, finger: tuple[float, float], y: float) -> None:
        self._held, self._finger = row, finger
        self._gripped_at = y - row.y
        row.lifted = True
        for each in self._rows:
            each.going_to = each.y
        self.canvas.remove(row.canvas)
        self.canvas.add(row.canvas)  # above the others
        self._tick = Clock.schedule_interval(lambda _: self._scroll(), FRAME_S)

    def _follow(self) -> None:
        """Puts the held row under the finger and, once its edge is past a neighbour's middle, behind that one."""
        row = self._held
        if row is None:
            return
        y = self.to_widget(*self._finger)[1] - self._gripped_at
        row.y = min(self.top - row.height, max(self.y, y))
        middles = self._middles()
        here = to = self._rows.index(row)
        while to + 1 < len(self._rows) and row.y < middles[to + 1]:
            to += 1
        while to == here > 0 and row.top > middles[to - 1]:
            to = here = here - 1
        if self._rows[to] is not row:
            self._rows.remove(row)
            self._rows.insert(to, row)
            self.do_layout()

    def _middles(self) -> list[float]:
        """The height at which each row has its middle, or will have it once it has come to rest."""
        top, middles = self.top, []
        for row in self._rows:
            middles.append(top - row.height / 2)
            top -= row.height + self.spacing
        return middles

    def _scroll(self) -> None:
        page = self._page()
        hidden = page.children[0].height - page.height if page is not None else 0
        if page is None or hidden <= 0:
            return
        y = self._finger[1]
        bottom = page.to_window(*page.pos)[1]
        near_top, near_bottom = y - (bottom + page.height - EDGE), bottom + EDGE - y
        by = FASTEST * (min(1, max(0, near_top) / EDGE) - min(1, max(0, near_bottom) / EDGE))
        if by:
            page.scroll_y = min(1.0, max(0.0, page.scroll_y + by / hidden))
            self._follow()

    def _page(self) -> Page | None:
        page = self.parent
        while page is not None and not isinstance(page, Page):
            page = page.parent if page is not page.parent else None
        return page

    def _drop(self) -> None:
        row = self._held
        self._let_go()
        if row is not None:
            before = [item.key for item in self.items]
            to = self._rows.index(row)
            if before[to] != row.item.key:
                self.dispatch("on_move", row.item.key, to)

    def _let_go(self) -> None:
        if self._tick is not None:
            self._tick.cancel()
            self._tick = None
        row, self._held = self._held, None
        if row is not None:
            row.lifted = False
            self._trigger_layout()


class SortingPage(Page):
    """A page on which a `Sortable` lies: a finger on a handle drags its row instead of scrolling."""

    sortable = ObjectProperty(None)

    def on_touch_down(self, touch: Any) -> bool:
        is_press = getattr(touch, "button", "left") in ("left", None)
        if is_press and self.sortable is not None and self.collide_point(*touch.pos):
            touch.push()
            touch.apply_transform_2d(self.to_window)
            caught = self.sortable.catch(touch)
            touch.pop()
            if caught:
                return True
        return bool(super().on_touch_down(touch))
