"""Every bundled exercise's moving picture: human, calm, standing on something, and showing what the file says."""

import math
from collections.abc import Iterator, Mapping

import pytest

from app.core.body_map import SPOTS
from app.core.exercise import Exercise
from app.core.figure import Figure, pose_at
from app.core.figure_check import TOUCH, WAY_S, complaints, surface_height
from app.core.routine import Routine
from app.core.scene import bounds, shapes_at
from app.core.shapes import Block, Piece, Shape, extent_of, fineness
from app.core.silhouette import OUTWARDS, silhouette
from app.core.skeleton import XY, skeleton
from app.views.picture import SETTLE_S, Picture, still

FRAMES = 60
PLAINLY = 0.02
"""Of the body's height: from start to end some point must move at least so far."""
HARDLY_MOVES: dict[str, str] = {}
"""Exercises that move less, each with the reason."""
BESIDE_THE_PICTURE = 0.02
"""How far outside its bounds a breath or a muscle may reach: the margin of the drawing is wider."""
SEEN = 0.4
"""The share of a muscle that nothing in front of it may hide at the end."""

DRAWN_AS = {"foam-roller": "roller", "strap": "towel"}
"""Equipment and props that have another name in the picture, or stand for something else."""
NOT_DRAWN = {
    ("heat-pack", "towel"): "it is wrapped round the pack",
    ("cold-pack", "towel"): "it is wrapped round the pack",
}
NOT_FETCHED = {
    "circle": "an arrow, no thing",
    "table": "any heavy thing to tie the band to; the steps name it",
}
LIES_OR_SITS_ON_THE_FLOOR = {"floor", "lying"}
"""Then a mat is drawn also where a carpet or a bed does as well."""

SLIDES = {
    "ankle-pumps": "a heel that lies rolls as the foot tips",
    "band-dorsiflexion": "a heel that lies rolls as the foot tips",
    "band-plantarflexion": "a heel that lies rolls as the foot tips",
    "seated-towel-stretch": "a heel that lies rolls as the foot tips",
    "seated-soleus-stretch": "the foot is drawn back under the chair",
    "step-calf-stretch": "the foot goes back to the edge of the step",
}
"""Exercises in which a foot on the floor or a step moves along it, with the reason."""
INNER_EDGE_AND_SIDE = {"tibialis-posterior", "glutes"}
"""Muscles of the back whose edge is seen from the front: the inner shin, and the side of the hip."""


@pytest.fixture
def figure(exercise: Exercise) -> Figure:
    assert exercise.figure is not None
    return exercise.figure


@pytest.fixture
def picture(exercise: Exercise) -> Picture:
    """As the app shows it, with the muscles that light up."""
    return still(exercise)


def drawn(
    picture: Picture, position: float, *, breath: float = 0.0, mirror: bool = False
) -> tuple[Shape, ...]:
    assert picture.figure is not None
    return shapes_at(
        picture.figure, position, breath=breath, hot=picture.hot, both=picture.both, mirror=mirror
    )


def positions() -> Iterator[float]:
    return (frame / FRAMES for frame in range(FRAMES + 1))


def test_there_is_one(exercise: Exercise) -> None:
    assert exercise.figure is not None
    assert exercise.figure.is_drawn


def test_the_check_looks_at_the_speed_at_which_a_hold_begins() -> None:
    assert WAY_S == SETTLE_S


def test_nothing_is_beyond_human_range_or_floats_or_sinks_or_hurries(
    exercise: Exercise, figure: Figure, routines: Mapping[str, Routine]
) -> None:
    tempos = [
        step.tempo for routine in routines.values() for step in routine.step if step.exercise == exercise.id
    ]
    ways_s = [phase for tempo in (*tempos, exercise.dose.tempo) if tempo for phase in (tempo[0], tempo[2])]
    assert complaints(figure, min([WAY_S, *(way_s for way_s in ways_s if way_s)])) == []


def test_start_and_end_differ_plainly(exercise: Exercise, figure: Figure) -> None:
    start, end = (skeleton(pose_at(figure, position), figure.view).points for position in (0, 1))
    moves = max(math.dist(start[name], end[name]) for name in start)
    assert (moves < PLAINLY) == (exercise.id in HARDLY_MOVES), f"{moves:.3f}"


def test_some_part_of_the_body_is_always_on_the_floor_or_on_a_step(figure: Figure) -> None:
    if figure.view == "above":
        return  # there the floor is behind the body, not under it
    tops = [0.0, *(surface_height(prop) for prop in figure.props if prop.kind == "step")]
    for position in positions():
        body = silhouette(skeleton(pose_at(figure, position), figure.view))
        lowest = min(min(piece.a[1] - piece.a_radius, piece.b[1] - piece.b_radius) for piece in body)
        assert lowest <= max(tops) + TOUCH, f"floats at {position:.2f} by {lowest:.3f}"


def test_feet_that_stand_do_not_slide(exercise: Exercise, figure: Figure) -> None:
    stands = [
        contact.point
        for contact in figure.contacts
        if contact.point.endswith(("heel", "toe", "ball", "sole")) and contact.on in ("floor", "step")
    ]
    bodies = [skeleton(pose_at(figure, position), figure.view).points for position in positions()]
    slides = {name for name in stands for body in bodies if math.dist(body[name], bodies[0][name]) > TOUCH}
    assert bool(slides) == (exercise.id in SLIDES), slides


def test_the_other_side_is_the_exact_mirror_image(picture: Picture) -> None:
    for position in (0.0, 0.3, 1.0):
        straight = drawn(picture, position, breath=0.5)
        assert drawn(picture, position, breath=0.5, mirror=True) == tuple(map(in_the_mirror, straight))


def in_the_mirror(shape: Shape) -> Shape:
    """A second opinion: x changes its sign, and nothing else changes, neither colour nor order."""
    if isinstance(shape, Block):
        return Block(shape.role, tuple((-x, y) for x, y in shape.corners))
    (ax, ay), (bx, by) = shape.a, shape.b
    return Piece(shape.role, (-ax, ay), shape.a_radius, (-bx, by), shape.b_radius)


def test_there_are_the_same_shapes_of_the_same_fineness_at_every_position(picture: Picture) -> None:
    """The widget makes its meshes once and only moves their corners."""

    def kinds(position: float, breath: float) -> list[tuple[str, int]]:
        shapes = drawn(picture, position, breath=breath)
        return [
            (shape.role, fineness(shape) if isinstance(shape, Piece) else len(shape.corners))
            for shape in shapes
        ]

    first = kinds(0.0, 0.0)
    assert all(kinds(position, breath) == first for position in positions() for breath in (-1.0, 1.0))


def test_nothing_ever_leaves_the_room_that_the_picture_takes(picture: Picture) -> None:
    assert picture.figure is not None
    left, bottom, right, top = bounds(picture.figure)
    for position in positions():
        for breath in (-1.0, 0.0, 1.0):
            box = extent_of(drawn(picture, position, breath=breath))
            over = (left - box[0], bottom - box[1], box[2] - right, box[3] - top)
            assert max(over) <= BESIDE_THE_PICTURE, f"at {position:.2f}: {over}"


def test_every_muscle_that_lights_up_can_be_seen_from_this_side(picture: Picture) -> None:
    assert picture.figure is not None
    if picture.figure.view != "side":
        front = {muscle for muscle, spot in SPOTS.items() if spot.face == "front"}
        assert {*picture.hot} <= front | INNER_EDGE_AND_SIDE
        assert OUTWARDS.keys() >= INNER_EDGE_AND_SIDE
    for muscle in picture.hot:
        assert shown_share(picture, muscle, 1.0) >= SEEN, muscle


def shown_share(picture: Picture, muscle: str, position: float) -> float:
    """How much of the muscle is in front of everything else, from 0 to 1."""
    assert picture.figure is not None
    shapes = shapes_at(picture.figure, position, hot=(muscle,), both=False)
    hot = [(number, shape) for number, shape in enumerate(shapes) if isinstance(shape, Piece)]
    marks = [
        any(covers(shape, spot) for shape in shapes[number + 1 :] if shape.role != "hot")
        for number, piece in hot
        if piece.role == "hot"
        for spot in spots_on(piece)
    ]
    return marks.count(False) / len(marks) if marks else 0.0


def spots_on(piece: Piece) -> Iterator[XY]:
    """Some of its middle line and, half-way to its rim, of both sides of it."""
    (ax, ay), (bx, by) = piece.a, piece.b
    length = math.dist(piece.a, piece.b) or 1.0
    for part in range(9):
        share = part / 8
        radius = (piece.a_radius + (piece.b_radius - piece.a_radius) * share) / 2
        x, y = ax + (bx - ax) * share, ay + (by - ay) * share
        for aside in (-radius, 0.0, radius):
            yield x - (by - ay) / length * aside, y + (bx - ax) / length * aside


def covers(shape: Shape, spot: XY) -> bool:
    if isinstance(shape, Block):
        (left, bottom), (right, top) = shape.corners[0], shape.corners[2]
        return left <= spot[0] <= right and bottom <= spot[1] <= top
    (ax, ay), (bx, by) = shape.a, shape.b
    length = math.dist(shape.a, shape.b) or 1.0
    share = ((spot[0] - ax) * (bx - ax) + (spot[1] - ay) * (by - ay)) / length**2
    share = max(0.0, min(1.0, share))
    radius = shape.a_radius + (shape.b_radius - shape.a_radius) * share
    return math.dist(spot, (ax + (bx - ax) * share, ay + (by - ay) * share)) <= radius


def test_the_picture_shows_the_things_that_are_needed_and_no_others(
    exercise: Exercise, figure: Figure
) -> None:
    props = {DRAWN_AS.get(prop.kind, prop.kind) for prop in figure.props}
    needed = {DRAWN_AS.get(item, item) for item in exercise.equipment if (exercise.id, item) not in NOT_DRAWN}
    extra = {*NOT_FETCHED, *(["mat"] if exercise.position in LIES_OR_SITS_ON_THE_FLOOR else [])}
    assert needed - props == set()
    assert props - needed <= extra
