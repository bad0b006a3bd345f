"""A figure on paper: the same shapes as on the screen, in colours that print. Knows no page."""

from app.core.scene import bounds, shapes_at
from app.core.shapes import Piece, Shape, fineness, rims
from app.core.skeleton import XY
from app.paper.ink import Ink
from app.views.picture import Picture

INKS = {
    "legs": "#3c4a60",
    "far_legs": "#a3adbd",
    "top": "#64707f",
    "skin": "#8a8f98",
    "far_skin": "#c3c7ce",
    "shoe": "#20293a",
    "far_shoe": "#8d97a8",
    "hot": "#f08466",
    "mark": "#20293a",
    "mark_soft": "#8d97a8",
    "plain": "#c9ccd2",
    "prop": "#cdd1d7",
    "line": "#8a5a00",
    "wall": "#eceef1",
    "warm": "#f08466",
    "cold": "#8fa9cf",
}
"""Grey but for the muscle, so that a printer without colour loses nothing: each differs in lightness too."""


def draw_figure(ink: Ink, picture: Picture, left: float, bottom: float, width: float, height: float) -> None:
    """Draws it as large as it fits into the box, in points, standing on the box's floor."""
    figure = picture.figure
    if figure is None:
        return
    low, floor, high, top = bounds(figure)
    if picture.mirror:
        low, high = -high, -low
    scale = min(width / (high - low), height / (top - floor))
    x0 = left + width / 2 - (low + high) / 2 * scale
    y0 = bottom - floor * scale
    for shape in shapes_at(
        figure, picture.position, hot=picture.hot, both=picture.both, mirror=picture.mirror
    ):
        ink.polygon([(x0 + x * scale, y0 + y * scale) for x, y in outline(shape)], INKS[shape.role])


def outline(shape: Shape) -> list[XY]:
    """Its corners, in fractions of stature; arcs as fine as on the screen."""
    if isinstance(shape, Piece):
        return rims(shape, 0.0, fineness(shape) * 2)[0]
    return list(shape.corners)
