"""Poses to begin with, by places as docs/figures.md has them. Knows no window and no words."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from app.core.figure import Arm, Leg, Pose, Prop, PropKind

StockName = Literal[
    "standing", "chair", "kneeling", "hands-and-knees", "back", "knees-bent", "face-down", "floor"
]

_KNEELING = Leg(hip=0, knee=90, ankle=-50, toes=-20)
_ON_ALL_FOURS = Leg(hip=90, knee=90, ankle=-50, toes=-20)

STOCK: Mapping[StockName, Pose] = MappingProxyType(
    {
        "standing": Pose(
            hip=(0, 0.525),
            near_leg=Leg(heel=(-0.02, 0)),
            far_leg=Leg(heel=(-0.06, 0)),
            far_arm=Arm(shoulder=2, elbow=10),
        ),
        "chair": Pose(
            hip=(0, 0.324),
            near_arm=Arm(shoulder=14, elbow=58),
            far_arm=Arm(shoulder=18, elbow=58),
            near_leg=Leg(heel=(0.20, 0)),
            far_leg=Leg(heel=(0.23, 0)),
        ),
        "kneeling": Pose(
            knee=(0, 0.041),
            near_leg=_KNEELING,
            far_leg=Leg(hip=3, knee=93, ankle=-50, toes=-20),
            far_arm=Arm(shoulder=2, elbow=10),
        ),
        "hands-and-knees": Pose(
            knee=(0, 0.041),
            trunk=90,
            head=-10,
            near_arm=Arm(hand=(0.30, 0.016), palm=0),
            far_arm=Arm(hand=(0.33, 0.016), palm=0),
            near_leg=_ON_ALL_FOURS,
            far_leg=Leg(hip=93, knee=93, ankle=-50, toes=-20),
        ),
        "back": Pose(
            shoulder=(-0.288, 0.065),
            trunk=-89,
            near_arm=Arm(shoulder=-6, elbow=0),
            far_arm=Arm(shoulder=-6, elbow=0),
            near_leg=Leg(hip=1, knee=2, ankle=-10),
            far_leg=Leg(hip=3, knee=4, ankle=-10),
        ),
        "knees-bent": Pose(
            shoulder=(-0.288, 0.065),
            trunk=-89,
            near_arm=Arm(shoulder=-6, elbow=0),
            far_arm=Arm(shoulder=-6, elbow=0),
            near_leg=Leg(heel=(0.182, 0)),
            far_leg=Leg(heel=(0.212, 0)),
        ),
        "face-down": Pose(
            hip=(0, 0.066),
            trunk=90,
            head=-6,
            near_arm=Arm(shoulder=172, elbow=4),
            far_arm=Arm(shoulder=174, elbow=4),
            near_leg=Leg(hip=0, knee=0, ankle=-50, toes=-20),
            far_leg=Leg(hip=0, knee=2, ankle=-50, toes=-20),
        ),
        "floor": Pose(
            hip=(0, 0.066),
            near_arm=Arm(shoulder=26, elbow=24),
            far_arm=Arm(shoulder=32, elbow=24),
            near_leg=Leg(hip=90, knee=2),
            far_leg=Leg(hip=93, knee=5),
        ),
    }
)

STOCK_PROPS: Mapping[StockName, Prop] = MappingProxyType({"chair": Prop("chair", x=-0.17)})
"""What a pose cannot be without."""

PROPS: Mapping[PropKind, Prop] = MappingProxyType(
    {
        "wall": Prop("wall", x=0.40),
        "chair": Prop("chair", x=-0.17),
        "step": Prop("step", x=0.10),
        "mat": Prop("mat", x=-0.60),
        "roller": Prop("roller", x=0.20, y=0.045),
    }
)
"""What can stand by, where it stands if nothing else is said."""
