"""The body's outline: what lies before what, which way it looks, and where its muscles light up."""

import math
from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.figure import Leg, Pose
from app.core.shapes import Block, Piece, beside, extent_of, fineness, flipped, rims
from app.core.silhouette import MUSCLES, OUTWARDS, silhouette
from app.core.skeleton import skeleton
from tests.core.bodies import VIEWS, poses

STANDING = Pose(hip=(0, 0.53), near_leg=Leg(hip=0, knee=0), far_leg=Leg(hip=0, knee=0))
SIDE, FRONT = skeleton(STANDING), skeleton(STANDING, "front")
ON_LEGS = [muscle for muscle, places in MUSCLES.items() if places[0].limb in ("thigh", "shank", "foot")]
BEHIND = "gastrocnemius soleus hamstrings glutes erector-spinae upper-back".split()
AHEAD = "tibialis-anterior quadriceps hip-flexors abdominals chest".split()


def roles(body, **more: object) -> list[str]:
    return [role for role, _ in groupby(piece.role for piece in silhouette(body, **more))]


def hot(body, muscle: str, **more: object) -> list[Piece]:
    return [piece for piece in silhouette(body, (muscle,), **more) if piece.role == "hot"]


def test_from_the_side_the_far_limbs_are_painted_first_and_the_near_arm_last():
    assert roles(SIDE) == "far_skin far_legs far_shoe skin top skin legs shoe skin top".split()


def test_from_the_front_both_legs_are_before_the_trunk():
    painted = roles(FRONT)
    last_of_the_trunk = len(painted) - 1 - painted[::-1].index("top", 2)  # the sleeve is the last of all
    assert painted.index("far_legs") > last_of_the_trunk
    assert painted.index("legs") > painted.index("far_legs")


def test_bare_feet_have_the_colour_of_the_skin_of_their_side():
    assert [role for role in roles(SIDE, bare=True) if "shoe" in role] == []
    feet = [piece for piece in silhouette(SIDE, bare=True) if max(piece.a[1], piece.b[1]) < 0.05]
    assert {piece.role for piece in feet} == {"skin", "far_skin"}


def test_the_nose_is_ahead_of_the_head_from_the_side_and_eyes_look_at_one_from_the_front():
    head = max(
        (piece for piece in silhouette(SIDE) if piece.role == "skin"), key=lambda piece: piece.a_radius
    )
    skin = [piece for piece in silhouette(SIDE) if piece.role == "skin" and piece.a[1] > 0.85]
    nose = max(skin, key=lambda piece: piece.b[0])
    assert nose.b[0] + nose.b_radius > head.a[0] + head.a_radius + 0.01
    eyes = [piece for piece in silhouette(FRONT) if piece.role == "shoe" and piece.a[1] > 0.85]
    assert sorted(eye.a[0] for eye in eyes) == pytest.approx([-0.021, 0.021])


@pytest.mark.parametrize(("muscles", "ahead"), [(BEHIND, False), (AHEAD, True)])
def test_a_muscle_lies_before_or_behind_the_middle_of_its_limb(muscles: list[str], ahead: bool):
    # The body stands upright at x = 0 and looks to the right.
    for muscle in muscles:
        middle = max(hot(SIDE, muscle), key=lambda piece: piece.b_radius).b[0]
        assert (middle > 0.005) if ahead else (middle < -0.005), muscle


@pytest.mark.parametrize("muscle", MUSCLES)
def test_every_muscle_lights_up_from_the_side_on_the_body(muscle: str):
    left, bottom, right, top = extent_of(list(silhouette(SIDE)))
    pieces = hot(SIDE, muscle)
    assert pieces
    box = extent_of(pieces)
    assert left - 0.015 <= box[0] < box[2] <= right + 0.015
    assert bottom - 0.015 <= box[1] < box[3] <= top  # that of the sole shows below the shoe


@pytest.mark.parametrize("muscle", ON_LEGS)
@pytest.mark.parametrize("body", [SIDE, FRONT], ids=["side", "front"])
def test_a_muscle_of_the_legs_lights_up_on_one_or_on_both(body, muscle: str):
    assert len(hot(body, muscle, both=True)) == 2 * len(hot(body, muscle)) == 4


@pytest.mark.parametrize("muscle", ON_LEGS)
def test_both_legs_seen_from_the_front_light_up_as_in_a_mirror(muscle: str):
    pieces = hot(FRONT, muscle, both=True)
    mirrored = {(round(-p.a[0], 9), round(p.a[1], 9), round(-p.b[0], 9), round(p.b[1], 9)) for p in pieces}
    assert mirrored == {
        (round(p.a[0], 9), round(p.a[1], 9), round(p.b[0], 9), round(p.b[1], 9)) for p in pieces
    }


@pytest.mark.parametrize("muscle", OUTWARDS)
def test_a_muscle_at_the_edge_of_a_leg_is_at_that_edge_seen_from_the_front(muscle: str):
    middle = FRONT.near_leg.knee[0]  # the near leg hangs straight down, at the right
    outwards = max(hot(FRONT, muscle), key=lambda piece: piece.b_radius).b[0] - middle
    assert math.copysign(1, outwards) == math.copysign(1, OUTWARDS[muscle])


def test_a_muscle_that_nothing_is_called_lights_up_nothing():
    assert hot(SIDE, "humerus") == []


@given(pose=poses(), view=VIEWS, bare=st.booleans())
def test_a_body_has_the_same_pieces_in_every_pose(pose: Pose, view: str, bare: bool):
    upright, moved = (
        list(silhouette(skeleton(each, view), MUSCLES, both=True, bare=bare)) for each in (STANDING, pose)
    )
    assert [piece.role for piece in moved] == [piece.role for piece in upright]


def test_beside_is_to_the_left_of_the_way():
    assert beside((0, 0), (2, 0), 0.5, 0.1) == pytest.approx((1, 0.1))
    assert beside((0, 1), (0, 0), 0.25, 0.1) == pytest.approx((0.1, 0.75))  # down a leg, that is its front


@pytest.mark.parametrize("shape", [Piece("skin", (1, 2), 0.1, (3, 4), 0.2), Block("prop", ((1, 2), (3, 4)))])
def test_a_mirror_image_of_a_mirror_image_is_the_thing_itself(shape):
    assert flipped(shape) != shape
    assert flipped(flipped(shape)) == shape


def test_the_room_that_shapes_take_goes_to_their_outermost_rim():
    shapes = [
        Piece("skin", (0, 0), 0.1, (1, 0), 0.2),
        Block("prop", ((0, 0), (0.5, 0), (0.5, 0.9), (0, 0.9))),
    ]
    assert extent_of(shapes) == pytest.approx((-0.1, -0.2, 1.2, 0.9))


PIECES = st.builds(
    Piece,
    st.just("skin"),
    st.tuples(st.floats(-1, 1), st.floats(-1, 1)),
    st.floats(0.005, 0.09),
    st.tuples(st.floats(-1, 1), st.floats(-1, 1)),
    st.floats(0.005, 0.09),
)


@given(piece=PIECES, rim=st.floats(0, 0.004))
def test_an_outline_is_as_far_from_the_two_circles_as_it_should_be(piece: Piece, rim: float):
    corners = fineness(piece)
    inner, outer = rims(piece, rim, corners)
    assert len(inner) == len(outer) == 2 * corners
    for points, aside in ((inner, -rim), (outer, rim)):
        for point in points[:corners]:
            assert math.dist(point, piece.b) == pytest.approx(piece.b_radius + aside, abs=1e-9)
        for point in points[corners:]:
            assert math.dist(point, piece.a) == pytest.approx(piece.a_radius + aside, abs=1e-9)


def test_the_sides_of_a_straight_limb_are_parallel():
    # From (0, 0) to (1, 0) with radius 0.1 at both ends: one arc from below to above, and back around.
    inner, _ = rims(Piece("skin", (0, 0), 0.1, (1, 0), 0.1), 0.0, 6)
    ends = [inner[0], inner[5], inner[6], inner[11]]
    assert [number for point in ends for number in point] == pytest.approx(
        [1, -0.1, 1, 0.1, 0, 0.1, 0, -0.1], abs=1e-9
    )
    assert max(x for x, _ in inner) == pytest.approx(
        1 + 0.1 * math.cos(math.radians(18))
    )  # 6 corners: 36° apart
