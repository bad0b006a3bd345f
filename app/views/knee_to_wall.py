"""What is shown and said while knee-to-wall is taken. Knows no window and no voice."""

from collections.abc import Mapping

from msgspec import Struct

from app.core.care.knee_to_wall import ALL_TRIES, CENTIMETRES, Taking
from app.core.care.testing import MOST_TRIES
from app.core.exercise import Exercise
from app.views import words
from app.views.picture import NO_PICTURE, Picture, still

EXERCISE = "knee-to-wall"
FIRST_STEPS = (
    "Face a wall with both hands on it. Point the foot straight at it, heel flat.",
    "Bring the knee to the wall, over the second toe.",
    "Move the foot back a little at a time, until the knee just touches with the heel still down.",
    "Read the centimetres from the big toe to the wall.",
)
AGAIN_STEPS = (
    "Step away, then set the same foot down anew.",
    "Find the place where the knee just touches and the heel stays down.",
    "Read the centimetres again, whatever they were before.",
)
OTHER_STEPS = (
    "Now the other foot, straight at the wall, heel flat.",
    "Move it back until the knee just touches with the heel still down.",
    "Read the centimetres from the big toe to the wall.",
)


class KneeToWallView(Struct, frozen=True):
    """One try. `parts` are the six tries, 0 or 1; `said` is what the voice says when this try begins."""

    title: str
    side: str
    side_word: str
    steps: tuple[str, ...]
    reading: str
    can_lower: bool
    can_raise: bool
    can_go_back: bool
    parts: tuple[float, ...]
    weights: tuple[float, ...]
    picture: Picture
    said: str


def knee_to_wall_view(taking: Taking, exercises: Mapping[str, Exercise]) -> KneeToWallView:
    title = f"Try {taking.number} of {MOST_TRIES}"
    steps = _steps(taking)
    exercise = exercises.get(EXERCISE)
    return KneeToWallView(
        title=title,
        side=taking.side,
        side_word=words.side(taking.side).upper(),
        steps=steps,
        reading=f"{taking.reading:.1f} cm",
        can_lower=CENTIMETRES.moved(taking.reading, -1) != taking.reading,
        can_raise=CENTIMETRES.moved(taking.reading, 1) != taking.reading,
        can_go_back=bool(taking.kept),
        parts=tuple(1.0 if number < len(taking.kept) else 0.0 for number in range(ALL_TRIES)),
        weights=(1.0,) * ALL_TRIES,
        picture=still(exercise, side=taking.side) if exercise else NO_PICTURE,
        said=f"{words.side(taking.side)}, {title.lower()}. {' '.join(steps)}",
    )


def _steps(taking: Taking) -> tuple[str, ...]:
    if taking.number > 1:
        return AGAIN_STEPS
    return FIRST_STEPS if taking.side == "left" else OTHER_STEPS
