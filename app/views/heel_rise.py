"""What is shown before the heel-rise test begins. Knows no window and no clock."""

from msgspec import Struct

from app.core.care.heel_rise import EXERCISE, heel_rise_timeline
from app.core.guide import Hearing
from app.core.library import Library
from app.core.timeline import Timeline
from app.views.picture import NO_PICTURE, Picture, still

STEPS = (
    "Stand on the left leg, its knee straight, with your fingertips on a wall or on a steady chair.",
    "Rise as high as you can on one beat, and lower on the next: 60 beats a minute.",
    "Stop when you no longer come as high, lose the pace, or the knee bends.",
    "To end that leg press the right arrow, or the button with the arrow and the bar.",
    "Rest for two minutes, then the same on the right.",
)
OUT_OF_REACH = "If the keys are out of reach, remember your number: you can put it right at the end."
NO_BEAT = "The beat cannot be heard: chimes are off in Settings. The figure moves with it."
STOP_FIRST = "Do not begin, or stop at once, if there is"
SESSION = "Heel-rise test"
CUE = "Knee straight, heel high. The right arrow ends this leg."


class HeelRiseView(Struct, frozen=True):
    title: str
    about: str
    steps: tuple[str, ...]
    note: str
    stop_title: str
    stops: tuple[str, ...]
    picture: Picture
    trouble: str = ""


def heel_rise_view(library: Library, hearing: Hearing, *, trouble: str = "") -> HeelRiseView:
    exercise = library.exercises.get(EXERCISE)
    hears = hearing.chimes and hearing.chime_volume > 0
    return HeelRiseView(
        title="Heel-rise",
        about="How often one calf lifts you, left and right. About 6 minutes.",
        steps=STEPS,
        note=OUT_OF_REACH if hears else f"{OUT_OF_REACH} {NO_BEAT}",
        stop_title=STOP_FIRST,
        stops=exercise.stop_if if exercise else (),
        picture=still(exercise) if exercise else NO_PICTURE,
        trouble=trouble,
    )


def heel_rise_session(library: Library) -> Timeline:
    """Both legs to the beat, to be led through as a routine is."""
    return heel_rise_timeline(library.exercises, SESSION, CUE)
