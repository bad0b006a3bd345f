"""How much of an exercise a step asks for, in words. Knows no screen."""

from app.core.exercise import Exercise
from app.core.routine import Step
from app.views.words import count, duration


def dose(step: Step, exercise: Exercise | None) -> str:
    """One line: "30 s each side, 2 sets", "12 times, 3 sets, 2 s up, 1 s hold, 2 s down", "3 holds of 10 s"."""
    if step.wait is not None:
        return "Goes on when you say so"
    sides = step.sides or (exercise.sides if exercise else "none")
    where = {"both": " each side", "left": " on the left", "right": " on the right"}.get(sides, "")
    sets = f", {step.sets} sets" if step.sets > 1 else ""
    return f"{_work(step)}{where}{sets}{_tempo(step)}"


def _work(step: Step) -> str:
    if step.hold is not None:
        length = duration(round(step.hold * 1000))
        return length if step.reps is None else f"{count(step.reps, 'hold')} of {length}"
    return count(step.reps or 1, "time")


def _tempo(step: Step) -> str:
    if step.tempo is None:
        return ""
    phases = zip(step.tempo, ("up", "hold", "down", "rest"), strict=True)
    return "".join(f", {seconds:g} s {phase}" for seconds, phase in phases if seconds)
