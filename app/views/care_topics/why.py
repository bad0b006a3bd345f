"""What there is to read about why an exercise helps. Knows no exercise of its own and no window."""

from collections.abc import Set

from app.core.care.places import CALF
from app.core.exercise import Exercise, Kind

TRUNK = {"erector-spinae", "abdominals", "obliques"}
UPPER_BODY = {"neck", "upper-back", "chest", "shoulders"}
BY_KIND: dict[Kind, str] = {
    "thermal": "helps/heat-and-cold",
    "release": "helps/rolling",
    "posture": "helps/posture",
}
HIP_AND_THIGH: dict[Kind, str] = {
    "strength": "connection/muscle-balance",
    "mobility": "helps/before-sport",
    "stretch": "helps/how-much",
}
AT_THE_LOWER_LEG: dict[Kind, str] = {
    "strength": "helps/strengthening",
    "mobility": "connection/ankle-mobility",
    "stretch": "helps/stretching",
}


def why_it_helps(exercise: Exercise) -> str:
    """The card to read, by the exercise's kind and main muscles: "helps/rolling" for whatever is rolled.

    A calf raise leads to strength, a bird-dog to a trunk that lasts, cat-cow to small movements for the back.
    """
    muscles = {*exercise.muscles}
    return BY_KIND.get(exercise.kind) or _by_muscle(exercise.kind, muscles)


def _by_muscle(kind: Kind, muscles: Set[str]) -> str:
    if muscles & CALF:
        return AT_THE_LOWER_LEG[kind]
    if muscles & TRUNK:
        return "helps/trunk-endurance" if kind == "strength" else "helps/easing-the-back"
    if muscles & UPPER_BODY:
        return "helps/posture"
    return HIP_AND_THIGH[kind]
