"""What looks wrong about a figure made by hand, though its joints are sound. Knows no words.

It is for the eye: nothing here keeps a figure from being saved.
"""

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from app.core.figure import Figure, Prop, PropKind, pose_at
from app.core.figure_check import RADII, TOUCH, surface_height
from app.core.silhouette import silhouette
from app.core.skeleton import XY, Skeleton, skeleton

MOMENTS = 4
"""Besides the start, this many moments of the movement are looked at."""
AFLOAT = 0.03
PARTS = ("hand", "elbow", "knee", "toe", "heel")
WIDTHS: dict[PropKind, float] = {"wall": 0.05, "step": 0.3, "chair": 0.26}

What = Literal["sinks", "floats", "still"]


class Trouble(Struct, frozen=True):
    """One thing: a `part` of the body (near-hand, head) sinks into a `thing`, it floats, or nothing moves."""

    what: What
    part: str = ""
    thing: PropKind | None = None


def troubles(figure: Figure) -> tuple[Trouble, ...]:
    """Each thing once, what matters most first."""
    found: list[Trouble] = []
    for moment in range(MOMENTS + 1):
        body = skeleton(pose_at(figure, moment / MOMENTS), figure.view)
        found += _sunk(figure, body)
        if _lowest(body) > AFLOAT and not _on_something(figure, body):
            found.append(Trouble("floats"))
    if all(_same(figure, pose.at) for pose in figure.pose):
        found.append(Trouble("still"))
    return tuple(dict.fromkeys(found))


def _same(figure: Figure, at: float) -> bool:
    first, now = skeleton(figure.pose[0]), skeleton(pose_at(figure, at))
    return first == now


def _sunk(figure: Figure, body: Skeleton) -> Iterator[Trouble]:
    points = body.points
    named = [("head", points["head"]), ("hip", points["hip"])]
    named += [(f"{side}-{part}", points[f"{side}-{part}"]) for side in ("near", "far") for part in PARTS]
    for prop in figure.props:
        if not prop.beyond and prop.kind in WIDTHS:
            for name, place in named:
                if _is_in(prop, place, RADII.get(name.rpartition("-")[2], 0.0), points["hip"]):
                    yield Trouble("sinks", name, prop.kind)


def _is_in(prop: Prop, place: XY, radius: float, hip: XY) -> bool:
    """Whether the surface of the body at that place is inside the thing by more than a touch."""
    width = prop.width or WIDTHS[prop.kind]
    x, y = place
    if prop.kind == "wall":
        if y > (prop.height or 1.05):
            return False
        before = hip[0] < prop.x
        return x + radius - prop.x > TOUCH if before else prop.x + width - x + radius > TOUCH
    top = surface_height(prop)
    bottom = y - radius
    return prop.x + TOUCH < x < prop.x + width - TOUCH and top / 2 < bottom < top - TOUCH


def _lowest(body: Skeleton) -> float:
    return min(min(a[1] - a_radius, b[1] - b_radius) for _, a, a_radius, b, b_radius in silhouette(body))


def _on_something(figure: Figure, body: Skeleton) -> bool:
    """Whether it sits or stands on a thing, whatever else of it is in the air."""
    points = body.points
    return any(
        prop.kind in ("step", "chair", "table", "roller")
        and any(
            abs(points[name][1] - RADII.get(name.rpartition("-")[2], 0.0) - surface_height(prop)) < AFLOAT
            for name in ("hip", "near-heel", "far-heel", "near-knee", "far-knee")
        )
        for prop in figure.props
    )
