"""The whole picture of a figure at one moment: a body and the things around it. Knows no colour and no window."""

from collections.abc import Collection

from app.core.figure import Figure, moved, pose_at
from app.core.shapes import Extent, Shape, extent_of, flipped
from app.core.silhouette import silhouette
from app.core.skeleton import skeleton
from app.core.things import before, behind


def shapes_at(
    figure: Figure,
    position: float,
    *,
    breath: float = 0.0,
    hot: Collection[str] = (),
    both: bool = False,
    mirror: bool = False,
) -> tuple[Shape, ...]:
    """Everything in the picture at `position` (0 to 1), from back to front.

    The same figure gives the same shapes in the same order at every position; only their places differ.
    """
    pose = pose_at(figure, position)
    body = skeleton(pose, figure.view, breath)
    props = [moved(prop, pose) for prop in figure.props]
    shapes = (
        *behind(props),
        *silhouette(body, hot, both=both, bare=figure.bare),
        *before(props, body),
    )
    return tuple(map(flipped, shapes)) if mirror else shapes


def bounds(figure: Figure) -> Extent:
    """The room that all that is ever in the picture takes, down to the floor."""
    extents = [extent_of(shapes_at(figure, step / 8)) for step in range(9)]
    lefts, bottoms, rights, tops = zip(*extents, strict=True)
    return min(lefts), min(0.0, *bottoms), max(rights), max(tops)
