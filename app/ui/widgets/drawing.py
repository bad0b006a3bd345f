"""Paints shapes with smooth edges. Knows no figure: shapes come in.

Shapes of one colour in a row are one mesh, whose rims fade out over a pixel: smooth without multisampling. The
meshes are made once; a frame only moves their corners.
"""

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from kivy.graphics import Color, Mesh, SmoothEllipse
from kivy.graphics.texture import Texture
from kivy.properties import BooleanProperty
from kivy.uix.widget import Widget

from app.core.shapes import Extent, Piece, Shape, fineness, rims
from app.core.skeleton import XY
from app.ui.theme import theme

MARGIN = 0.03
RIM_PX = 0.75
INSIDE, OUTSIDE = (0.25, 0.5), (0.75, 0.5)
SHADOW_HEIGHT = 0.05
COLOURS = {
    "legs": "figure_legs",
    "far_legs": "figure_legs_far",
    "top": "figure_top",
    "skin": "figure_skin",
    "far_skin": "figure_skin_far",
    "shoe": "figure_shoe",
    "far_shoe": "figure_shoe_far",
    "hot": "figure_hot",
    "mark": "figure_mark",
    "mark_soft": "figure_mark_soft",
    "plain": "figure_plain",
    "prop": "figure_prop",
    "line": "figure_line",
    "wall": "figure_shade",
    "warm": "figure_hot",
    "cold": "figure_legs_far",
}


class Drawing(Widget):
    """Shows what `shapes()` gives, as large as there is room for `extent()`, with its shadow on the floor."""

    shadow = BooleanProperty(True)

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._meshes: list[Mesh] = []
        self._corners: list[int] = []
        self._shadow: SmoothEllipse | None = None
        self._extent: Extent = (0.0, 0.0, 1.0, 1.0)
        for name in ("pos", "size"):
            self.fbind(name, self.place)
        theme.bind(scheme=self.build)  # not fbind, which would keep every drawing there ever was

    def shapes(self) -> tuple[Shape, ...]:
        """What is in the picture now: always as many, of the same roles, until `build` is called."""
        return ()

    def extent(self) -> Extent:
        """The room that the picture ever takes."""
        return self._extent

    def build(self, *_: object) -> None:
        """Makes the meshes anew: the shapes, or the colours, are others."""
        self.canvas.clear()
        self._meshes = []
        shapes = self.shapes()
        if not shapes:
            return
        self._extent = self.extent()
        self._corners = [_corners(shape) for shape in shapes]
        corners = iter(self._corners)
        with self.canvas:
            Color(*(theme.figure_shade if self.shadow else theme.clear))
            self._shadow = SmoothEllipse()
            for role, group in groupby(shapes, lambda shape: shape.role):
                Color(*getattr(theme, COLOURS[role]))
                indices = _indices([next(corners) for _ in group])
                self._meshes.append(Mesh(mode="triangles", indices=indices, texture=_rim_texture()))
        self.place()

    def place(self, *_: object) -> None:
        """Moves the meshes to where the shapes are now."""
        if not self._meshes or self.width < 2 or self.height < 2:
            return
        scale, left, bottom = self._fit()
        groups = groupby(zip(self.shapes(), self._corners, strict=True), lambda each: each[0].role)
        for mesh, (_, group) in zip(self._meshes, groups, strict=True):
            mesh.vertices = [
                number
                for shape, corners in group
                for number in _vertices(shape, corners, scale, left, bottom)
            ]
        low, _, high, _ = self._extent
        self._shadow.pos = (left + low * scale, bottom - SHADOW_HEIGHT / 2 * scale)
        self._shadow.size = ((high - low) * scale, SHADOW_HEIGHT * scale)

    def _fit(self) -> tuple[float, float, float]:
        """Pixels per unit, and where the origin lies, so that all of it is inside and in the middle."""
        low, floor, high, top = self._extent
        width, height = high - low + 2 * MARGIN, top - floor + 2 * MARGIN
        scale = min(self.width / width, self.height / height)
        # Not center_x and center_y: Kivy renews those only after it has told of the new pos.
        left = self.x + self.width / 2 - (low + high) / 2 * scale
        bottom = self.y + self.height / 2 - (floor + top) / 2 * scale
        return scale, left, bottom


def _corners(shape: Shape) -> int:
    """How many corners its outline has, as long as the mesh lives, however large a piece becomes."""
    return 2 * fineness(shape) if isinstance(shape, Piece) else len(shape.corners)


def _rims(shape: Shape, rim: float, corners: int) -> tuple[Sequence[XY], Sequence[XY]]:
    """The corners inside and outside of the fading rim."""
    if isinstance(shape, Piece):
        return rims(shape, rim, corners // 2)
    x = sum(corner[0] for corner in shape.corners) / len(shape.corners)
    y = sum(corner[1] for corner in shape.corners) / len(shape.corners)
    return shape.corners, [_outwards(corner, (x, y), rim) for corner in shape.corners]


def _outwards(corner: XY, middle: XY, rim: float) -> XY:
    return (
        corner[0] + (rim if corner[0] > middle[0] else -rim),
        corner[1] + (rim if corner[1] > middle[1] else -rim),
    )


def _vertices(shape: Shape, corners: int, scale: float, left: float, bottom: float) -> list[float]:
    inner, outer = _rims(shape, RIM_PX / scale, corners)
    vertices: list[float] = []
    for x, y in inner:
        vertices += (left + x * scale, bottom + y * scale, *INSIDE)
    for x, y in outer:
        vertices += (left + x * scale, bottom + y * scale, *OUTSIDE)
    return vertices


def _indices(counts: Sequence[int]) -> list[int]:
    """For each shape the inside as a fan from its first corner, then the rim as a closed strip."""
    indices: list[int] = []
    first = 0
    for count in counts:
        for corner in range(1, count - 1):
            indices += (first, first + corner, first + corner + 1)
        for corner in range(count):
            here, after = first + corner, first + (corner + 1) % count
            indices += (here, after, count + here, after, count + after, count + here)
        first += 2 * count
    return indices


_texture: Texture | None = None


def _rim_texture() -> Texture:
    """Two pixels, opaque and clear: between them a rim fades."""
    global _texture  # noqa: PLW0603  # one for all drawings, and only once there is a window
    if _texture is None:
        _texture = Texture.create(size=(2, 1), colorfmt="rgba", bufferfmt="ubyte")
        _texture.blit_buffer(
            bytes((255, 255, 255, 255, 255, 255, 255, 0)), colorfmt="rgba", bufferfmt="ubyte"
        )
        _texture.mag_filter = _texture.min_filter = "linear"
        _texture.wrap = "clamp_to_edge"
    return _texture
