"""What the voice says for each cue. Knows no voice: sentences are for the ear, short and in time.

Each cue has several ways to say it, the fullest first. What is said is the fullest that is over before the next
sentence begins; where even the barest has no room, nothing is said.
"""

from collections.abc import Iterator, Mapping, Sequence

from app.core import cues
from app.core.cues import Cue, News
from app.core.exercise import Exercise
from app.core.manner import Manner, Verbosity
from app.core.speech_time import speech_ms
from app.core.timeline import Segment
from app.views import words

PHASES = {"lift": "Up.", "top": "Hold.", "lower": "Down.", "bottom": "Rest."}
BREATH_MS = 100
"""Silence between two sentences."""
SETTLE_MS = 1_500
"""Silence before the work that an explanation of how to do it leaves."""

ADVICE_FROM_MS = 8_000
"""Shorter holds are over before advice is."""


def sentence(
    heard: Sequence[Cue],
    exercises: Mapping[str, Exercise],
    room_ms: int | None = None,
    manner: Manner = Manner(),  # noqa: B008  # frozen
) -> str:
    """All that is said at one moment within `room_ms` milliseconds; empty where nothing is, or fits.

    Of a preparation of 4 s "Get ready. Wall calf stretch, left side. 30 seconds, 2 sets." leaves
    "Wall calf stretch, left side.", for all of it would take 6 s.
    """
    if manner.verbosity == "chimes":
        return ""
    for degree, said in enumerate(_ways(heard, exercises, manner.verbosity)):
        if room_ms is None:
            return said
        if speech_ms(said, manner.speed) + BREATH_MS <= room_ms:
            in_full = manner.verbosity == "full" and degree == 0
            return _explained(said, heard, exercises, room_ms, manner.speed) if in_full else said
    return ""


def _explained(
    said: str, heard: Sequence[Cue], exercises: Mapping[str, Exercise], room_ms: int, speed: float
) -> str:
    """While one gets ready: with as many of the exercise's own steps as there is time for."""
    exercise = next(
        (exercises.get(cue.work.exercise or "") for cue in heard if isinstance(cue, cues.GetReady)), None
    )
    for step in exercise.steps if exercise else ():
        longer = f"{said} {_stop(step)}"
        if speech_ms(longer, speed) + SETTLE_MS > room_ms:
            break
        said = longer
    return said


def _ways(heard: Sequence[Cue], exercises: Mapping[str, Exercise], verbosity: Verbosity) -> Iterator[str]:
    """The fullest way to say all cues together, then each a degree barer."""
    say = _in_full if verbosity == "full" else _in_short
    ways = [found for cue in heard if (found := say(cue, exercises))]
    for degree in range(max(map(len, ways), default=0)):
        yield " ".join(part for way in ways if (part := way[min(degree, len(way) - 1)]))


def _in_full(cue: Cue, exercises: Mapping[str, Exercise]) -> tuple[str, ...]:
    """The ways to say a cue, from the fullest to the barest; none where it has no words."""
    match cue:
        case cues.GetReady():
            return _get_ready(cue, exercises)
        case cues.Begin():
            return _begin(cue, exercises)
        case cues.HalfwayDone(left_ms=left_ms):
            return (f"Half-way. {words.spoken_duration(left_ms)} left.", "Half-way.")
        case cues.Count(left=left):
            return (f"{left}.",)
        case cues.Switch(to=side):
            return (f"Switch to the {side} side.", f"{words.side(side)} side.") if side else ("Switch.",)
        case cues.Repetition(rep=rep, of=of):
            return ("Last one." if rep == of and of > 1 else f"{rep}.",)
        case cues.TempoPhase(phase=phase):
            return (PHASES[phase], "") if phase == "lift" else (PHASES[phase],)
        case cues.Rest(ms=ms, next_work=work):
            return _rest(ms, work)
        case cues.Relax():
            return ("Relax.",)
        case cues.Wait(text=text):
            return (f"{_stop(text)} Press space when you are ready.",)
        case cues.PauseBegan():
            return ("Paused.",)
        case cues.GoOn(work=work, news=news, fetch=fetch):
            return _go_on(work, news, fetch, exercises)
        case cues.Finish():
            return ("Done. That is all for now.",)
        case _:
            return ()


def _in_short(cue: Cue, exercises: Mapping[str, Exercise]) -> tuple[str, ...]:
    """For whoever knows the routine: what comes, on which side, and the numbers."""
    match cue:
        case cues.HalfwayDone() | cues.TempoPhase():
            return ()
        case cues.GetReady() | cues.Switch() | cues.GoOn():
            return _in_full(cue, exercises)[-1:]
        case cues.Begin(work=work, news=news, fetch=fetch):
            named = _named(work, news, fetch, exercises)
            hold = "Hold." if work.rep is None else f"Hold, {work.rep} of {work.reps}."
            begins = {"hold": hold, "reps": "Begin."}.get(work.kind, "")
            return tuple(part for part in (" ".join(filter(None, (named, begins))),) if part)
        case cues.Rest(next_work=work):
            return _rest(0, work)[1:]
        case cues.Wait(text=text):
            return (f"{_stop(text)} Press space.",)
        case cues.Finish():
            return ("Done.",)
        case _:
            return _in_full(cue, exercises)


def _get_ready(cue: cues.GetReady, exercises: Mapping[str, Exercise]) -> tuple[str, ...]:
    work = cue.work
    if cue.name_later:
        return ("Get ready.",)
    named = _named(work, "exercise", cue.fetch, exercises)
    dose = f"{named} {_dose(work)}"
    if work.text and _leaves_no_time(work):
        advised = f"{named} {_stop(work.text)}"
        return (f"Get ready. {dose} {_stop(work.text)}", f"{dose} {_stop(work.text)}", advised, dose, named)
    return (f"Get ready. {dose}", dose, named)


def _begin(cue: cues.Begin, exercises: Mapping[str, Exercise]) -> tuple[str, ...]:
    work = cue.work
    named = _named(work, cue.news, cue.fetch, exercises)
    if work.kind == "rep":
        return (named,) if named else ()
    said = "Hold." if work.kind == "hold" else "Begin, at your own pace."
    if work.length_ms is None:
        said = f"{said} Press space when you are done."
    if work.rep is not None:
        said = f"Hold, {work.rep} of {work.reps}."
    bare = " ".join(part for part in (named, said) if part)
    if work.text and work.rep in (None, 1) and not _leaves_no_time(work):
        return (f"{bare} {_stop(work.text)}", bare)
    return (bare,)


def _leaves_no_time(work: Segment) -> bool:
    """Whether the numbers follow so closely that advice must come before the work."""
    return work.kind == "rep" or (work.kind == "hold" and work.estimate_ms < ADVICE_FROM_MS)


def _rest(ms: int, work: Segment | None) -> tuple[str, ...]:
    """The last way still tells the side, or where there is none the set."""
    length = f"Rest for {words.spoken_duration(ms)}."
    if work is None:
        return (length, "Rest.")
    coming = _coming(work)
    return (f"{length} Then {coming}.", f"Rest. Then {coming}.", f"{words.sentence_case(coming)}.")


def _go_on(
    work: Segment, news: News, fetch: Sequence[str], exercises: Mapping[str, Exercise]
) -> tuple[str, ...]:
    if news == "exercise":
        named = _named(work, news, fetch, exercises)
        return (f"Get ready again. {named}", named)
    again = _stop(f"Get ready again{_on_side(work)}")
    return (again, f"{words.side(work.side)} side.") if work.side else (again,)


def _named(work: Segment, news: News, fetch: Sequence[str], exercises: Mapping[str, Exercise]) -> str:
    """What of the work nobody knows yet: "Wall calf stretch, left side. You need a wall."."""
    named = {
        "": "",
        "side": f"{words.side(work.side)} side.",
        "set": f"{words.sentence_case(_coming(work))}.",
        "exercise": f"{_name(work, exercises)}{_on_side(work)}.",
    }[news]
    return " ".join(filter(None, (named, f"You need {words.equipment(fetch)}." if fetch else "")))


def _coming(work: Segment) -> str:
    return f"set {work.set} of {work.sets}{_on_side(work)}"


def _dose(work: Segment) -> str:
    sets = f", {words.count(work.sets, 'set')}" if work.sets > 1 else ""
    if work.kind == "hold":
        times = f"{work.reps} times " if work.reps > 1 else ""
        return f"{times}{words.spoken_duration(work.estimate_ms)}{sets}."
    reps = words.count(work.reps, "repetition") if work.reps else "As often as you can"
    return f"{reps}{sets}."


def _name(work: Segment, exercises: Mapping[str, Exercise]) -> str:
    exercise = exercises.get(work.exercise or "")
    return exercise.name if exercise else ""


def _on_side(work: Segment) -> str:
    return f", {work.side} side" if work.side else ""


def _stop(text: str) -> str:
    return text if not text or text[-1] in ".?!:" else f"{text}."
