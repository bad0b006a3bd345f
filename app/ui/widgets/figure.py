"""Draws the moving picture of an exercise. Knows no exercise: a figure and a position come in.

Each shape is one mesh whose rim fades out over a pixel: smooth edges without multisampling. The meshes are
made once for a figure; a frame only moves their corners.
"""

from collections.abc import Sequence
from typing import Any

from kivy.graphics import Color, Mesh, SmoothEllipse
from kivy.graphics.texture import Texture
from kivy.properties import BooleanProperty, ListProperty, NumericProperty, ObjectProperty
from kivy.uix.widget import Widget

from app.core.silhouette import XY, Block, Piece, Shape, bounds, outline, shapes_at
from app.ui.theme import theme

MARGIN = 0.03
RIM_PX = 0.75
INSIDE, OUTSIDE = (0.25, 0.5), (0.75, 0.5)
COLOURS = {
    "legs": "figure_legs",
    "far_legs": "figure_legs_far",
    "top": "figure_top",
    "skin": "figure_skin",
    "far_skin": "figure_skin_far",
    "shoe": "figure_shoe",
    "far_shoe": "figure_shoe_far",
    "hot": "figure_hot",
    "prop": "figure_prop",
    "line": "figure_line",
    "shade": "figure_shade",
}


class FigureView(Widget):
    """`figure` at `position` (0 to 1), mirrored for the right side; `hot` muscles light up, on `both` legs or one."""

    figure = ObjectProperty(None, allownone=True)
    position = NumericProperty(0.0)
    breath = NumericProperty(0.0)
    mirror = BooleanProperty(False)
    both = BooleanProperty(False)
    hot = ListProperty()

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._meshes: list[Mesh] = []
        self._shadow: SmoothEllipse | None = None
        self._bounds = (0.0, 0.0, 1.0, 1.0)
        for name in ("figure", "hot", "both", "mirror"):
            self.fbind(name, self._build)
        for name in ("position", "breath", "pos", "size"):
            self.fbind(name, self._place)
        theme.fbind("paper", self._build)
        self._build()

    def _build(self, *_: object) -> None:
        self.canvas.clear()
        self._meshes = []
        if self.figure is None:
            return
        self._bounds = bounds(self.figure)
        with self.canvas:
            Color(*theme.figure_shade)
            self._shadow = SmoothEllipse()
            for shape in self._shapes():
                Color(*getattr(theme, COLOURS[shape.role]))
                count = len(_rims(shape, 0.0)[0])
                self._meshes.append(Mesh(mode="triangles", indices=_indices(count), texture=_rim_texture()))
        self._place()

    def _shapes(self) -> tuple[Shape, ...]:
        return shapes_at(
            self.figure,
            self.position,
            breath=self.breath,
            hot=self.hot,
            both=self.both,
            mirror=self.mirror,
        )

    def _place(self, *_: object) -> None:
        if not self._meshes or self.width < 2 or self.height < 2:
            return
        scale, left, bottom = self._fit()
        for mesh, shape in zip(self._meshes, self._shapes(), strict=True):
            mesh.vertices = _vertices(shape, scale, left, bottom)
        low, _, high, _ = self._across()
        self._shadow.pos = (left + low * scale, bottom - 0.03 * scale)
        self._shadow.size = ((high - low) * scale, 0.06 * scale)

    def _across(self) -> tuple[float, float, float, float]:
        low, floor, high, top = self._bounds
        return (-high, floor, -low, top) if self.mirror else (low, floor, high, top)

    def _fit(self) -> tuple[float, float, float]:
        """Pixels per unit, and where the origin lies, so that all of it is inside and in the middle."""
        low, floor, high, top = self._across()
        width, height = high - low + 2 * MARGIN, top - floor + 2 * MARGIN
        scale = min(self.width / width, self.height / height)
        left = self.center_x - (low + high) / 2 * scale
        bottom = self.center_y - (floor + top) / 2 * scale
        return scale, left, bottom


def _rims(shape: Shape, rim: float) -> tuple[Sequence[XY], Sequence[XY]]:
    """The corners inside and outside of the fading rim."""
    if isinstance(shape, Piece):
        return outline(shape, -rim), outline(shape, rim)
    x = sum(corner[0] for corner in shape.corners) / len(shape.corners)
    y = sum(corner[1] for corner in shape.corners) / len(shape.corners)
    return shape.corners, [_outwards(corner, (x, y), rim) for corner in shape.corners]


def _outwards(corner: XY, middle: XY, rim: float) -> XY:
    return (
        corner[0] + (rim if corner[0] > middle[0] else -rim),
        corner[1] + (rim if corner[1] > middle[1] else -rim),
    )


def _vertices(shape: Shape, scale: float, left: float, bottom: float) -> list[float]:
    inner, outer = _rims(shape, RIM_PX / scale)
    vertices: list[float] = []
    for x, y in inner:
        vertices += (left + x * scale, bottom + y * scale, *INSIDE)
    for x, y in outer:
        vertices += (left + x * scale, bottom + y * scale, *OUTSIDE)
    return vertices


def _indices(count: int) -> list[int]:
    """The inside as a fan from its first corner, then the rim as a closed strip."""
    indices: list[int] = []
    for corner in range(1, count - 1):
        indices += (0, corner, corner + 1)
    for corner in range(count):
        after = (corner + 1) % count
        indices += (corner, after, count + corner, after, count + after, count + corner)
    return indices


def _rim_texture() -> Texture:
    """Two pixels, opaque and clear: between them a rim fades."""
    global _texture  # noqa: PLW0603  # one for all figures, and only once there is a window
    if _texture is None:
        _texture = Texture.create(size=(2, 1), colorfmt="rgba", bufferfmt="ubyte")
        _texture.blit_buffer(bytes((255, 255, 255, 255, 255, 255, 255, 0)), colorfmt="rgba", bufferfmt="ubyte")
        _texture.mag_filter = _texture.min_filter = "linear"
        _texture.wrap = "clamp_to_edge"
    return _texture


_texture: Texture | None = None
