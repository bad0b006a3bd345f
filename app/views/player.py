"""What the player shows at one moment. Knows no window and no clock."""

from collections.abc import Mapping
from itertools import groupby

from msgspec import Struct

from app.core.cues import fetched_for
from app.core.events import PHASES
from app.core.exercise import Exercise
from app.core.session import Now
from app.core.timeline import Segment, Timeline
from app.views import words
from app.views.picture import Picture, in_session, tempo_position
from app.views.seen import Flash, Seen

FRACTION_STEPS = 60
"""The ring moves as a second hand does, in sixty steps: a finer one costs frames that tell nothing more."""
PART_STEPS = 20
PARTS_MOST = 24
"""More parts than this do not fit above a phone's width; then a part is a step."""

PAUSED = "Paused"
KIND_WORDS = {
    "prepare": "Get ready",
    "hold": "Hold",
    "reps": "Your pace",
    "relax": "Relax",
    "switch": "Switch sides",
    "rest": "Rest",
    "wait": "When you are ready",
}
PHASE_WORDS = {"lift": "Up", "top": "Hold", "lower": "Down", "bottom": "Rest"}


class PlayerView(Struct, frozen=True):
    """One moment of the player. `fraction` is how much of the ring is drawn, 0 to 1 in sixtieths.

    `side` is "left", "right" or "". `mood` names the colour: "work", "ready", "rest" or "paused".
    `sentence` is what the voice last said, which has a place of its own where `shows_sentences`.
    """

    title: str
    place: str
    side: str
    side_word: str
    phase: str
    mood: str
    number: str
    number_note: str
    fraction: float
    parts: tuple[float, ...]
    weights: tuple[float, ...]
    set_text: str
    cue: str
    how: str
    next_text: str
    picture: Picture
    can_add: bool
    open_ended: bool
    paused: bool
    muted: bool
    trouble: str
    flash: Flash = Flash()
    sentence: str = ""
    shows_sentences: bool = False


def player_view(
    now: Now,
    timeline: Timeline,
    exercises: Mapping[str, Exercise],
    *,
    muted: bool = False,
    trouble: str = "",
    seen: Seen | None = None,
    shows_flashes: bool = False,
    shows_sentences: bool = False,
) -> PlayerView:
    """The player at the moment `now`; `seen` is what was last told to the ear."""
    seen = seen or Seen()
    segment = now.segment
    shown = _shown(now.index, timeline)
    exercise = exercises.get(shown.exercise or "")
    number, note = _number(now)
    steps = timeline.segments[-1].step + 1
    weights, parts = _parts(now, timeline)
    paused = now.state == "paused"
    return PlayerView(
        title=exercise.name if exercise else "Ready for the next part",
        place=f"{shown.step + 1} of {steps}",
        side=shown.side or "",
        side_word=words.side(shown.side).upper(),
        phase=PAUSED if paused else _phase(now),
        mood="paused" if paused else _mood(now),
        number=number,
        number_note=note,
        fraction=round(_fraction(now) * FRACTION_STEPS) / FRACTION_STEPS,
        parts=parts,
        weights=weights,
        set_text=_set_text(shown),
        cue=segment.text,
        how=_how(segment, exercise),
        next_text=_next_text(now.index, timeline, exercises),
        picture=in_session(exercise, shown.side, now),
        can_add=timeline.can_last_longer(segment),
        open_ended=segment.length_ms is None,
        paused=paused,
        muted=muted,
        trouble=trouble,
        flash=seen.flash if shows_flashes else Flash(),
        sentence=seen.sentence if shows_sentences else "",
        shows_sentences=shows_sentences,
    )


def _shown(index: int, timeline: Timeline) -> Segment:
    """The segment whose exercise and side are on show: before work, the work that comes."""
    segment = timeline.segments[index]
    if segment.is_work or segment.kind in ("wait", "relax") or segment.exercise is None:
        return segment
    return timeline.next_work(index) or segment


def _phase(now: Now) -> str:
    if now.lead_in_ms:
        return KIND_WORDS["prepare"]
    segment = now.segment
    if segment.tempo is not None:
        return PHASE_WORDS[PHASES[tempo_position(now.elapsed_ms, segment.tempo)[0]]]
    return KIND_WORDS[segment.kind]


def _mood(now: Now) -> str:
    if now.lead_in_ms or now.segment.kind in ("prepare", "switch", "wait"):
        return "ready"
    return "work" if now.segment.is_work else "rest"


def _number(now: Now) -> tuple[str, str]:
    segment = now.segment
    if now.lead_in_ms:
        return _seconds(now.lead_in_ms)
    if segment.kind == "rep":
        return str(segment.rep), f"of {segment.reps}" if segment.reps else ""
    if segment.kind == "reps":
        return str(segment.reps), "time" if segment.reps == 1 else "times"
    if now.left_ms is None:
        return "", ""
    return _seconds(now.left_ms)


def _seconds(left_ms: int) -> tuple[str, str]:
    number = words.seconds_left(left_ms)
    if ":" in number:
        return number, "minutes"
    return number, "second" if number == "1" else "seconds"


def _fraction(now: Now) -> float:
    if now.lead_in_ms or now.length_ms is None:
        return 1.0
    if now.segment.tempo is not None:
        return tempo_position(now.elapsed_ms, now.segment.tempo)[1]
    return 1.0 - now.elapsed_ms / now.length_ms


def _parts(now: Now, timeline: Timeline) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Weights and filled shares of the parts of the bar above: sets on one side, or steps if there are many."""
    work = [(i, segment) for i, segment in enumerate(timeline.segments) if segment.is_work]
    groups = [list(group) for _, group in groupby(work, lambda pair: pair[1].block)]
    if len(groups) > PARTS_MOST:
        groups = [list(group) for _, group in groupby(work, lambda pair: pair[1].step)]
    weights = tuple(float(sum(segment.estimate_ms for _, segment in group)) for group in groups)
    return weights, tuple(_filled(group, now) for group in groups)


def _filled(group: list[tuple[int, Segment]], now: Now) -> float:
    done = 0.0
    for index, segment in group:
        if index < now.index:
            done += segment.estimate_ms
        elif index == now.index:
            length_ms = now.length_ms or segment.estimate_ms
            done += segment.estimate_ms * min(1.0, now.elapsed_ms / length_ms)
    share = done / sum(segment.estimate_ms for _, segment in group)
    return round(share * PART_STEPS) / PART_STEPS


def _set_text(segment: Segment) -> str:
    return f"Set {segment.set} of {segment.sets}" if segment.set and segment.sets > 1 else ""


def _how(segment: Segment, exercise: Exercise | None) -> str:
    if segment.kind == "prepare" and exercise is not None:
        return " ".join(exercise.steps[:3])
    return ""


def _next_text(index: int, timeline: Timeline, exercises: Mapping[str, Exercise]) -> str:
    """What comes after the exercise and side on show, and what to fetch for it.

    If nothing does, but what is on show is still to come, then it is that: nobody is done before it.
    """
    shown = _shown(index, timeline)
    for number in range(index, len(timeline.segments)):
        segment = timeline.segments[number]
        if segment.kind == "wait" and number > index:
            return f"Next: {segment.text}"
        if segment.is_work and (segment.block != shown.block):
            return _next_work_text(segment, shown, fetched_for(number, timeline, exercises), exercises)
    if shown is timeline.segments[index]:
        return "Then you are done."
    before = next((segment for segment in reversed(timeline.segments[:index]) if segment.is_work), None)
    fetch = fetched_for(timeline.segments.index(shown, index), timeline, exercises)
    return _next_work_text(shown, before, fetch, exercises)


def _next_work_text(
    segment: Segment, before: Segment | None, fetch: tuple[str, ...], exercises: Mapping[str, Exercise]
) -> str:
    side = f"{segment.side} side" if segment.side else ""
    if before is not None and segment.step == before.step:
        return f"Next: {side or 'set ' + str(segment.set)}"
    exercise = exercises.get(segment.exercise or "")
    name = ", ".join(part for part in (exercise.name if exercise else "", side) if part)
    return f"Next: {name}. You need {words.equipment(fetch)}." if fetch else f"Next: {name}"
