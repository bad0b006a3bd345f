"""What the voice says for each cue. Knows no voice: sentences are for the ear, short and in time."""

from collections.abc import Mapping, Sequence

from app.core import cues
from app.core.cues import Cue
from app.core.exercise import Exercise
from app.core.timeline import Segment
from app.views import words

PHASES = {"lift": "Up.", "top": "Hold.", "lower": "Down.", "bottom": "Rest."}


def sentence(heard: Sequence[Cue], exercises: Mapping[str, Exercise]) -> str:
    """All that is said at one moment, as one sentence after the other; empty where nothing is."""
    return " ".join(part for part in (_one(cue, exercises) for cue in heard) if part)


def _one(cue: Cue, exercises: Mapping[str, Exercise]) -> str:
    match cue:
        case cues.GetReady(work=work, fetch=fetch):
            return _get_ready(work, fetch, exercises)
        case cues.Begin(work=work):
            return _begin(work)
        case cues.HalfwayDone(left_ms=left_ms):
            return f"Half-way. {words.spoken_duration(left_ms)} left."
        case cues.Count(left=left):
            return f"{left}."
        case cues.Switch(to=side):
            return f"Switch to the {side} side." if side else "Switch."
        case cues.Repetition(rep=rep, of=of):
            return "Last one." if rep == of and of > 1 else f"{rep}."
        case cues.TempoPhase(phase=phase):
            return PHASES[phase]
        case cues.Rest(ms=ms, next_work=work):
            return f"Rest for {words.spoken_duration(ms)}.{_coming(work, exercises)}"
        case cues.Relax():
            return "Relax."
        case cues.Wait(text=text):
            return f"{_stop(text)} Press space when you are ready."
        case cues.PauseBegan():
            return "Paused."
        case cues.GoOn(work=work):
            return _stop(f"Get ready again{_on_side(work)}")
        case cues.Finish():
            return "Done. That is all for now."
        case _:
            return ""


def _get_ready(work: Segment, fetch: Sequence[str], exercises: Mapping[str, Exercise]) -> str:
    parts = [f"Get ready. {_name(work, exercises)}{_on_side(work)}."]
    if fetch:
        parts.append(f"You need {words.equipment(fetch)}.")
    parts.append(_dose(work))
    return " ".join(parts)


def _begin(work: Segment) -> str:
    if work.kind == "rep":
        return ""
    said = "Hold." if work.kind == "hold" else "Begin, at your own pace."
    if work.length_ms is None:
        said = f"{said} Press space when you are done."
    if work.rep is not None:
        said = f"Hold, {work.rep} of {work.reps}."
    return f"{said} {_stop(work.text)}" if work.text and work.rep in (None, 1) else said


def _dose(work: Segment) -> str:
    sets = f", {words.count(work.sets, 'set')}" if work.sets > 1 else ""
    if work.kind == "hold":
        times = f"{work.reps} times " if work.reps > 1 else ""
        return f"{times}{words.spoken_duration(work.estimate_ms)}{sets}."
    return f"{words.count(work.reps, 'repetition')}{sets}."


def _coming(work: Segment | None, exercises: Mapping[str, Exercise]) -> str:
    return "" if work is None else f" Next: {_name(work, exercises)}{_on_side(work)}."


def _name(work: Segment, exercises: Mapping[str, Exercise]) -> str:
    exercise = exercises.get(work.exercise or "")
    return exercise.name if exercise else ""


def _on_side(work: Segment) -> str:
    return f", {work.side} side" if work.side else ""


def _stop(text: str) -> str:
    return text if not text or text[-1] in ".?!:" else f"{text}."
