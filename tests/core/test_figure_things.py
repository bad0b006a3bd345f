"""Things in a figure: how thick a band, strap or towel is."""

import pytest

from app.core.figure import Figure, Pose, Prop
from app.core.scene import shapes_at
from app.core.shapes import Piece

POSES = (Pose(hip=(0, 0.525)), Pose(hip=(0, 0.525), at=1))


def thickness(towel: Prop) -> float:
    shapes = shapes_at(Figure(pose=POSES, props=(towel,)), 0)
    (line,) = [shape for shape in shapes if isinstance(shape, Piece) and shape.role == "line"]
    return line.a_radius + line.b_radius


def test_a_rolled_towel_is_as_thick_as_its_width():
    assert thickness(Prop("towel", start=(0, 0.1), end=(0.1, 0.1), width=0.036)) == pytest.approx(0.036)


def test_a_towel_of_no_width_is_a_thin_line():
    assert thickness(Prop("towel", start=(0, 0.1), end=(0.1, 0.1))) == pytest.approx(0.014)
