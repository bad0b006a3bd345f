"""What the pain rule and the self-tests may suggest of the exercises that come with Soleus."""

from msgspec import structs

from app.core.care.adjusting import suggestion
from app.core.editing.fields import step_of
from app.core.routine import Routine


def test_nothing_is_suggested_that_only_a_protocol_asks_for(exercises):
    """Alfredson's heel drops are for those whose clinician knows; nobody else is led to them by two good days."""
    led_to = set()
    for exercise in exercises.values():
        step = step_of(exercise)
        at_the_top = structs.replace(step, hold=step.hold and 60, reps=step.reps and 15)
        routine = Routine(1, "one", "One", (at_the_top,))
        led_to |= {
            change.after.exercise
            for change in suggestion(routine, exercises, "progress", ()).changes
            if change.what == "variant"
        }
    assert {"single-leg-calf-raise", "step-calf-stretch"} <= led_to, (
        "some harder exercise is suggested at all"
    )
    protocols = {
        id_ for id_, each in exercises.items() if each.evidence and each.evidence.strength == "protocol"
    }
    assert "heel-drop" in protocols
    assert led_to & protocols == set()
