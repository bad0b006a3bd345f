"""A figure with points that can be dragged, by finger, mouse or arrow keys. Knows no joint: marks come in."""

import math
from typing import Any

from kivy.clock import Clock
from kivy.properties import BooleanProperty, ListProperty, NumericProperty, ObjectProperty, StringProperty
from kivy.uix.relativelayout import RelativeLayout
from kivy.uix.widget import Widget

from app.core.figure import Figure
from app.core.scene import bounds, shapes_at
from app.core.shapes import Extent, Shape
from app.ui.kv import load_kv
from app.ui.theme import theme
from app.ui.widgets.drawing import Drawing
from app.ui.widgets.reachable import Reachable
from app.views.picture import NO_PICTURE, Picture

load_kv(__file__)

STEP, LARGE_STEP = 0.01, 0.05
"""How far an arrow key moves a point, in H; with Shift the larger."""
WAYS = {"left": (-1, 0), "right": (1, 0), "up": (0, 1), "down": (0, -1)}
ROOM, LEAST_WIDTH, LEAST_HEIGHT = 0.10, 0.9, 0.75
"""Room around the figure to drag things into, and what is never less, in H."""
TOO_MUCH = 1.5
"""A room that is so many times as wide or high as is needed shrinks to the figure."""


class PosedDrawing(Drawing):
    """The figure of a `Picture`, in a room that stays as it is while something is dragged."""

    picture = ObjectProperty(NO_PICTURE)

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._built: tuple[object, ...] = ()
        self.room: Extent | None = None
        self.fbind("picture", self._show)

    def shapes(self) -> tuple[Shape, ...]:
        picture: Picture = self.picture
        if picture.figure is None:
            return ()
        return shapes_at(
            picture.figure, picture.position, hot=picture.hot, both=picture.both, mirror=picture.mirror
        )

    def extent(self) -> Extent:
        assert self.room is not None  # noqa: S101 - set before anything is shown
        left, bottom, right, top = self.room
        return (-right, bottom, -left, top) if self.picture.mirror else (left, bottom, right, top)

    def make_room(self, figure: Figure) -> None:
        """Larger if the figure needs it, smaller if it needs much less."""
        wanted = _room(figure)
        if self.room is None or not _fits(wanted, self.room):
            self.room = wanted
            self._built = ()

    def _show(self, *_: object) -> None:
        picture: Picture = self.picture
        if picture.figure is None:
            return
        if self.room is None:
            self.make_room(picture.figure)
        wanted = (picture.figure.props, picture.hot, picture.both, picture.mirror, self.room)
        if wanted != self._built:
            self._built = wanted
            self.build()
        else:
            self.place()

    def to_px(self, x: float, y: float) -> tuple[float, float]:
        scale, left, bottom = self._fit()
        return left + (-x if self.picture.mirror else x) * scale, bottom + y * scale

    def to_h(self, x: float, y: float) -> tuple[float, float]:
        scale, left, bottom = self._fit()
        across = (x - left) / scale
        return (-across if self.picture.mirror else across), (y - bottom) / scale


class PoseHandle(Reachable, Widget):
    """One point: `mark` is a `HandleMark`. The arrow keys move it."""

    mark = ObjectProperty(None, rebind=True)
    dot = NumericProperty(0)
    answers = ("tab", *WAYS)

    __events__ = ("on_nudge",)

    def keyboard_on_key_down(
        self, window: Any, keycode: tuple[int, str], text: str, modifiers: list[str]
    ) -> bool:
        way = WAYS.get(keycode[1])
        if way is None:
            return bool(super().keyboard_on_key_down(window, keycode, text, modifiers))
        step = LARGE_STEP if "shift" in modifiers else STEP
        self.dispatch("on_nudge", way[0] * step, way[1] * step)
        return True

    def on_touch_down(self, touch: Any) -> bool:
        """The stage takes all touches: of points that lie on each other, it gives the nearest."""
        return False

    def on_nudge(self, x: float, y: float) -> None:
        pass


class PoseStage(RelativeLayout):
    """Shows a `picture` with its `marks`.

    Dispatches `on_choose(name)` when a point is taken, `on_drag(name, x, y)` with the place in H that it is
    dragged to, once a frame at most.
    """

    picture = ObjectProperty(NO_PICTURE)
    marks = ListProperty()
    label = StringProperty("")
    dragging = BooleanProperty(False)

    __events__ = ("on_choose", "on_drag")

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._drawing = PosedDrawing()
        self._handles: dict[str, PoseHandle] = {}
        self._held: tuple[str, float, float] | None = None
        self._wanted: tuple[float, float] | None = None
        self._move = Clock.create_trigger(lambda _: self._drag())
        self.add_widget(self._drawing)
        self.fbind("picture", self._show)
        self.fbind("marks", self._place)
        self._drawing.fbind("size", self._place)
        self._show()

    def handle(self, name: str) -> PoseHandle | None:
        return self._handles.get(name)

    def _show(self, *_: object) -> None:
        picture: Picture = self.picture
        if picture.figure is not None and not self.dragging:
            self._drawing.make_room(picture.figure)
        self._drawing.picture = picture
        self._place()

    def _place(self, *_: object) -> None:
        wanted = {mark.name for mark in self.marks}
        for name in [name for name in self._handles if name not in wanted]:
            self.remove_widget(self._handles.pop(name))
        if self.picture.figure is None or self._drawing.width < 2:
            return
        for mark in self.marks:
            handle = self._handles.get(mark.name) or self._new(mark.name)
            handle.mark = mark
            x, y = self._drawing.to_px(mark.x, mark.y)
            handle.pos = (x - handle.width / 2, y - handle.height / 2)

    def _new(self, name: str) -> PoseHandle:
        handle = PoseHandle()
        handle.bind(
            focus=lambda _, focus: self.dispatch("on_choose", name) if focus else None,
            on_nudge=self._nudge,
        )
        self._handles[name] = handle
        self.add_widget(handle)
        return handle

    def _nudge(self, handle: PoseHandle, x: float, y: float) -> None:
        mark = handle.mark
        across = -x if self.picture.mirror else x
        self.dispatch("on_drag", mark.name, mark.x + across, mark.y + y)

    def on_touch_down(self, touch: Any) -> bool:
        if not self.collide_point(*touch.pos) or getattr(touch, "button", "left") not in ("left", None):
            return False
        x, y = self.to_local(*touch.pos)
        near = [(math.dist((x, y), handle.center), name) for name, handle in self._handles.items()]
        distance, name = min(near, default=(math.inf, ""))
        if distance > theme.touch / 2:
            return False
        mark = self._handles[name].mark
        at = self._drawing.to_h(x, y)
        self._held = (name, mark.x - at[0], mark.y - at[1])
        self.dragging = True
        touch.grab(self)
        self.dispatch("on_choose", name)
        return True

    def on_touch_move(self, touch: Any) -> bool:
        if touch.grab_current is not self or self._held is None:
            return False
        self._wanted = self._local(touch)
        self._move()
        return True

    def on_touch_up(self, touch: Any) -> bool:
        if touch.grab_current is not self:
            return False
        touch.ungrab(self)
        self._drag()
        self._move.cancel()
        self.dragging = False
        self._held = None
        self._show()
        return True

    def _local(self, touch: Any) -> tuple[float, float]:
        x, y = self.to_local(*touch.pos)
        return float(x), float(y)

    def _drag(self) -> None:
        if self._held is None or self._wanted is None:
            return
        name, aside, above = self._held
        x, y = self._drawing.to_h(*self._wanted)
        self._wanted = None
        self.dispatch("on_drag", name, x + aside, y + above)

    def on_choose(self, name: str) -> None:
        pass

    def on_drag(self, name: str, x: float, y: float) -> None:
        pass


def _room(figure: Figure) -> Extent:
    left, bottom, right, top = bounds(figure)
    middle = (left + right) / 2
    width = max(LEAST_WIDTH, right - left + 2 * ROOM)
    return (middle - width / 2, bottom, middle + width / 2, max(LEAST_HEIGHT, top + ROOM))


def _fits(wanted: Extent, room: Extent) -> bool:
    inside = (
        wanted[0] + ROOM / 2 >= room[0]
        and wanted[2] - ROOM / 2 <= room[2]
        and wanted[3] - ROOM / 2 <= room[3]
    )
    across, high = room[2] - room[0], room[3] - room[1]
    needed = (wanted[2] - wanted[0]) * TOO_MUCH >= across and (wanted[3] - wanted[1]) * TOO_MUCH >= high
    return inside and needed
