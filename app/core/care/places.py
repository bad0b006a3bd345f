"""Which muscles the three places of a check-in are made of. Knows no storage and no words."""

from collections.abc import Mapping, Sequence

from app.core.care.check_in import PLACES, Place
from app.core.exercise import Exercise
from app.core.ledger import Balance
from app.core.routine import Step

CALF = frozenset(
    ("gastrocnemius", "soleus", "tibialis-anterior", "tibialis-posterior", "peroneals", "plantar-fascia")
)
"""The calf with the foot and the ankle that it moves."""
BACK = frozenset(
    (
        *("erector-spinae", "upper-back", "abdominals", "obliques"),
        *("glutes", "hip-flexors", "adductors", "hamstrings"),
    )
)
"""The back with the trunk and the hips that carry it."""
MUSCLES: Mapping[Place, frozenset[str]] = {"left-calf": CALF, "right-calf": CALF, "back": BACK}
_SPARED_BY: Mapping[Place, str] = {"left-calf": "right", "right-calf": "left", "back": ""}
"""The `sides` of a step that leave a place alone."""


def works_on(step: Step, exercise: Exercise, place: Place) -> bool:
    """Whether a step of this exercise stretches or works a place, if only besides; a calf on its own side."""
    spared = (step.sides or exercise.sides) == _SPARED_BY[place]
    return not spared and not MUSCLES[place].isdisjoint((*exercise.muscles, *exercise.also))


def places_by_work(worked: Sequence[Balance]) -> tuple[Place, ...]:
    """All three places; the back first where its muscles got most. `worked` is in the order of how much each got."""
    most = next((each.muscle for each in worked if each.muscle in CALF | BACK), "")
    return ("back", "left-calf", "right-calf") if most in BACK else PLACES
