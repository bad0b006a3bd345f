"""What the points of a figure that can be dragged are called. Knows nothing else."""

from typing import Literal

HandleName = Literal[
    "head",
    "chest",
    "back",
    "hip",
    "near-elbow",
    "near-hand",
    "near-knee",
    "near-foot",
    "near-toe",
    "far-elbow",
    "far-hand",
    "far-knee",
    "far-foot",
    "far-toe",
]
Limb = Literal["near-hand", "far-hand", "near-foot", "far-foot"]
"""What can be held where it is, while the body moves."""
LIMBS: tuple[Limb, ...] = ("near-hand", "far-hand", "near-foot", "far-foot")
