"""Random poses and figures, as far as their types allow, for properties that must hold for all of them."""

from hypothesis import strategies as st

from app.core.figure import Arm, Figure, Leg, Pose, Prop
from app.core.silhouette import MUSCLES
from app.core.skeleton import Joints, skeleton

VIEWS = st.sampled_from(["side", "front", "above"])
DEGREES = st.floats(-360, 360)
SMALL = st.floats(-60, 60)
SHARES = st.floats(0, 1)
COORDINATES = st.floats(-3, 3)
POINTS = st.tuples(COORDINATES, COORDINATES)
MAYBE_A_POINT = st.none() | POINTS
WHOLE = st.just((1.0, 1.0))
"""Limbs that point at nobody's eye: their lengths are seen as they are."""
NAMES = sorted(skeleton(Pose(hip=(0, 0.5))).points)

ARMS = st.builds(
    Arm, shoulder=DEGREES, elbow=DEGREES, hand=MAYBE_A_POINT, palm=st.none() | DEGREES, seen=WHOLE
)
LEGS = st.builds(
    Leg,
    hip=DEGREES,
    knee=DEGREES,
    ankle=DEGREES,
    heel=MAYBE_A_POINT,
    toe=MAYBE_A_POINT,
    sole=DEGREES,
    toes=st.floats(-60, 80),
    seen=WHOLE,
)


def poses(
    arms: st.SearchStrategy[Arm] = ARMS, legs: st.SearchStrategy[Leg] = LEGS
) -> st.SearchStrategy[Pose]:
    return st.builds(
        Pose,
        hip=MAYBE_A_POINT,
        knee=MAYBE_A_POINT,
        shoulder=MAYBE_A_POINT,
        at=SHARES,
        trunk=DEGREES,
        spine=st.floats(-60, 110),
        head=DEGREES,
        neck=DEGREES,
        shrug=st.tuples(st.floats(-0.1, 0.1), st.floats(-0.1, 0.1)),
        near_arm=arms,
        far_arm=arms,
        near_leg=legs,
        far_leg=legs,
    )


SEEN = st.tuples(SHARES, SHARES)
PLACES = st.none() | POINTS | st.sampled_from([*NAMES, "near-hnad"])
PROPS = st.builds(
    Prop,
    kind=st.sampled_from(
        "wall chair step mat roller ball table band strap towel heat-pack cold-pack circle".split()
    ),
    x=COORDINATES,
    y=COORDINATES,
    width=st.floats(0, 3),
    height=st.floats(0, 3),
    start=PLACES,
    end=PLACES,
    moves=POINTS,
    end_moves=POINTS,
    beyond=st.booleans(),
    backwards=st.booleans(),
)
ANY_POSE = poses(
    ARMS.flatmap(lambda arm: st.builds(Arm, hand=st.just(arm.hand), palm=st.just(arm.palm), seen=SEEN)),
    LEGS.flatmap(lambda leg: st.builds(Leg, heel=st.just(leg.heel), sole=st.just(leg.sole), seen=SEEN)),
)
FIGURES = st.builds(
    Figure,
    pose=st.lists(ANY_POSE, min_size=2, max_size=6).map(tuple),
    view=VIEWS,
    props=st.lists(PROPS, max_size=3).map(tuple),
    hot=st.lists(st.sampled_from([*MUSCLES, "humerus"]), max_size=3).map(tuple),
    both=st.booleans(),
    bare=st.booleans(),
    fast=st.lists(st.sampled_from([*Joints._fields, "nose"]), max_size=2).map(tuple),
)
"""Everything that a file can say, sensible or not."""
