"""What is wrong with a figure: joints beyond human range, hands that float, feet that sink. Knows no file."""

import math
from collections.abc import Iterator, Sequence

from app.core.figure import Contact, Figure, Pose, Prop, moved, pose_at
from app.core.silhouette import MUSCLES, silhouette
from app.core.skeleton import XY, Joints, Skeleton, joints, skeleton

FRAMES = 120
TOUCH = 0.01
"""A contact holds within 1 % of stature, and nothing goes deeper than that into anything."""
SLACK_DEGREES = 1.0
RANGES = {
    "hip": (-20, 125),
    "knee": (0, 150),
    "ankle": (-50, 30),
    "elbow": (0, 150),
}
"""Degrees of flexion that a healthy joint has; dorsiflexion of the ankle is positive."""
CALM_DEGREES_PER_S = 150
WAY_S = 1.5
"""What the way from start to end takes at the least: into a hold, and while one gets ready."""
RADII = {
    "hip": 0.064,
    "back": 0.056,
    "shoulder": 0.056,
    "head": 0.058,
    "knee": 0.039,
    "shank": 0.033,
    "thigh": 0.049,
    "elbow": 0.026,
    "wrist": 0.018,
    "hand": 0.016,
}
"""How far the surface of the body lies from a named point; heels, toes and soles are on the surface."""


def complaints(figure: Figure, way_s: float = WAY_S) -> list[str]:
    """Everything that is wrong, a line each, with the share of the movement at which it is seen first.

    `way_s` is how many seconds the way from start to end takes where it is shown fastest.
    """
    if not figure.is_drawn:
        return ["there must be two poses or more"]
    found: dict[str, str] = {}
    before: Joints | None = None
    for frame in range(FRAMES + 1):
        position = frame / FRAMES
        pose = pose_at(figure, position)
        body = skeleton(pose, figure.view)
        for what, how in (*_at(figure, pose, body), *_speed(figure, body, before, way_s)):
            found.setdefault(what, f"at {position:.2f}: {what}{how}")
        before = joints(body)
    return [*_order(figure), *_modes(figure), *_names(figure), *found.values()]


def _at(figure: Figure, pose: Pose, body: Skeleton) -> Iterator[tuple[str, str]]:
    if figure.view == "side":
        yield from _ranges(joints(body), pose)
    yield from _reach(pose, body)
    if figure.view != "above":
        yield from _floor(body)
    for prop in figure.props:
        if prop.beyond:
            continue
        if prop.kind == "wall":
            yield from _wall(prop, body)
        if prop.kind in ("step", "chair"):
            yield from _top(prop, body)
    for contact in figure.contacts:
        yield from _contact(contact, [moved(prop, pose) for prop in figure.props], body)


def _order(figure: Figure) -> Iterator[str]:
    shares = [pose.at for pose in figure.pose]
    if shares[0] != 0 or shares[-1] != 1 or sorted(set(shares)) != shares:
        yield f'the poses must be "at" 0 first, 1 last and rising in between, not {shares}'


def _modes(figure: Figure) -> Iterator[str]:
    """A limb is given in the same way in all poses, else it would jump."""
    for name in ("near_arm", "far_arm"):
        if len({getattr(pose, name).hand is None for pose in figure.pose}) > 1:
            yield f'{name} has a "hand" in one pose and none in another'
    if any([pose.hip, pose.knee, pose.shoulder].count(None) != 2 for pose in figure.pose):
        yield 'a pose needs one of "hip", "knee" and "shoulder": the point that it hangs from'
    if len({(pose.hip is None, pose.knee is None) for pose in figure.pose}) > 1:
        yield 'all poses must hang from the same point: "hip", "knee" or "shoulder"'
    leg = figure.pose[0].near_leg
    if figure.pose[0].knee is not None and (figure.view != "side" or leg.heel or leg.toe):
        yield 'a pose hangs from its "knee" only in the side view, with the near leg given by angles'
    for name in ("near_leg", "far_leg"):
        ways = {(getattr(pose, name).heel is None, getattr(pose, name).toe is None) for pose in figure.pose}
        if len(ways) > 1:
            yield f'{name} must have "heel", "toe" or neither in all poses alike'


def _names(figure: Figure) -> Iterator[str]:
    """Joints, muscles and the ends of lines that nothing is called, or that nobody named."""
    points = skeleton(figure.pose[0], figure.view).points
    for prop in figure.props:
        needs_ends = prop.kind in ("band", "strap", "towel")
        for key, place in (("start", prop.start), ("end", prop.end)):
            if place is None and needs_ends:
                yield f'the {prop.kind} needs a "{key}"'
            elif isinstance(place, str) and place not in points:
                yield f'the {prop.kind} has its "{key}" at "{place}": there is no such point'
    yield from (f'"fast": there is no joint "{name}"' for name in figure.fast if name not in Joints._fields)
    yield from (f'"hot": there is no muscle "{name}"' for name in figure.hot if name not in MUSCLES)


def _ranges(now: Joints, pose: Pose) -> Iterator[tuple[str, str]]:
    """Of a leg that points at the eye the picture does not show the joints' true angles."""
    for side, leg in (("near", pose.near_leg), ("far", pose.far_leg)):
        for joint, (least, most) in RANGES.items():
            if joint != "elbow" and leg.seen != (1, 1):
                continue
            degrees = getattr(now, f"{side}_{joint}")
            if not least - SLACK_DEGREES <= degrees <= most + SLACK_DEGREES:
                yield f"{side} {joint} out of range {least} to {most}", f": {degrees:.0f} degrees"


def _reach(pose: Pose, body: Skeleton) -> Iterator[tuple[str, str]]:
    wanted = {
        "near-hand": pose.near_arm.hand,
        "far-hand": pose.far_arm.hand,
        "near-heel": pose.near_leg.heel,
        "far-heel": pose.far_leg.heel,
        "near-toe": pose.near_leg.toe,
        "far-toe": pose.far_leg.toe,
    }
    points = body.points
    for name, place in wanted.items():
        if place is not None and math.dist(points[name], place) > TOUCH:
            yield f"{name} cannot be reached", f" at ({place[0]:.2f}, {place[1]:.2f})"


def _floor(body: Skeleton) -> Iterator[tuple[str, str]]:
    for piece in silhouette(body):
        depth = -min(piece.a[1] - piece.a_radius, piece.b[1] - piece.b_radius)
        if depth > TOUCH:
            yield f"{piece.role} below the floor", f" by {depth:.3f}"


def _wall(prop: Prop, body: Skeleton) -> Iterator[tuple[str, str]]:
    """A wall stands in front of the body or behind it, by where the hip is."""
    before = body.spine[0][0] < prop.x
    face = prop.x if before else prop.x + (prop.width or 0.05)
    for piece in silhouette(body):
        for (x, _), radius in ((piece.a, piece.a_radius), (piece.b, piece.b_radius)):
            depth = x + radius - face if before else face - (x - radius)
            if depth > TOUCH:
                yield f"{piece.role} inside the wall", f" by {depth:.3f}"


def _top(prop: Prop, body: Skeleton) -> Iterator[tuple[str, str]]:
    """Nothing sinks into a step or a seat from above."""
    width = prop.width or (0.3 if prop.kind == "step" else 0.26)
    top = surface_height(prop)
    for name in ("heel", "toe", "hip"):
        for side in ("near", "far"):
            x, y = body.points[f"{side}-{name}"]
            bottom = y - RADII.get(name, 0.0)
            if prop.x + 0.01 < x < prop.x + width - 0.01 and top / 2 < bottom < top - TOUCH:
                yield f"{side} {name} inside the {prop.kind}", f" by {top - bottom:.3f}"


def _contact(contact: Contact, props: Sequence[Prop], body: Skeleton) -> Iterator[tuple[str, str]]:
    point = body.points.get(contact.point)
    if point is None:
        yield f'there is no point "{contact.point}"', ""
        return
    radius = _radius(contact.point)
    gap = _gap(contact.point, contact.on, props, body)
    if gap is None:
        yield f'there is no "{contact.on}" in the picture', ""
    elif abs(gap - radius) > TOUCH:
        yield f"{contact.point} does not touch the {contact.on}", f": {gap - radius:+.3f}"


def _gap(name: str, on: str, props: Sequence[Prop], body: Skeleton) -> float | None:
    """The distance of the point from the surface of the thing, or of the body; None if there is none."""
    point = body.points[name]
    if on in body.points:
        return math.dist(point, body.points[on]) - _radius(on)
    if on == "floor":
        return point[1]
    for prop in props:
        if prop.kind == on:
            if prop.beyond and on == "wall":
                return _radius(name) if _in_front(point, prop) else math.inf
            if on == "wall":
                near, far = prop.x - point[0], point[0] - prop.x - (prop.width or 0.05)
                return near if near > 0 else far
            if on in ("roller", "ball"):
                return _from_limb(name, body, (prop.x, prop.y)) - (prop.width / 2 or 0.045)
            if on == "chair" and point[1] > surface_height(prop) + 0.12:
                return abs(point[1] - surface_height(prop) - 0.275)  # its back's upper edge
            return point[1] - surface_height(prop)
    return None


def _from_limb(name: str, body: Skeleton, middle: XY) -> float:
    """How far the point is from a round thing's middle; of a sole, shank or thigh, its nearest part."""
    side, _, part = name.partition("-")
    leg = body.near_leg if side == "near" else body.far_leg
    ends = {"sole": (leg.heel, leg.ball), "shank": (leg.knee, leg.ankle), "thigh": (leg.hip, leg.knee)}
    if part not in ends:
        return math.dist(body.points[name], middle)
    (ax, ay), (bx, by) = ends[part]
    share = ((middle[0] - ax) * (bx - ax) + (middle[1] - ay) * (by - ay)) / math.dist(*ends[part]) ** 2
    share = max(0.0, min(1.0, share))
    return math.dist((ax + (bx - ax) * share, ay + (by - ay) * share), middle)


def _radius(name: str) -> float:
    return RADII.get(name.removeprefix("near-").removeprefix("far-"), 0.0)


def _in_front(point: XY, prop: Prop) -> bool:
    """Whether the eye sees the point before that wall, so that a hand can lie on it."""
    across, up = point[0] - prop.x, point[1] - prop.y
    return 0 <= across <= (prop.width or 0.05) and 0 <= up <= (prop.height or 1.05)


def surface_height(prop: Prop) -> float:
    """How high the top of a thing is, as it is drawn when nothing else is said."""
    return prop.height or {"step": 0.1, "chair": 0.26, "table": 0.43}.get(prop.kind, 0.0)


def _speed(figure: Figure, body: Skeleton, before: Joints | None, way_s: float) -> Iterator[tuple[str, str]]:
    """Between two frames no joint turns faster than calmly, unless the figure says so."""
    if before is None or figure.view != "side":
        return
    frame_s = (min(way_s, figure.period / 2) if figure.rocks else way_s) / FRAMES
    for name, old, new in zip(Joints._fields, before, joints(body), strict=True):
        speed = abs((new - old + 180) % 360 - 180) / frame_s
        if speed > CALM_DEGREES_PER_S and name not in figure.fast:
            yield f"{name} moves too fast", f": {speed:.0f} degrees a second"
